import WikitextSyntax

@testable import WikitextDocument

/// A rendered page as its readers make it, for tests.
struct RenderedPage {
  /// A row of an infobox: its label, its items, what is told by attributes.
  struct Row {
    var label: String
    var items: [String]
    var attributes: [(name: String, value: String)] = []

    init(_ label: String, _ items: String..., attributes: [(name: String, value: String)] = []) {
      self.label = label
      self.items = items
      self.attributes = attributes
    }
  }

  private var builder = DocumentBuilder()
  private var source: [UInt8] = []
  private var infoboxes: [Int] = []
  private let configuration: SiteConfiguration

  init(configuration: SiteConfiguration = .standard) {
    self.configuration = configuration
    builder.extras.dialect = .pageText
  }

  private mutating func append(_ text: String) {
    let start = source.count
    source += text.utf8
    builder.addText(source[start...], from: start, to: source.count)
  }

  /// Adds an infobox; its template's name may be told.
  mutating func addInfobox(_ name: String = "", _ rows: [Row]) {
    let name = builder.intern(Array(name.utf8)[...])
    builder.openNode(NewNode(.template, at: source.count, flags: .block, name: name))
    infoboxes.append(builder.current)
    for row in rows {
      let label = builder.intern(Array(row.label.utf8)[...])
      source += (row.label + " ").utf8
      builder.openNode(NewNode(.argument, at: source.count, detail: 1, name: label))
      for (name, value) in row.attributes { builder.addAttribute(named: name, value, to: builder.current) }
      for (place, item) in row.items.enumerated() {
        if place > 0 {
          source.append(0x0A)
          builder.addLeaf(NewNode(.lineBreak, at: source.count - 1), to: source.count)
        }
        append(item)
      }
      builder.closeNode(at: source.count)
      source.append(0x0A)
    }
    builder.closeNode(at: source.count)
  }

  /// Adds a list of references, each with the mark of its place.
  mutating func addReferences(_ entries: String...) {
    builder.openNode(NewNode(.referenceList, at: source.count))
    for (place, entry) in entries.enumerated() {
      let number = builder.reference(group: PoolRange(), name: builder.intern(Array(String(place + 1).utf8)[...]))
      let target = PoolRange(start: UInt32(number), end: UInt32(number))
      builder.openNode(NewNode(.reference, at: source.count, target: target))
      builder.use(number, node: builder.current)
      builder.extras.references[number].definition = UInt32(builder.current)
      builder.extras.references[number].isListDefined = true
      append(entry)
      builder.closeNode(at: source.count)
      source.append(0x0A)
    }
    builder.closeNode(at: source.count)
  }

  /// The document.
  mutating func finish() -> Document {
    builder.finish(source: source, configuration: configuration).adding(renderedInfoboxes: infoboxes, .lines)
  }
}
