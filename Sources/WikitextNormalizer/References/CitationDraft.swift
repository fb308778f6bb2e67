import WikitextDocument

/// What the arguments of a citation say, before it is put together.
struct CitationDraft {
  /// A text, with the rank of the parameter that gave it.
  private struct Ranked {
    var rank: Int
    var text: String
    var hint: CSLType?
  }

  /// What numbered parameters say of one person.
  private struct NameDraft {
    var role: CSLRole
    var number: Int
    var family: String?
    var given: String?
    var link: String?
    var whole: [PersonName] = []
  }

  /// The parts of a date.
  private struct DateDraft {
    var variable: CSLDate
    var rank = Int.max
    var full: [UInt8] = []
    var year: [UInt8] = []
    var month: [UInt8] = []
    var day: [UInt8] = []
  }

  private var texts: [(variable: CSLText, value: Ranked)] = []
  private var names: [NameDraft] = []
  private var nameOfKey: [NameKey: Int] = [:]
  private var dates: [DateDraft] = []
  private(set) var abridged: [CSLRole] = []
  var identifiers: [WorkIdentifier] = []
  private var addresses: [(slot: Slot, rank: Int, address: String)] = []
  var linkState: LinkState?
  var language: String?
  var anchor: Anchor?
  var external: String?
  var archivePlace: String?
  /// The moment of a copy in the Wayback Machine.
  var waybackStamp: [UInt8] = []
  var unknown: [String] = []

  /// Kinds of addresses.
  enum Slot {
    case work, chapter, archive
  }

  /// What `ref=` says.
  enum Anchor {
    case ordinary, none
    case named(String)
    /// The names of it; the year is the work's.
    case names(String)
  }

  /// Forgets everything, and keeps the room for more.
  mutating func clear() {
    texts.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    if !nameOfKey.isEmpty { nameOfKey = [:] }
    dates.removeAll(keepingCapacity: true)
    abridged.removeAll(keepingCapacity: true)
    identifiers.removeAll(keepingCapacity: true)
    addresses.removeAll(keepingCapacity: true)
    unknown.removeAll(keepingCapacity: true)
    waybackStamp.removeAll(keepingCapacity: true)
    linkState = nil
    language = nil
    anchor = nil
    external = nil
    archivePlace = nil
  }

  // MARK: Texts and addresses

  mutating func set(_ variable: CSLText, _ text: String, rank: Int, hint: CSLType?) {
    let value = Ranked(rank: rank, text: text, hint: hint)
    guard let known = texts.firstIndex(where: { $0.variable == variable }) else {
      texts.append((variable, value))
      return
    }
    // Of one name the last counts, of several names the first that the data name.
    if rank <= texts[known].value.rank { texts[known].value = value }
  }

  func text(_ variable: CSLText) -> String? { texts.first { $0.variable == variable }?.value.text }

  func hint(of variable: CSLText) -> CSLType? { texts.first { $0.variable == variable }?.value.hint }

  mutating func take(_ variable: CSLText) -> String? {
    guard let known = texts.firstIndex(where: { $0.variable == variable }) else { return nil }
    return texts.remove(at: known).value.text
  }

  var allTexts: [BibliographicItem.Text] {
    texts.map { BibliographicItem.Text(variable: $0.variable, text: $0.value.text) }
  }

  mutating func set(_ slot: Slot, _ address: String, rank: Int) {
    guard let known = addresses.firstIndex(where: { $0.slot == slot }) else {
      addresses.append((slot, rank, address))
      return
    }
    if rank <= addresses[known].rank { addresses[known] = (slot, rank, address) }
  }

  func address(_ slot: Slot) -> String? { addresses.first { $0.slot == slot }?.address }

  // MARK: Names

  private struct NameKey: Hashable {
    var role: CSLRole
    var number: Int
  }

  /// Up to this many people are looked for one after the other, which is faster than a dictionary.
  private static let fewNames = 32

  /// The entry of a person.
  ///
  /// - Complexity: O(1).
  private mutating func name(_ role: CSLRole, _ number: Int) -> Int {
    let number = max(number, 1)
    if let known = names.prefix(CitationDraft.fewNames).firstIndex(where: { $0.number == number && $0.role == role }) {
      return known
    }
    let key = NameKey(role: role, number: number)
    if names.count >= CitationDraft.fewNames {
      if let known = nameOfKey[key] { return known }
      nameOfKey[key] = names.count
    }
    names.append(NameDraft(role: role, number: number))
    return names.count - 1
  }

