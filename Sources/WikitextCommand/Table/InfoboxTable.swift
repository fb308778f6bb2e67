import Wikitext

/// Infoboxes as text for people: the name of a field, the kind of a value, and the value in one line, with what the page
/// says beside it in brackets.
///
///     Infobox river (schema river)
///       Name     text      Isar
///       Length   quantity  292 km
///       Cities   link      Munich
///                link      Landshut [largest]
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
  func text(of infoboxes: [TypedInfobox]) -> String {
    infoboxes.map(text(of:)).joined(separator: "\n")
  }

  private func text(of infobox: TypedInfobox) -> String {
    var text = title(of: infobox) + "\n"
    let fields = infobox.fields.filter { !$0.field.isEmpty }
    let names = fields.map { StandardError.clean(name(of: $0)) }
    let lines = fields.map { self.lines(of: $0) }
    let widths = names.map { DisplayWidth.of($0) }
    let nameWidth = widths.filter { $0 <= InfoboxTable.widestName }.max() ?? 0
    let indent = 2 + nameWidth + 2
    let kindWidth = lines.joined().map(\.kind.utf8.count).max() ?? 0
    // A narrow terminal has the kind on a line of its own, above the values of the kind.
    let isNarrow = (width ?? .max) < indent + kindWidth + 2 + InfoboxTable.narrowestValue
    let valueIndent = isNarrow ? indent : indent + kindWidth + (kindWidth > 0 ? 2 : 0)
    let valueWidth = width.map { max($0 - valueIndent, InfoboxTable.narrowestValue) } ?? .max
    for (place, name) in names.enumerated() {
      text += "  " + name
      if widths[place] > nameWidth {
        text += "\n" + String(repeating: " ", count: indent)
      } else {
        text += String(repeating: " ", count: nameWidth - widths[place] + 2)
      }
      for (number, line) in lines[place].enumerated() {
        if number > 0 { text += String(repeating: " ", count: indent) }
        text += line.kind
        if !isNarrow {
          text += String(repeating: " ", count: valueIndent - indent - line.kind.utf8.count)
        } else if !line.kind.isEmpty {
          text += "\n" + String(repeating: " ", count: indent)
        }
        let wrapped = LineWrapping.lines(of: line.value, width: valueWidth)
        text += wrapped.joined(separator: "\n" + String(repeating: " ", count: valueIndent)) + "\n"
      }
    }
    let emptyCount = infobox.fields.count - fields.count
    if emptyCount > 0 { text += "  (\(emptyCount) \(emptyCount == 1 ? "field" : "fields") without a value)\n" }
    return text
  }

  /// The label; in brackets what a row without one is taken for.
  private func name(of field: TypedField) -> String { field.inferred.map { "(\($0.label))" } ?? field.label }

  private func title(of typed: TypedInfobox) -> String {
    let name = typed.infobox.name
    // A rendered page may show a caption and not tell the template.
    var title = StandardError.clean(name.isEmpty ? typed.infobox.node.attribute("caption") ?? "infobox" : name)
    if isStyled { title = "\u{1B}[1m\(title)\u{1B}[0m" }
    if let schema = typed.schema { title += " (schema \(StandardError.clean(schema.name)))" }
    if let parent = typed.infobox.parent { title += " (in \(StandardError.clean(parent.name)))" }
    return title
  }

  /// A value in a line, before it is wrapped.
  private struct Line {
    var kind: String
    var value: String
  }

  /// The values of a field; where there is none, what the field is in one piece, or as written.
  private func lines(of typed: TypedField) -> [Line] {
    var lines = typed.values.map { value in
      var text = value.content.description
      var remarks = value.qualifiers
      if let date = value.asOf?.description, !remarks.contains(where: { $0.contains(date) }) {
        remarks.append("as of \(date)")
      }
      if !remarks.isEmpty { text += " [" + remarks.joined(separator: "; ") + "]" }
      return Line(kind: "\(value.content.kindName)", value: text)
    }
    if lines.isEmpty {
      let text = typed.field.text
      lines = [Line(kind: "", value: text.isEmpty ? written(typed.field.range, in: typed.field.document) : text)]
    }
    if typed.field.isOverridden { lines[lines.count - 1].value += " (overridden by a later field)" }
    return lines.map { line in
      Line(kind: line.kind, value: StandardError.clean(String(line.value.prefix(InfoboxTable.longestValue))))
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
