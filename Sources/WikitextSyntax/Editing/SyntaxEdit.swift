/// A replacement of a range of the source: what a change to a page is made of.
///
///     let tree = SyntaxTree(parsing: "{{Infobox river|name=Isar}}")
///     let infobox = tree.root.firstChild(TemplateSyntax.self)
///     let edit = infobox?.replacingValue(of: "name", with: "Loisach")
///     let changed = try tree.applying([edit].compactMap { $0 })   // {{Infobox river|name=Loisach}}
public struct SyntaxEdit: Hashable, Sendable {
  /// The bytes that go; an empty range is a place to insert at.
  public var range: SourceRange
  /// The bytes that come in their place.
  public var replacement: [UInt8]

  /// Replaces a range by bytes.
  public init(replacing range: SourceRange, with replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Replaces a range by text.
  public init(replacing range: SourceRange, with replacement: String) {
    self.init(replacing: range, with: Array(replacement.utf8))
  }

  /// Inserts text before the byte at an offset.
  public init(inserting text: String, at offset: Int) {
    self.init(replacing: SourceRange(start: offset, end: offset), with: text)
  }

  /// Deletes a range.
  public init(deleting range: SourceRange) { self.init(replacing: range, with: []) }
}

/// Why edits cannot be applied.
public enum SyntaxEditError: Error, Hashable, Sendable {
  /// Two edits are for the same bytes, or one inserts in the middle of what the other replaces.
  case overlap(SyntaxEdit, SyntaxEdit)
  /// An edit reaches past the end of the source.
  case outOfBounds(SyntaxEdit, sourceCount: Int)
}

extension SyntaxEditError: CustomStringConvertible {
  /// The error in a sentence.
  public var description: String {
    switch self {
    case .overlap(let first, let second):
      "The edits of bytes \(first.range) and \(second.range) overlap; apply one and parse again before the other."
    case .outOfBounds(let edit, let count):
      "The edit of bytes \(edit.range) reaches past the end of the source, which has \(count) bytes."
    }
  }
}

extension SyntaxTree {
  /// The source with edits made, in any order given; bytes that no edit is for stay as they are.
  ///
  /// Several insertions at one place come out in the order given, and before what replaces the bytes behind it.
  /// - Throws: `SyntaxEditError` when two edits overlap or one reaches past the end.
  /// - Complexity: O(`source.count` + n log n) for n edits.
  public func applying(_ edits: [SyntaxEdit]) throws(SyntaxEditError) -> [UInt8] {
    // Stable, so that insertions keep their order.
    let sorted = edits.enumerated().sorted {
      ($0.element.range.start, $0.element.range.end, $0.offset)
        < ($1.element.range.start, $1.element.range.end, $1.offset)
    }.map(\.element)
    var output: [UInt8] = []
    output.reserveCapacity(source.count + edits.reduce(0) { $0 + $1.replacement.count })
    var position = 0
    var previous: SyntaxEdit?
    for edit in sorted {
      guard edit.range.end <= source.count, edit.range.start >= 0 else {
        throw .outOfBounds(edit, sourceCount: source.count)
      }
      if let previous, edit.range.start < position { throw .overlap(previous, edit) }
      output.append(contentsOf: source[position..<edit.range.start])
      output.append(contentsOf: edit.replacement)
      position = edit.range.end
      previous = edit
    }
    output.append(contentsOf: source[position...])
    return output
  }
}
