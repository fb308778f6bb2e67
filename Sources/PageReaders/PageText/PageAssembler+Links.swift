import WikitextDocument
import WikitextSyntax

/// What stands at the foot of a page: lists of links that have lost their bullets, and the page's categories.
extension PageAssembler {
  /// The most bytes of a heading that tells what its section holds.
  private static let longestTellingHeading = 60
  /// The most bytes of an item of a list of links: longer lines are paragraphs.
  private static let longestLink = 400

  /// Whether a heading says that its section is a list of links or works: "See also".
  func isLinkHeading(_ range: Range<Int>) -> Bool {
    guard range.count <= PageAssembler.longestTellingHeading else { return false }
    return words.linkHeadings.contains(Array(String(decoding: source[range], as: UTF8.self).lowercased().utf8))
  }

  /// Writes lines of a section of links that have no bullets as a list.
  ///
  /// Only where the text has lost all bullets: elsewhere what has none is no item. A line that ends as a sentence and stands
  /// alone is a paragraph.
  ///
  /// - Returns: the line behind them; nil where there are none.
  mutating func assembleLinks(at first: Int) -> Int? {
    guard listsLinks, headingsAreKept, !hasBullets else { return nil }
    var end = first
    while end < lines.count, lines[end].kind == .plain, end == first || lines[end].blanks <= 1,
      lines[end].count <= PageAssembler.longestLink, end < footStart
    {
      end += 1
    }
    guard end - first > 1 || (end > first && !endsAsSentence(lines[first])) else { return nil }
    announces = false
    builder.openNode(
      NewNode(.list, at: lines[first].range.lowerBound, detail: UInt16(ListKind.unordered.rawValue))
    )
    for line in lines[first..<end] {
      builder.openNode(NewNode(.listItem, at: line.range.lowerBound))
      addInlines(line.range, hasBrackets: line.hasBracket)
      builder.closeNode(at: line.range.upperBound)
    }
    builder.closeNode(at: lines[end - 1].range.upperBound)
    return end
  }

  // MARK: Categories

  /// What a line of categories begins with.
  private func categoryWord(_ line: TextLine) -> [UInt8]? {
    let bytes = source.span
    return words.categoryLines.first { word in
      line.count >= word.count
        && bytes.hasBytes(word, at: line.range.lowerBound, before: line.range.upperBound)
    }
  }

  /// Takes the lines at the foot that name the page's categories: "Categories: Bridges | Rivers", or the word alone with
  /// bullets below it. Nothing of the article follows them.
  ///
  /// - Returns: the line behind them; nil where there are none.
  mutating func assembleCategories(at first: Int) -> Int? {
    guard first >= footStart, categoryWord(lines[first]) != nil else { return nil }
    var index = first
    while index < lines.count {
      let line = lines[index]
      if let word = line.kind == .plain ? categoryWord(line) : nil {
        addCategories(line.range.lowerBound + word.count..<line.range.upperBound)
      } else if line.kind == .bullet {
        addCategories(Int(line.content)..<Int(line.end))
      } else {
        break
      }
      builder.extras.furniture.append(Furniture(.navigation, SourceRange(line.range)))
      index += 1
    }
    return index
  }

  /// Where the foot of the page begins: from there on there are only lines of categories, bullets and furniture.
  func findFoot() -> Int {
    var start = lines.count
    var foot = lines.count
    while start > 0 {
      let line = lines[start - 1]
      if line.kind == .plain, categoryWord(line) != nil {
        foot = start - 1
      } else if line.kind != .bullet, line.kind != .furniture {
        break
      }
      start -= 1
    }
    return foot
  }

  private mutating func addCategories(_ range: Range<Int>) {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || source[index] == UInt8(ascii: "|") {
      let name = trimmed(start..<index)
      if !name.isEmpty {
        builder.extras.categories.append(
          DocumentExtras.Named(name: builder.intern(source[name]), sortKey: nil, range: SourceRange(name))
        )
      }
      start = index + 1
    }
  }
}
