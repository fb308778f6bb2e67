import WikitextDocument
import WikitextSyntax

/// Reads what a page says of itself as a whole: one pass over its nodes, in which every template is looked up once.
struct PageReader {
  let document: Document
  /// Shows templates as text.
  var builder: ValueTextBuilder
  let words = PageWords.standard
  var facts = PageFacts()
  /// Where what is around the node ends: an infobox, a gallery.
  private var infoboxEnd = 0
  private var galleryEnd = 0
  /// Where a box of maintenance ends, which may hold others.
  private var noticeEnd = 0
  /// The infoboxes are passed in step with the nodes.
  private var nextInfobox = 0

  init(_ document: Document, _ builder: ValueTextBuilder) {
    self.document = document
    self.builder = builder
  }

  /// Reads the templates, functions and images of the page.
  ///
  /// - Parameter known: the templates that were met, by their names; the others are entered.
  /// - Complexity: O(nodes), and O(bytes) for what is found.
  mutating func readNodes(_ known: inout SpellingCache) {
    let records = document.records
    let infoboxes = document.extras.infoboxes
    let pool = document.pool
    var index = 1
    while index < records.count {
      let record = records[index]
      switch record.kind {
      case .template:
        if nextInfobox < infoboxes.count, Int(infoboxes[nextInfobox].node) == index {
          nextInfobox += 1
          infoboxEnd = max(infoboxEnd, Int(record.next))
        } else if let rule = rule(pool.span, record.name.offsets, &known), !note(index, rule) {
          // Nothing in it is of this page.
          index = Int(record.next)
          continue
        }
      case .parserFunction:
        noteFunction(index)
      case .image:
        noteImage(index)
      case .gallery:
        galleryEnd = max(galleryEnd, Int(record.next))
      default:
        break
      }
      index += 1
    }
    if document.behaviorSwitches.contains(where: { $0.name == PageReader.disambiguationSwitch }) {
      facts.isDisambiguation = true
    }
  }

  /// The rule of a template that says something of the page.
  private func rule(_ bytes: Span<UInt8>, _ name: Range<Int>, _ known: inout SpellingCache) -> TemplateRule? {
    if let list = known.value(of: bytes, name) { return list < 0 ? nil : builder.packs.firstRule(of: Int(list)) }
    let list = builder.packs.list(bytes, name)
    let rule = list.flatMap { builder.packs.firstRule(of: $0) }.flatMap { $0.kind.isOfPage ? $0 : nil }
    known.insert(rule == nil ? -1 : Int32(truncatingIfNeeded: list ?? -1), for: bytes, name)
    return rule
  }

  /// `__DISAMBIG__` of the extension Disambiguator.
  private static let disambiguationSwitch = "disambiguation"

  /// Notes what a template says of the page.
  ///
  /// - Returns: whether what stands in its arguments is to be looked at.
  private mutating func note(_ node: Int, _ rule: TemplateRule) -> Bool {
    switch rule.kind {
    case .shortDescription:
      let call = call(node)
      setDescription(text(.text, rule, call))
      return false
    case .disambiguation:
      facts.isDisambiguation = true
      return false
    case .stub:
      facts.isStub = true
      return false
    case .hatnote:
      noteHatnote(node, rule)
      return false
    case .maintenance:
      noteMaintenance(node)
      // Boxes of several, and the text that a mark is about, stand in the arguments.
      return true
    case .coordinates:
      noteCoordinates(node)
      return false
    case .image:
      let call = call(node)
      add(
        PageImage(
          file: document.configuration.fileName(text(.file, rule, call)),
          caption: text(.caption, rule, call).ifNotEmpty,
          place: place(of: node),
          range: range(of: node)
        )
      )
      return true
    case .navigation, .metadata:
      return false
    default:
      return true
    }
  }

  // MARK: Parts

