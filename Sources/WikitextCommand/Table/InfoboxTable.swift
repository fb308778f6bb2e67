import Wikitext

/// Infoboxes as text for people: the name of a field on the left, its value on the right.
///
///     Infobox river
///       name       Isar
///       cities     Munich
///                  Landshut
///       (3 fields without a value)
struct InfoboxTable {
  /// Names wider than this have a line of their own. In columns.
  private static let widestName = 28
  /// Values are given at least this much space, however narrow the terminal. In columns.
  private static let narrowestValue = 16

  /// The columns that there are; `nil` for no end.
  var width: Int?
  /// Whether titles are bold.
  var isStyled: Bool

  /// The tables of the infoboxes, an empty line between them.
  func text(of infoboxes: [Infobox]) -> String {
    infoboxes.map(text(of:)).joined(separator: "\n")
  }

  private func text(of infobox: Infobox) -> String {
    var text = title(of: infobox) + "\n"
    let fields = infobox.fields.filter { !$0.isEmpty }
    let names = fields.map { StandardError.clean($0.name) }
    let widths = names.map { DisplayWidth.of($0) }
    let nameWidth = widths.filter { $0 <= InfoboxTable.widestName }.max() ?? 0
    let indent = 2 + nameWidth + 2
    let valueWidth = width.map { max($0 - indent, InfoboxTable.narrowestValue) } ?? .max
    for ((field, name), width) in zip(zip(fields, names), widths) {
      text += "  " + name
      if width > nameWidth {
        text += "\n" + String(repeating: " ", count: indent)
      } else {
        text += String(repeating: " ", count: nameWidth - width + 2)
      }
      let lines = values(of: field).flatMap { LineWrapping.lines(of: $0, width: valueWidth) }
      text += lines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
    }
    let emptyCount = infobox.fields.count - fields.count
    if emptyCount > 0 { text += "  (\(emptyCount) \(emptyCount == 1 ? "field" : "fields") without a value)\n" }
    return text
  }

  private func title(of infobox: Infobox) -> String {
    var title = StandardError.clean(infobox.name)
    if isStyled { title = "\u{1B}[1m\(title)\u{1B}[0m" }
    if let parent = infobox.parent { title += " (in \(StandardError.clean(parent.name)))" }
    return title
  }

  /// The lines of a value before they are wrapped: its items, or what it is in one piece. What has no text, such as a
  /// template, is given as written.
  private func values(of field: InfoboxField) -> [String] {
    let items = field.items
    var texts = items.map { item in
      let text = item.text
      return text.isEmpty ? written(item.range, in: item.document) : text
    }
    if items.count < 2 {
      let text = field.text
      texts = [text.isEmpty ? written(field.range, in: field.document) : text]
    }
    if field.isOverridden { texts[texts.count - 1] += " (overridden by a later field)" }
    return texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: true) }.map {
      StandardError.clean(String($0))
    }
  }
}

extension InfoboxTable {
  /// Of a value as written so many bytes are shown: it may hold other infoboxes, which have tables of their own.
  private static let longestValue = 4096

  private func written(_ range: SourceRange, in document: Document) -> String {
    let bytes = document.source[range.offsets].prefix(InfoboxTable.longestValue)
    return String(decoding: bytes, as: UTF8.self) + (bytes.count < range.count ? "…" : "")
  }
}

/// Breaks text into lines that fit.
enum LineWrapping {
  /// The lines of `text`; those behind the first are indented. Broken at spaces and between wide characters, and
  /// elsewhere only where a word is wider than a line.
  static func lines(of text: String, width: Int) -> [String] {
    guard width < .max, DisplayWidth.of(text) > width else { return [text] }
    let indent = "  "
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    /// Where the line may be broken: what is before, and its width.
    var breakpoint: String.Index?
    func endLine() {
      let end = breakpoint ?? line.endIndex
      let rest = line[end...].drop { $0 == " " }
      lines.append(String(line[..<end]))
      line = indent + rest
      lineWidth = DisplayWidth.of(line)
      breakpoint = nil
    }
    for character in text {
      let characterWidth = DisplayWidth.of(character)
      if character == " " {
        if line.isEmpty || line == indent && !lines.isEmpty { continue }
        breakpoint = line.endIndex
      } else if characterWidth == 2 {
        breakpoint = line.endIndex > line.startIndex && line != indent ? line.endIndex : nil
      }
      if lineWidth + characterWidth > width, lineWidth > indent.count {
        endLine()
        if character == " " { continue }
      }
      line.append(character)
      lineWidth += characterWidth
    }
    lines.append(line)
    return lines
  }
}
