/// Words that belong to the site and not to an article, in all languages that the reader of page texts knows.
package enum FurnitureWords {
  /// Whether the content of brackets is that of a link for editing: `edit`, `modifier | modifier le code`.
  ///
  /// - Complexity: O(`content.count`).
  package static func isEditLink(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.count <= longestEditLink else { return false }
    let words = content.split(separator: UInt8(ascii: "|")).map { word in
      var word = word
      while let first = word.first, first == 0x20 { word.removeFirst() }
      while let last = word.last, last == 0x20 { word.removeLast() }
      return Array(word)
    }
    return !words.isEmpty && words.allSatisfy { PageWords.standard.edits[$0] != nil }
  }

  private static let longestEditLink = 80

  /// Whether a text is that of a link to where a value is edited: "edit on Wikidata".
  ///
  /// - Complexity: O(`text.count`).
  static func isEditLinkOfValue(_ text: [UInt8]) -> Bool { PageWords.standard.editLines.contains(text) }

  /// Whether a line is nothing but links above an article: "Jump to navigation Jump to search".
  ///
  /// - Complexity: O(`line.count`).
  package static func isJump(_ line: [UInt8]) -> Bool {
    !line.isEmpty && line.count <= longestLine && PageWords.standard.isJump(line.span, line.indices)
  }

  /// Whether a line is the site's own: its tagline, its foot.
  ///
  /// - Complexity: O(length of the phrases that begin as the line does).
  package static func isOfSite(_ line: [UInt8]) -> Bool {
    guard !line.isEmpty, line.count <= longestLine else { return false }
    return PageWords.standard.phrase(line.span, line.indices)?.kind == .site
  }

  private static let longestLine = 400
}
