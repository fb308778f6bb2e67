/// The references of a page as the extension Cite shows them: what each mark says, what each list holds, and what is
/// wrong.
///
///     a<ref name=x>One</ref> b<ref>Two</ref> c<ref name=x />
///     <references />                       // 1. One (used twice)  2. Two
///
/// `<references>` lists what its group has gathered so far and begins the group anew, so a page may have several lists
/// and use a number more than once. What no list took comes in lists of its own at the end, a list a group.
///
/// References in the arguments of templates are not on the page before the templates are expanded: they have no marks.
/// But what they define serves for names that the page itself uses.
public struct CitationList: Sendable {
  /// What stands in the text for a `reference` node.
  public enum Mark: Sendable, Hashable {
    /// The mark of a citation: its index, and its place among the marks of that citation, from 0.
    case citation(Int, use: Int)
    /// Nothing: a definition in a list, or a continuation.
    case nothing
    /// Not a mark but an error.
    case error(CitationError)
  }

  /// A list of references.
  public struct List: Sendable {
    /// The `<references>`; nil for a list at the end of the page that nothing asked for.
    public let node: Node?
    /// The group that it lists.
    public let group: String
    /// What it lists, as indices into ``CitationList/citations``. Details are listed with what they belong to.
    public let citations: [Int]
    /// What is wrong with definitions in the list.
    public internal(set) var definitionErrors: [CitationError] = []
    /// What is wrong with the list itself.
    public internal(set) var errors: [CitationError] = []
    /// The attribute `responsive`: whether the list is set in columns; nil where the page does not say.
    public internal(set) var isResponsive: Bool?
  }

  /// All citations, in the order in which they first came.
  public internal(set) var citations: [Citation] = []
  /// The lists, in the order of the page, then those at its end.
  public internal(set) var lists: [List] = []
  /// What stands in the text, by node.
  var marks: [Int: Mark] = [:]
  /// The lists of `referenceList` nodes, by node.
  var listOfNode: [Int: Int] = [:]

  /// Numbers the references of a page.
  ///
  /// - Complexity: O(nodes + bytes of the references).
  public init(_ document: Document) {
    guard !document.extras.references.isEmpty || document.records.contains(where: { $0.kind == .referenceList }) else {
      return
    }
    var numbering = CitationNumbering(document)
    numbering.visit(from: 1, to: document.records.count)
    self = numbering.finish()
  }

  init() {}

  /// What stands in the text for a `reference` node; nil for one that is not on the page before its template is
  /// expanded.
  public func mark(of node: Node) -> Mark? { marks[node.id] }

  /// The list that a `referenceList` node shows; nil for one inside another.
  public func list(of node: Node) -> List? { listOfNode[node.id].map { lists[$0] } }

  /// The lists at the end of the page that nothing asked for.
  public var automaticLists: ArraySlice<List> { lists[(lists.firstIndex { $0.node == nil } ?? lists.count)...] }
}
