extension WikilinkSyntax {
  /// Replaces the target, and leaves the text, the trail and the white space around the target.
  ///
  /// A link without a text shows its target, and so shows the new one; see ``retargeting(to:)``.
  public func replacingTarget(with target: String) -> SyntaxEdit {
    SyntaxEdit(replacing: targetRange, with: target)
  }

  /// Replaces the target so that a reader sees the same as before: a link without a text gets its old target for one.
  ///
  /// Files, categories and language links show no text and get none.
  public func retargeting(to target: String) -> SyntaxEdit {
    let showsTarget = syntax.kind == .wikilink || syntax.kind == .interwikiLink
    guard showsTarget, textSyntax == nil else { return replacingTarget(with: target) }
    return replacingTarget(with: "\(target)|\(displayedText.dropLast(trail.count))")
  }
}
