import WikitextSyntax

/// Cite's state while a page is read: `ReferenceStack` and the validation of `Cite::guardedRef`.
struct CitationNumbering {
  /// A group since its last list.
  private struct Group {
    var name: String
    /// The number given last.
    var sequence = 0
    var entries: [Int] = []
    var named: [String: Int] = [:]
    var details: [DetailKey: Int] = [:]
  }

  private struct DetailKey: Hashable {
    var parent: Int
    var text: String
  }

  private struct HiddenKey: Hashable {
    var group: String
    var name: String
  }

  private let document: Document
  private var result = CitationList()
  private var groups: [Group] = []
  private var groupNumbers: [String: Int] = [:]
  /// The group of the `<references>` around, if there is one.
  private var listGroup: String?
  private var listErrors: [CitationError] = []
  /// How many `<references>` are in the one around.
  private var nestedLists = 0
  /// The source of the first content of each citation that has one.
  private var contentRanges: [Int: Range<Int>] = [:]
  /// Definitions in arguments of templates.
  private var hidden: [HiddenKey: Node] = [:]

  init(_ document: Document) { self.document = document }

  /// Reads the nodes from one index up to another.
  ///
  /// References in a reference are those of `{{#tag:ref}}`, whose argument is expanded, and numbered, first.
  mutating func visit(from first: Int, to end: Int) {
    var index = first
    while index < end {
      let record = document.records[index]
      let next = Int(record.next)
      switch record.kind {
      case .reference:
        visit(from: index + 1, to: next)
        let tag = ReferenceTag(Node(document: document, index: index))
        if let listGroup { define(tag, in: listGroup) } else { use(tag) }
        index = next
      case .referenceList:
        list(Node(document: document, index: index))
        index = next
      case .template, .parserFunction, .parameter:
        for inner in index..<next where document.records[inner].kind == .reference { hide(inner) }
        index = next
      default:
        index += 1
      }
    }
  }

  private mutating func hide(_ index: Int) {
    let node = Node(document: document, index: index)
    guard let reference = node.reference, let name = reference.name, reference.definition == node else { return }
    hidden[HiddenKey(group: reference.group, name: name)] = node
  }

  // MARK: Groups

  private mutating func number(ofGroup name: String) -> Int {
    if let number = groupNumbers[name] { return number }
    groupNumbers[name] = groups.count
    groups.append(Group(name: name))
    return groups.count - 1
  }

  private mutating func add(_ tag: ReferenceTag, to group: Int) -> Int {
    let name = tag.name.isEmpty ? nil : tag.name
    let citation = result.citations.count
    result.citations.append(Citation(group: groups[group].name, name: name, identifier: citation + 1))
    groups[group].entries.append(citation)
    if let name { groups[group].named[name] = citation }
    return citation
  }

  private mutating func count(_ citation: Int, in group: Int) {
    guard result.citations[citation].number == nil else { return }
    groups[group].sequence += 1
    result.citations[citation].number = groups[group].sequence
  }

  private mutating func report(_ error: CitationError, on citation: Int) {
    let errors = result.citations[citation].errors
    guard errors.count < CitationNumbering.maximumErrors, !errors.contains(error) else { return }
    result.citations[citation].errors.append(error)
  }

  /// More errors of one citation than this are not told apart: nobody reads them, and each is compared with the others.
  private static let maximumErrors = 16

  // MARK: Uses

  private mutating func use(_ tag: ReferenceTag) {
    if let error = tag.error {
      result.marks[tag.node.id] = .error(error)
      return
    }
    let group = number(ofGroup: tag.group ?? "")
    if !tag.follow.isEmpty {
      result.marks[tag.node.id] = .nothing
      follow(tag, in: group)
      return
    }
    var citation = groups[group].named[tag.name] ?? add(tag, to: group)
    count(citation, in: group)
    assign(tag, to: citation)
    if !tag.details.isEmpty { citation = detail(tag, of: citation, in: group) }
    result.marks[tag.node.id] = .citation(citation, use: result.citations[citation].marks.count)
    result.citations[citation].marks.append(tag.node)
  }

  /// Lengthens the reference that the tag continues; one that has not come yet is not waited for.
  private mutating func follow(_ tag: ReferenceTag, in group: Int) {
    let citation = groups[group].named[tag.follow]
    if let citation {
      guard tag.hasContent else { return }
      if result.citations[citation].content.isEmpty { contentRanges[citation] = tag.contentRange }
      result.citations[citation].content.append(tag.node)
    } else {
      let continuation = add(tag, to: group)
      result.citations[continuation].isContinuation = true
      result.citations[continuation].content = [tag.node]
    }
  }

