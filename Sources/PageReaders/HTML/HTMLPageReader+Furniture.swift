import WikitextDocument
import WikitextSyntax

/// What is not the article.
extension HTMLPageReader {
  /// Notes a part of the page that is not the article.
  ///
  /// - Returns: the record behind it; nil for what is the article.
  mutating func visitFurniture(_ record: HTMLRecord, _ index: Int) -> Int? {
    guard let kind = content.furnitureKind(record) ?? linkToOther(record, index) else { return nil }
    addFurniture(kind, index)
    if record.roles.contains(.coordinates) { readCoordinates(index) }
    return Int(record.next)
  }

  /// Whether an element is a link to the article of another wiki, in brackets behind a link to one that is missing here.
  private func linkToOther(_ record: HTMLRecord, _ index: Int) -> Furniture.Kind? {
    guard record.element == .span, record.roles.contains(.unprinted), record.end &- record.start < 4096 else {
      return nil
    }
    return content.isBracketed(index) ? .navigation : nil
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
  static let mayBeFurniture: HTMLRoles = [.furniture, .unprinted, .coordinates]
}
