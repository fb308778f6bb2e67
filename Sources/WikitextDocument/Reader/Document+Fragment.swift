package import WikitextSyntax

extension Document {
  /// Reads wikitext that is not a page: the value of an attribute, in which no paragraphs are made.
  ///
  /// What it holds is below ``fragmentRoot``.
  package convenience init(fragment wikitext: [UInt8], configuration: SiteConfiguration) {
    // The content of `<ref>` is read in just this way; behind `<nowiki />` it does not begin a line.
    let tag = ExtensionTag(name: "ref", content: .wikitext)
    let source = Array("<ref><nowiki />".utf8) + wikitext + Array("</ref>".utf8)
    let reads = configuration.extensionTags.contains(tag)
    let grammar = reads ? configuration : configuration.adding(extensionTags: [tag])
    self.init(SyntaxTree(parsing: source, configuration: grammar))
  }

  /// The node that holds what a fragment holds.
  package var fragmentRoot: Int { records.firstIndex { $0.kind == .reference } ?? 0 }
}