  /// Gives a citation what the tag says about it: the first content counts.
  private mutating func assign(_ tag: ReferenceTag, to citation: Int) {
    for error in tag.warnings { report(error, on: citation) }
    let old = result.citations[citation]
    if let direction = tag.direction, let oldDirection = old.direction, direction != oldDirection {
      report(.conflictingDirections(name: tag.name), on: citation)
    }
    if old.content.isEmpty, tag.hasContent {
      result.citations[citation].content = [tag.node]
      contentRanges[citation] = tag.contentRange
      result.citations[citation].direction = tag.direction ?? old.direction
    } else if tag.hasContent, old.content.count > 1 || !isContent(tag.contentRange, of: citation) {
      report(.conflictingContent(name: tag.name), on: citation)
    } else if old.direction == nil, old.content.isEmpty {
      result.citations[citation].direction = tag.direction
    }
  }

  /// Whether a piece of the source is what a citation holds already, byte for byte.
  private func isContent(_ range: Range<Int>, of citation: Int) -> Bool {
    guard let known = contentRanges[citation], known.count == range.count else { return false }
    return document.source[known].elementsEqual(document.source[range])
  }

  /// The detail of a citation; the same words twice are one.
  private mutating func detail(_ tag: ReferenceTag, of parent: Int, in group: Int) -> Int {
    let key = DetailKey(parent: parent, text: tag.details)
    if let known = groups[group].details[key] { return known }
    let citation = result.citations.count
    var detail = Citation(group: groups[group].name, name: nil, identifier: citation + 1)
    detail.number = result.citations[parent].number
    detail.parent = parent
    detail.detailText = tag.details
    result.citations[parent].details.append(citation)
    detail.subnumber = result.citations[parent].details.count
    result.citations.append(detail)
    groups[group].details[key] = citation
    return citation
  }

  // MARK: Lists

  /// A reference in `<references>`: it defines, and is no use.
  private mutating func define(_ tag: ReferenceTag, in listGroup: String) {
    result.marks[tag.node.id] = .nothing
    let isOfOtherGroup = tag.group.map { $0 != listGroup } ?? false
    guard tag.hasContent else {
      listErrors.append(isOfOtherGroup ? .otherGroupInList(tag.group ?? "") : .emptyInList(name: tag.name))
      return
    }
    let group = number(ofGroup: listGroup)
    let citation = groups[group].named[tag.name] ?? add(tag, to: group)
    assign(tag, to: citation)
    if isOfOtherGroup { report(.otherGroupInList(tag.group ?? ""), on: citation) }
    if tag.name.isEmpty { report(.unnamedInList, on: citation) }
    if !tag.details.isEmpty { report(.detailsInList(name: tag.name), on: citation) }
  }

  private mutating func list(_ node: Node) {
    if listGroup != nil {
      nestedLists += 1
      visit(from: node.index + 1, to: Int(node.record.next))
      return
    }
    var groupName = ""
    var isResponsive: Bool?
    var error: CitationError?
    for (name, value) in node.attributes {
      switch name {
      case "group": groupName = AttributeValue.folded(value)
      // Parsoid's HTML says it so.
      case "data-mw-group" where document.dialect == .html: groupName = AttributeValue.folded(value)
      case "responsive": isResponsive = AttributeValue.folded(value) != "0"
      default: if document.dialect == .wikitext { error = error ?? .unknownListAttribute(name) }
      }
    }
    listGroup = groupName
    visit(from: node.index + 1, to: Int(node.record.next))
    listGroup = nil
    var list = take(number(ofGroup: groupName), for: node)
    list.definitionErrors = listErrors
    if let error { list.errors.append(error) }
    if nestedLists > 0 { list.errors.append(.nestedList) }
    list.isResponsive = isResponsive
    listErrors = []
    nestedLists = 0
    result.listOfNode[node.id] = result.lists.count
    result.lists.append(list)
  }

  /// Hands over what a group has gathered, and begins it anew: first what has no number, then by number.
  private mutating func take(_ group: Int, for node: Node?) -> CitationList.List {
    let entries = groups[group].entries
    groups[group] = Group(name: groups[group].name)
    let unnumbered = entries.filter { result.citations[$0].number == nil }
    for citation in unnumbered where !result.citations[citation].isContinuation {
      let entry = result.citations[citation]
      if entry.errors.isEmpty { report(.unused(name: entry.name ?? ""), on: citation) }
    }
    let numbered = entries.filter { result.citations[$0].number != nil }.sorted {
      result.citations[$0].number ?? 0 < result.citations[$1].number ?? 0
    }
    let name = groups[group].name
    return CitationList.List(node: node, group: name, citations: unnumbered + numbered)
  }

  /// Lists what no `<references>` took, and finds what is not defined.
  mutating func finish() -> CitationList {
    for group in groups.indices where !groups[group].entries.isEmpty {
      var list = take(group, for: nil)
      if !list.group.isEmpty { list.errors = [.groupWithoutList(list.group)] }
      result.lists.append(list)
    }
    for index in result.citations.indices where result.citations[index].content.isEmpty {
      let citation = result.citations[index]
      guard citation.parent == nil, let name = citation.name else { continue }
      if let node = hidden[HiddenKey(group: citation.group, name: name)] {
        result.citations[index].content = [node]
      } else {
        result.citations[index].errors.insert(.undefined(name: name), at: 0)
      }
    }
    return result
  }
}
