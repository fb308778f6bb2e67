/// An entry of a list of references, as Cite numbers it: a reference, or a detail of one.
public struct Citation: Sendable {
  /// The group, empty for the ordinary one.
  public let group: String
  /// The name, if it has one.
  public let name: String?
  /// Its place among all entries of the page, from 1: what makes its address unique.
  public let identifier: Int
  /// The number that its marks show; nil for one that is defined in a list and never used.
  public internal(set) var number: Int?
  /// For a detail of another citation (`details=`): its number below that one's, from 1.
  public internal(set) var subnumber: Int?
  /// For a detail: the citation that it belongs to, as an index into ``CitationList/citations``.
  public internal(set) var parent: Int?
  /// The details of this one, in the order of their numbers, as indices.
  public internal(set) var details: [Int] = []
  /// For a detail: its wikitext, the value of the attribute.
  public internal(set) var detailText: String?
  /// The nodes with its content: where it is defined, then what continues it (`follow=`).
  public internal(set) var content: [Node] = []
  /// The marks in the text that lead to it, in order.
  public internal(set) var marks: [Node] = []
  /// The direction of its text as its definition gives it: `ltr`, `rtl` or `auto`.
  public internal(set) var direction: String?
  /// Whether it continues a reference (`follow=`) that the page has not shown before it. It has no number.
  public internal(set) var isContinuation = false
  /// What is wrong with it.
  public internal(set) var errors: [CitationError] = []
}

/// A mistake in the use of `<ref>` and `<references>`. The cases are Cite's own errors.
public enum CitationError: Sendable, Hashable {
  /// Neither a name nor content: `<ref></ref>`.
  case empty
  /// A detail of nothing: `<ref details="p. 1"></ref>`.
  case detailsWithoutReference
  /// A continuation has a name or details of its own.
  case continuationIsNamed
  /// A name that is a number.
  case numericName(String)
  /// An attribute that the tag does not have.
  case unknownAttribute(String)
  /// A direction that is none.
  case unknownDirection(String)
  /// Two directions for one name.
  case conflictingDirections(name: String)
  /// Two contents for one name.
  case conflictingContent(name: String)
  /// A name that nothing defines.
  case undefined(name: String)
  /// Defined in a list of references and not used before it.
  case unused(name: String)
  /// In a list of references, without a name.
  case unnamedInList
  /// In a list of references, without content.
  case emptyInList(name: String)
  /// In a list of references of another group.
  case otherGroupInList(String)
  /// In a list of references, with details.
  case detailsInList(name: String)
  /// `<references>` in `<references>`.
  case nestedList
  /// An attribute that `<references>` does not have.
  case unknownListAttribute(String)
  /// A group that no `<references>` lists.
  case groupWithoutList(String)
}

extension CitationError: CustomStringConvertible {
  /// What is wrong, in a sentence without an end.
  public var description: String {
    switch self {
    case .empty: "a reference has neither a name nor content"
    case .detailsWithoutReference: "a reference has details of nothing"
    case .continuationIsNamed: "what continues a reference has a name or details"
    case .numericName(let name): "the name \"\(name)\" is a number"
    case .unknownAttribute(let name): "<ref> has no attribute \"\(name)\""
    case .unknownDirection(let direction): "\"\(direction)\" is no direction"
    case .conflictingDirections(let name): "\"\(name)\" is given two directions"
    case .conflictingContent(let name): "\"\(name)\" is defined twice and differently"
    case .undefined(let name): "\"\(name)\" is not defined"
    case .unused(let name): "\"\(name)\" is defined in a list and not used before it"
    case .unnamedInList: "a reference in a list has no name"
    case .emptyInList(let name): "\"\(name)\" has no content in the list"
    case .otherGroupInList(let group): "a reference of the group \"\(group)\" stands in the list of another"
    case .detailsInList(let name): "\"\(name)\" has details in a list"
    case .nestedList: "a list of references stands in another"
    case .unknownListAttribute(let name): "<references> has no attribute \"\(name)\""
    case .groupWithoutList(let group): "the group \"\(group)\" has no list"
    }
  }
}
