/// What the tags on a line do to paragraphs: the part of MediaWiki's `BlockLevelPass` that looks at a line as a whole.
package struct LineEffect: BitwiseCopyable {
  /// A tag suppresses paragraphs after the line.
  package var opens = false
  /// A tag allows them again.
  package var closes = false

  package init() {}

  /// Counts a tag in.
  ///
  /// - Parameters:
  ///   - tag: the tag.
  ///   - isEnd: whether it is an end tag.
  package mutating func add(_ tag: HTMLTag, isEnd: Bool) {
    switch tag.paragraphEffect {
    case .block?: if isEnd { closes = true } else { opens = true }
    case .antiBlock?: if isEnd { opens = true } else { closes = true }
    case .alwaysSuppress?: opens = true
    case .neverSuppress?: closes = true
    case nil: break
    }
  }
}
