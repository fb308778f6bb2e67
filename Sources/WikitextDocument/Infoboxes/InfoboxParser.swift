import WikitextSyntax

/// Finds the infoboxes of a document and takes them apart into fields and items.
///
/// A template is an infobox by its name (`Infobox river`, `Taxobox`, `Ficha de película`, `基礎情報 会社`,
/// `Карточка`) or because the caller names it, wherever it stands; or, before the first heading, by its shape: it has its lines to itself, four named
/// arguments or more, and no more than a quarter without a name. What is known to be something else is none.
public struct InfoboxParser: Sendable {
  private let names: InfoboxNames

  /// The least number of named arguments that make an infobox by its shape.
  static let leastFields = 4

  /// Prepares for pages.
  ///
  /// - Parameter names: templates that are infoboxes, beside those that are known by themselves.
  public init(names: InfoboxNames = .none) {
    self.names = names
  }

  /// The document with its infoboxes, and with the coordinates that templates give.
  ///
  /// - Complexity: O(nodes).
  func adding(to document: Document) -> Document {
    var search = Search(document, names.names)
    search.run()
    guard search.found else { return document }
    return Document(
      source: document.source,
      configuration: document.configuration,
      records: document.records,
      pool: document.pool,
      attributes: document.attributes,
      extras: search.extras
    )
  }

  /// One document's search.
  private struct Search {
    let document: Document
    let records: [NodeRecord]
    let names: TemplateNames
    var extras: DocumentExtras
    var found = false
    /// The infoboxes around, by where they end.
    private var open: [(end: Int, infobox: UInt32)] = []

    init(_ document: Document, _ names: TemplateNames) {
      self.document = document
      self.names = names
      records = document.records
      extras = document.extras
    }

    mutating func run() {
      let lead = leadEnd
      let pool = document.pool
      for index in records.indices where records[index].kind == .template {
        while let last = open.last, last.end <= index { open.removeLast() }
        let record = records[index]
        let name = record.name.offsets
        if InfoboxTemplates.infoboxes.contains(pool.span, name) {
          if !InfoboxTemplates.others.contains(pool.span, name), hasArguments(index) { add(index, .name) }
        } else if InfoboxTemplates.coordinates.contains(pool.span, name) {
          if let coordinates = CoordinateParser(document: document).coordinates(of: index) {
            extras.coordinates.append(coordinates)
            found = true
          }
        } else if names.contains(pool.span, name) {
          if hasArguments(index) { add(index, .given) }
        } else if index < lead, record.flags.contains(.block), hasShape(index),
          !InfoboxTemplates.others.contains(pool.span, name)
        {
          add(index, .shape)
        }
      }
    }

    /// Where the lead section ends.
    private var leadEnd: Int {
      records.count > 1 && records[1].kind == .section ? Int(records[1].next) : records.count
    }

    private func hasArguments(_ template: Int) -> Bool { Int(records[template].next) > template + 1 }

    private func hasShape(_ template: Int) -> Bool {
      var named = 0
      var positional = 0
      var argument = template + 1
      while argument < Int(records[template].next) {
        if records[argument].name.isEmpty { positional += 1 } else { named += 1 }
        argument = Int(records[argument].next)
      }
      guard named >= InfoboxParser.leastFields, named >= positional * 3 else { return false }
      // Line by line: at least as many line breaks as named arguments, nearly.
      var lines = 0
      for byte in document.source[Int(records[template].sourceStart)..<Int(records[template].sourceEnd)]
      where byte == UInt8(ascii: "\n") { lines += 1 }
      return lines * 4 >= named * 3
    }

    private mutating func add(_ template: Int, _ evidence: InfoboxEvidence) {
      found = true
      let number = UInt32(truncatingIfNeeded: extras.infoboxes.count)
      let firstField = extras.fields.count
      var position: UInt32 = 0
      var argument = template + 1
      while argument < Int(records[template].next) {
        let isPositional = records[argument].name.isEmpty
        if isPositional { position += 1 }
        let firstItem = extras.items.count
        var splitter = ItemSplitter(document: document)
        splitter.split(argument, into: &extras.items)
        extras.fields.append(
          FieldRecord(
            node: UInt32(truncatingIfNeeded: argument),
            firstItem: UInt32(truncatingIfNeeded: firstItem),
            itemCount: UInt32(truncatingIfNeeded: extras.items.count - firstItem),
            position: isPositional ? position : 0,
            isOverridden: false
          )
        )
        argument = Int(records[argument].next)
      }
      markOverridden(from: firstField)
      extras.infoboxes.append(
        InfoboxRecord(
          node: UInt32(truncatingIfNeeded: template),
          firstField: UInt32(truncatingIfNeeded: firstField),
          fieldCount: UInt32(truncatingIfNeeded: extras.fields.count - firstField),
          parent: open.last?.infobox,
          evidence: evidence
        )
      )
      open.append((Int(records[template].next), number))
    }

    /// Flags the fields that a later one of the same name overrides.
    private mutating func markOverridden(from first: Int) {
      let pool = document.pool
      var last: [ArraySlice<UInt8>: Int] = [:]
      for field in first..<extras.fields.count where extras.fields[field].position == 0 {
        let name = pool[records[Int(extras.fields[field].node)].name.offsets]
        if let earlier = last.updateValue(field, forKey: name) { extras.fields[earlier].isOverridden = true }
      }
    }
  }
}
