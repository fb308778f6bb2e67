import WikitextSyntax

extension MarkupNode {
  /// The start tag as people write it: `<span>`, or the apostrophes that stand for it.
  var spelling: String {
    if flags.contains(.quotes) { return name == MarkupName(.b) ? "'''" : "''" }
    return "<\((name == .stray ? stray : name).tag?.name ?? "")>"
  }

  /// The end tag as people write it.
  var endSpelling: String {
    if flags.contains(.quotes) { return spelling }
    return "</\((name == .stray ? stray : name).tag?.name ?? "")>"
  }
}