  mutating func setPart(_ part: ParameterMeaning.NamePart, _ role: CSLRole, _ number: Int, _ text: String) {
    let place = name(role, number)
    switch part {
    case .family: names[place].family = text
    case .given: names[place].given = text
    case .link: names[place].link = text
    case .literal: names[place].whole = [PersonName(literal: text)]
    case .full, .names, .vancouver, .count: break
    }
  }

  /// Enters names that one parameter gives.
  ///
  /// - Parameters:
  ///   - people: what it says.
  ///   - role: whose names they are, unless the text says that they are editors.
  ///   - number: the number in the parameter's name; lists without one come behind all that have one.
  mutating func add(_ people: NameReader.Result, _ role: CSLRole, _ number: Int) {
    let role = people.areEditors && role == .author ? .editor : role
    names[name(role, number)].whole = people.names
    if people.isAbridged { abridge(role) }
  }

  /// Whether a contributor has a parameter to himself: `others=` names people who wrote no part of the work.
  var hasOwnContributor: Bool { names.contains { $0.role == .contributor && $0.family != nil } }

  mutating func abridge(_ role: CSLRole) {
    if !abridged.contains(role) { abridged.append(role) }
  }

  /// The people, role by role in the order in which the page has the roles, by number.
  ///
  /// - Complexity: O(n log n).
  func contributors() -> [BibliographicItem.Contributor] {
    var roles: [CSLRole] = []
    for name in names where !roles.contains(name.role) { roles.append(name.role) }
    var result: [BibliographicItem.Contributor] = []
    result.reserveCapacity(names.count)
    for role in roles {
      for draft in names.filter({ $0.role == role }).sorted(by: { $0.number < $1.number }) {
        for name in CitationDraft.people(draft) { result.append(.init(role: role, name: name)) }
      }
    }
    return result
  }

  private static func people(_ draft: NameDraft) -> [PersonName] {
    var people = draft.whole
    if let family = draft.family {
      // A family name alone may be an organization's.
      people = [draft.given.map { PersonName(family: family, given: $0) } ?? PersonName(literal: family)]
    } else if let given = draft.given {
      if people.count == 1, people[0].family == nil, let literal = people[0].literal {
        // `author=Doe | first=Jane`
        people = [PersonName(family: literal, given: given)]
      } else if people.isEmpty {
        people = [PersonName(literal: given)]
      }
    }
    if let link = draft.link, people.count == 1 { people[0].link = link }
    return people
  }

  // MARK: Dates

  mutating func set(_ part: ParameterMeaning.DatePart, _ variable: CSLDate, _ text: [UInt8], rank: Int) {
    let place: Int
    if let known = dates.firstIndex(where: { $0.variable == variable }) {
      place = known
    } else {
      place = dates.count
      dates.append(DateDraft(variable: variable))
    }
    switch part {
    case .full:
      if rank <= dates[place].rank {
        dates[place].full = text
        dates[place].rank = rank
      }
    case .year: dates[place].year = text
    case .month: dates[place].month = text
    case .day: dates[place].day = text
    }
  }

  /// Whether a date is there.
  func has(_ variable: CSLDate) -> Bool { dates.contains { $0.variable == variable } }

  /// The dates, and the letter of the year of issue.
  func readDates(_ reader: inout CitationDateReader) -> (dates: [BibliographicItem.Date], suffix: String?) {
    var result: [BibliographicItem.Date] = []
    var suffix: String?
    for draft in dates {
      let parts = reader.read(year: draft.year, month: draft.month, day: draft.day)
      var reading = parts
      if !draft.full.isEmpty {
        reading = reader.read(draft.full)
        // `accessdate=19 August | accessyear=2008`
        if reading?.date.date?.year == nil, !draft.year.isEmpty {
          let joined = reader.read(draft.full + [0x20] + draft.year)
          reading = joined?.date.date == nil ? parts ?? reading : joined
        }
      }
      guard let reading else { continue }
      result.append(.init(variable: draft.variable, date: reading.date))
      // `date=2 May 1999 | year=1999b` is how a letter is told apart from a date.
      if draft.variable == .issued { suffix = reading.suffix ?? parts?.suffix }
    }
    return (result, suffix)
  }
}
