import WikitextDocument
import WikitextSyntax

/// What is not the article.
extension HTMLPageReader {
  /// Notes a part of the page that is not the article.
  ///
  /// - Returns: the record behind it; nil for what is the article.
  mutating func visitFurniture(_ record: HTMLRecord, _ index: Int) -> Int? {
    guard let kind = content.furnitureKind(record) else { return nil }
    addFurniture(kind, index)
    return Int(record.next)
  }

  /// Notes an element as furniture, unless there is nothing in it.
  mutating func addFurniture(_ kind: Furniture.Kind, _ index: Int) {
    let record = tree.records[index]
    guard Int(record.next) > index + 1 || record.element.holdsRawText else { return }
    builder.extras.furniture.append(
      Furniture(kind, SourceRange(start: Int(record.start), end: Int(record.end)))
    )
  }

}

extension HTMLRoles {
  /// All that are furniture, or can be.
  static let mayBeFurniture: HTMLRoles = [.furniture, .unprinted]
}
