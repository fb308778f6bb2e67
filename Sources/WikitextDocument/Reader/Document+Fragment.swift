package import WikitextSyntax

extension Document {
  /// Reads wikitext that is not a page: the value of an attribute, in which no paragraphs are made.
  ///
  /// What it holds is below ``fragmentRoot``.
  ///
  /// - Complexity: O(size of the wikitext).
  package convenience init(fragment wikitext: [UInt8], configuration: SiteConfiguration) {
    // The content of `<ref>` is read in just this way; behind `<nowiki />` it does not begin a line. Where the value has
    // end tags of that name, which would end it, a tag that no wiki has takes its place.
    let isRead = configuration.extensionTags.contains(ExtensionTag(name: "ref", content: .wikitext))
    let name = isRead && !Document.hasEndTag(wikitext, "</ref") ? "ref" : ExtensionRoles.fragmentTag
    let tag = ExtensionTag(name: name, content: .wikitext)
    let grammar = name == "ref" ? configuration : configuration.adding(extensionTags: [tag])
    let source = Array("<\(name)><nowiki />".utf8) + wikitext + Array("</\(name)>".utf8)
    self.init(SyntaxTree(parsing: source, configuration: grammar))
  }

  /// The node that holds what a fragment holds.
  package var fragmentRoot: Int { records.firstIndex { $0.kind == .reference } ?? 0 }

  /// Whether `</name` is somewhere in a text, in any case.
  private static func hasEndTag(_ text: [UInt8], _ name: StaticString) -> Bool {
    text.indices.contains {
      text[$0] == UInt8(ascii: "<") && Bytes.matches(text.span, at: $0, end: text.count, name)
    }
  }
}
