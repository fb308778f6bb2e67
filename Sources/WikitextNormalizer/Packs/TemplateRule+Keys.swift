extension TemplateRule.Kind {
  /// The keys that a line of this kind may have, beside `qualifier`; see Data/README.md.
  public var keys: [TemplateRule.Key] {
    switch self {
    case .show: [.text, .small, .raised, .lowered, .language, .separator]
    case .list: [.items, .first, .pairs]
    case .date: [.year, .month, .day, .text, .circa, .calendar, .repeat]
    case .interval: [.fromYear, .fromMonth, .fromDay, .toYear, .toMonth, .toDay, .from, .to]
    case .age: [.years]
    case .duration: [.years, .months, .weeks, .days, .hours, .minutes, .seconds, .text]
    case .number: [.value, .relation, .to]
    case .percent: [.value, .of]
    case .quantity: [.value, .unit, .relation, .to]
    case .height: [.feet, .inches, .metres, .centimetres]
    case .money: [.amount, .currency, .scale, .year]
    case .fraction: [.whole, .numerator, .denominator]
    case .plusMinus: [.value, .plus, .minus, .unit]
    case .coordinates: [.latitude, .longitude]
    case .place: [.name, .country]
    case .flag: [.country]
    case .link: [.target, .text]
    case .url: [.address, .text]
    case .email: [.address]
    case .identifier: [.value, .scheme]
    case .relation: [.name, .from, .to, .relation, .end]
    case .image: [.file, .caption]
    case .color: [.hex]
    case .formula: [.text, .separator]
    case .approximate, .since, .shortDescription, .note, .mark: [.text]
    case .hatnote: [.text, .target]
    case .rating: [.value, .of]
    case .boolean, .result: [.value, .text]
    case .external: [.source]
    case .reign: [.from, .to]
    case .computed, .convert, .reference, .hidden, .infobox, .maintenance, .disambiguation, .stub, .navigation,
      .metadata:
      []
    }
  }

  /// Whether a template of this kind is a value, so that it is not understood where none can be made of it.
  var givesValue: Bool {
    switch self {
    case .date, .interval, .duration, .number, .percent, .quantity, .convert, .height, .money, .plusMinus, .coordinates,
      .rating, .age:
      true
    default: false
    }
  }

  /// Whether a line of this kind may have a key.
  func takes(_ key: TemplateRule.Key) -> Bool { key == .qualifier || keys.contains(key) }
}