  /// The text of a rule's pattern.
  private func text(_ key: TemplateRule.Key, _ rule: TemplateRule, _ call: TemplateCall) -> String {
    builder.plain(key, rule, call).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The arguments that a pattern names, each of its parts giving one, `*` all positional ones.
  private func arguments(of pattern: ArgumentPattern, _ call: TemplateCall) -> [Int] {
    pattern.parts.flatMap { part -> [Int] in
      guard case .argument(let names) = part else { return [] }
      if names == ["*"] { return call.positional }
      return call.firstArgument(names, in: document).map { [$0] } ?? []
    }
  }

  func call(_ node: Int) -> TemplateCall {
    TemplateCall(node, in: document, name: document.string(document.records[node].name))
  }

  func range(of node: Int) -> SourceRange {
    let record = document.records[node]
    return SourceRange(start: Int(record.sourceStart), end: Int(record.sourceEnd))
  }

  private func place(of node: Int) -> PageImage.Place {
    node < galleryEnd ? .gallery : node < infoboxEnd ? .infobox : .text
  }

  private mutating func setDescription(_ description: String) {
    // Of several, MediaWiki shows the last.
    if !description.isEmpty { facts.shortDescription = words.isNone(description) ? nil : description }
  }

  private mutating func noteFunction(_ node: Int) {
    let record = document.records[node]
    guard document.pool[record.name.offsets].elementsEqual("shortdesc".utf8), node + 1 < Int(record.next) else {
      return
    }
    setDescription(String(decoding: document.plainText(ofArgument: node + 1), as: UTF8.self))
  }

  private mutating func noteHatnote(_ node: Int, _ rule: TemplateRule) {
    let call = call(node)
    var links: [LinkTitle] = []
    let configuration = document.configuration
    for argument in rule[.target].map({ arguments(of: $0, call) }) ?? [] {
      // Where an editor wrote links of his own, the text around them is no title.
      if document.records[argument..<Int(document.records[argument].next)].contains(where: { $0.kind == .link }) {
        continue
      }
      let target = String(decoding: document.plainText(ofArgument: argument), as: UTF8.self)
      if !target.isEmpty { links.append(LinkTitle(target, configuration: configuration)) }
    }
    for index in node..<Int(document.records[node].next) where document.records[index].kind == .link {
      let record = document.records[index]
      let link = LinkTitle(
        document.string(record.target),
        configuration: configuration,
        isInterwiki: record.flags.contains(.interwiki)
      )
      if links.count > PageReader.fewLinks || !links.contains(link) { links.append(link) }
    }
    let text = text(.text, rule, call)
    facts.hatnotes.append(Hatnote(text: text, links: links, template: call.name, range: range(of: node)))
  }

  /// Links of hatnotes with more than these are not compared with one another.
  private static let fewLinks = 32

  private mutating func noteMaintenance(_ node: Int) {
    let record = document.records[node]
    let isInline = node >= noticeEnd && !document.standsAmongBlocks(node)
    if !isInline { noticeEnd = max(noticeEnd, Int(record.next)) }
    var date: String?
    var reason: String?
    var argument = node + 1
    while argument < Int(record.next) {
      switch words.maintenanceKey(document.string(document.records[argument].name)) {
      case .date: date = String(decoding: document.plainText(ofArgument: argument), as: UTF8.self).ifNotEmpty
      case .reason: reason = String(decoding: document.plainText(ofArgument: argument), as: UTF8.self).ifNotEmpty
      case nil: break
      }
      argument = Int(document.records[argument].next)
    }
    facts.maintenance.append(
      MaintenanceMark(
        template: document.string(record.name),
        date: date,
        reason: reason,
        isInline: isInline,
        range: range(of: node)
      )
    )
  }

  private mutating func noteCoordinates(_ node: Int) {
    guard let found = CoordinateParser(document: document).coordinates(of: node) else { return }
    var position = GeoPosition(latitude: found.latitude, longitude: found.longitude)
    position.readDetails(of: call(node), in: document)
    let origin: PageCoordinates.Origin = found.isOfSubject ? .title : node < infoboxEnd ? .infobox : .elsewhere
    facts.coordinates.append(PageCoordinates(position: position, origin: origin, range: found.range))
  }

  private mutating func noteImage(_ node: Int) {
    let record = document.records[node]
    var alternative: String?
    var isIcon = false
    if record.flags.contains(.hasAttributes) {
      // The one counts that MediaWiki takes: the last.
      for attribute in document.attributeRecords(of: node) {
        let name = document.pool[attribute.name.offsets]
        if name.elementsEqual("alt".utf8) {
          alternative = document.string(attribute.value).ifNotEmpty
        } else if name.elementsEqual("width".utf8) {
          isIcon = PageReader.isOfIcon(document.pool[attribute.value.offsets])
        }
      }
    }
    add(
      PageImage(
        file: document.configuration.fileName(document.string(record.target)),
        caption: String(decoding: document.plainText(ofArgument: node), as: UTF8.self).ifNotEmpty,
        alternativeText: alternative,
        place: place(of: node),
        isIcon: isIcon,
        range: range(of: node)
      )
    )
  }

  /// Whether a size has a side of few pixels: `20`, `x20`, `20x20`.
  private static func isOfIcon(_ size: ArraySlice<UInt8>) -> Bool {
    var number = 0
    var hasDigits = false
    for byte in size + [UInt8(ascii: "x")] {
      if byte == UInt8(ascii: "x") {
        if hasDigits, number <= PageImage.widestIcon { return true }
        (number, hasDigits) = (0, false)
      } else if byte &- 0x30 < 10 {
        number = min(number * 10 + Int(byte &- 0x30), 1 << 20)
        hasDigits = true
      }
    }
    return false
  }

  private mutating func add(_ image: PageImage) {
    if !image.file.isEmpty { facts.images.append(image) }
  }
}

extension String {
  /// Nil for an empty string.
  var ifNotEmpty: String? { isEmpty ? nil : self }
}

extension TemplateRule.Kind {
  /// Whether a template of the kind says something of the page, or stands around what is not of it.
  fileprivate var isOfPage: Bool {
    switch self {
    case .shortDescription, .disambiguation, .stub, .hatnote, .maintenance, .coordinates, .image, .navigation,
      .metadata:
      true
    default: false
    }
  }
}
