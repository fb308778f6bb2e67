import WikitextDocument
import WikitextSyntax

/// Short references: `{{sfn|Smith|1999|p=3}}`, `{{r|smith}}`, `{{rp|3}}`.
extension CitationReader {
  /// What a call of a short reference says.
  struct HarvardCall {
    var authors: [String] = []
    var year: String?
    var locator: String?
    /// What the call itself says the work is called.
    var anchor: String?

    var key: String { anchor ?? CitationAnchor.folded(authors.joined() + (year ?? "")) }

    /// Whether it names anything.
    var isEmpty: Bool { authors.isEmpty && year == nil && anchor == nil }
  }

  /// Reads a short reference.
  ///
  /// - Parameters:
  ///   - node: the template.
  ///   - template: what it is.
  ///   - document: the template's document.
  ///   - place: where it stands.
  mutating func readShort(_ node: Int, _ template: CitationTemplate, of document: Document, _ place: Place) {
    let name = document.string(document.records[node].name)
    func short(_ kind: ShortReference.Kind, _ call: HarvardCall, key: String) -> ShortReference {
      ShortReference(
        kind: kind,
        authors: call.authors,
        year: call.year,
        key: key,
        locator: call.locator,
        range: document.range(node),
        template: name,
        reference: place.reference
      )
    }
    switch template.kind {
    case .severalHarvard:
      for call in readSeveral(node, of: document) where !call.isEmpty {
        bibliography.shortReferences.append(short(.harvard, call, key: call.key))
      }
    case .byAnchor:
      var (positional, call) = readCall(node, template, of: document)
      guard let shown = positional.first else { return }
      if positional.count > 1, !positional[1].isEmpty { call.locator = call.locator ?? positional[1] }
      let anchor = call.anchor ?? (positional.count > 2 && !positional[2].isEmpty ? positional[2] : shown)
      bibliography.shortReferences.append(short(.harvard, call, key: CitationAnchor.folded(anchor)))
    case .named:
      let (positional, call) = readCall(node, template, of: document)
      for name in positional where !name.isEmpty { bibliography.shortReferences.append(short(.named, call, key: name)) }
    case .pages:
      var (positional, call) = readCall(node, template, of: document)
      call.locator = call.locator ?? positional.first
      guard call.locator != nil else { return }
      var reference = short(.pages, call, key: "")
      reference.target = lastReference
      bibliography.shortReferences.append(reference)
    default:
      let call = readHarvard(node, template, of: document)
      if !call.isEmpty { bibliography.shortReferences.append(short(.harvard, call, key: call.key)) }
    }
  }

  /// Names and year by position: the last is the year.
  mutating func readHarvard(_ node: Int, _ template: CitationTemplate, of document: Document) -> HarvardCall {
    var (positional, call) = readCall(node, template, of: document)
    positional.removeAll { $0.isEmpty }
    if let last = positional.last, last.utf8.contains(where: { ($0 &- 0x30) < 10 }) || positional.count > 1 {
      call.year = last
      positional.removeLast()
    }
    call.authors = Array(positional.prefix(CitationAnchor.maximumNames))
    return call
  }

  /// The arguments by position, at most ten, and those by name.
  private mutating func readCall(
    _ node: Int,
    _ template: CitationTemplate,
    of document: Document
  ) -> (positional: [String], call: HarvardCall) {
    var positional: [String] = []
    var call = HarvardCall()
    var argument = node + 1
    let end = Int(document.records[node].next)
    while argument < end {
      let record = document.records[argument]
      defer { argument = Int(record.next) }
      if record.detail == 0 {
        guard positional.count < 10 else { continue }
        text.read(argument, of: document, &lookup)
        positional.append(text.string)
        continue
      }
      guard let (rule, _) = lookup.rule(document, argument, position: 0, of: template) else { continue }
      text.read(argument, of: document, &lookup)
      guard !text.bytes.isEmpty else { continue }
      switch rule.meaning {
      case .text(.page, _), .text(.locator, _):
        call.locator = call.locator.map { "\($0), \(text.string)" } ?? text.string
      case .anchor: call.anchor = CitationAnchor.folded(text.string)
      default: break
      }
    }
    return (positional, call)
  }

  /// `{{sfnm|1a1=Smith|1y=1999|1p=3|2a1=Doe|2y=2001}}`: the first number is that of the work.
  private mutating func readSeveral(_ node: Int, of document: Document) -> [HarvardCall] {
    var calls: [Int: HarvardCall] = [:]
    var argument = node + 1
    let end = Int(document.records[node].next)
    var name: [UInt8] = []
    while argument < end {
      let record = document.records[argument]
      defer { argument = Int(record.next) }
      let pool = document.pool
      guard FoldedName.fold(pool.span, record.name.offsets, .parameter, into: &name),
        let number = FoldedName.takeNumber(from: &name)
      else { continue }
      text.read(argument, of: document, &lookup)
      guard !text.bytes.isEmpty else { continue }
      switch String(decoding: name, as: UTF8.self) {
      case "a1", "a2", "a3", "a4": calls[number, default: HarvardCall()].authors.append(text.string)
      case "y": calls[number, default: HarvardCall()].year = text.string
      case "p", "pp", "loc": calls[number, default: HarvardCall()].locator = text.string
      default: break
      }
    }
    return calls.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Works

  /// Works by the last words of the names of their authors and the year, where the page does not divide the names; nil
  /// for what two works have in common.
  private func surnameAnchors() -> [String: Int?] {
    var anchors: [String: Int?] = [:]
    for (place, item) in bibliography.items.enumerated() {
      let authors = item[.author].prefix(CitationAnchor.maximumNames)
      guard item.anchor != nil, authors.contains(where: { $0.family == nil }) else { continue }
      let names = authors.map { name in
        name.family ?? name.literal.map { String($0.split(separator: " ").last ?? "") } ?? ""
      }
      guard let anchor = CitationAnchor.anchor(of: item, names: names.joined()) else { continue }
      guard let known = anchors[anchor] else {
        anchors[anchor] = .some(place)
        continue
      }
      // A work that is cited twice is one.
      if let known, bibliography.items[known].title != item.title { anchors.updateValue(nil, forKey: anchor) }
    }
    return anchors
  }

  /// Finds the works of the short references.
  ///
  /// - Complexity: O(items + references), where there is a short reference at all.
  mutating func resolve(_ document: Document) {
    guard !bibliography.shortReferences.isEmpty else { return }
    var anchors: [String: Int] = [:]
    var itemOfReference: [Int: Int] = [:]
    for (place, item) in bibliography.items.enumerated() {
      if let anchor = item.anchor, anchors[anchor] == nil { anchors[anchor] = place }
      if let reference = item.reference, itemOfReference[reference] == nil { itemOfReference[reference] = place }
    }
    let surnames = surnameAnchors()
    var names: [String: Int] = [:]
    if bibliography.shortReferences.contains(where: { $0.kind == .named }) {
      for reference in document.references where reference.definition != nil {
        if let name = reference.name, names[name] == nil { names[name] = reference.number }
      }
    }
    for place in bibliography.shortReferences.indices {
      let short = bibliography.shortReferences[place]
      switch short.kind {
      case .harvard:
        if let item = anchors[short.key] {
          bibliography.shortReferences[place].item = item
        } else if let item = surnames[short.key], let item {
          bibliography.shortReferences[place].item = item
          bibliography.shortReferences[place].isTied = false
        }
      case .named: bibliography.shortReferences[place].target = names[short.key]
      case .pages: break
      }
      if let target = bibliography.shortReferences[place].target {
        bibliography.shortReferences[place].item = itemOfReference[target]
      }
    }
  }
}
