/// Words of a page in messages.
enum Excerpt {
  /// A text in one line, at most 60 characters of it.
  static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= longest ? line : line.prefix(longest) + "…"
  }

  private static let longest = 60
}
