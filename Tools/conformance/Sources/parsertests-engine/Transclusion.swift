/// What of a page's text counts where the page is transcluded: `<noinclude>`, `<includeonly>`, `<onlyinclude>`.
enum Transclusion {
  /// The text that is transcluded.
  static func text(of page: String) -> String {
    let only = contents(of: "onlyinclude", in: page)
    let text = only.isEmpty ? without("noinclude", in: page) : only.joined()
    return removingTags("includeonly", in: only.isEmpty ? text : without("noinclude", in: text))
  }

  /// What stands in the elements with this name.
  private static func contents(of name: String, in text: String) -> [String] {
    var contents: [String] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "<\(name)>"),
      let close = rest[open.upperBound...].firstRange(of: "</\(name)>")
    {
      contents.append(String(rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return contents
  }

  /// The text without the elements with this name; one that is not closed goes up to the end.
  private static func without(_ name: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "<\(name)>") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "</\(name)>") else { return result }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }

  private static func removingTags(_ name: String, in text: String) -> String {
    text.replacing("<\(name)>", with: "").replacing("</\(name)>", with: "")
  }
}
