import WikitextSyntax

/// What is wrong with the start and end tags of a page, each of which belongs to one category of Parsoid's linter.
struct MarkupFaults: Sendable {
  enum Category: UInt8, Sendable {
    case html5Misnesting, misnestedTag, missingEndTag, missingEndTagInHeading, multipleUnclosedFormattingTags
    case selfClosedTag, strippedTag, unclosedQuotesInHeading
  }

  struct Fault: Sendable {
    var category: Category
    var node: UInt32
  }

  private(set) var faults: [Fault] = []
  private let tree: MarkupTree
  /// Nodes that are the other half of a fault that was noted.
  private var noted: Set<UInt32> = []
  /// The last reference with content of its own.
  private let lastReference: UInt32

  /// - Complexity: O(nodes): looking for what belongs to a tag follows at most ``MarkupConstruction/maximumReopened``
  ///   chains through the page.
  init(_ tree: MarkupTree) {
    self.tree = tree
    lastReference = tree.nodes.lastIndex { $0.name == .reference && $0.first != 0 }.map { UInt32($0) } ?? 0
    for index in 1..<max(1, tree.nodes.count) {
      let node = tree.nodes[index]
      if !node.flags.isDisjoint(with: [.literal, .quotes]) { check(UInt32(index), node) }
    }
    findRepeated()
  }

  /// The nodes with a fault, in the order of the page.
  func nodes(_ category: Category) -> some Sequence<MarkupNode> {
    faults.lazy.filter { $0.category == category }.map { [tree] in tree[$0.node] }
  }

  private mutating func note(_ category: Category, _ node: UInt32) {
    faults.append(Fault(category: category, node: node))
  }

  private mutating func check(_ index: UInt32, _ node: MarkupNode) {
    if node.name == .stray {
      if !noted.contains(index) { note(.strippedTag, index) }
      return
    }
    guard let tag = node.name.tag, !tag.isVoid, !node.flags.contains(.impliedStart) else { return }
    if node.flags.contains(.selfClosing) {
      note(.selfClosedTag, index)
    } else if node.flags.contains(.impliedEnd) {
      checkUnclosed(index, node, tag)
    }
  }

  private mutating func checkUnclosed(_ index: UInt32, _ node: MarkupNode, _ tag: HTMLTag) {
    if node.flags.contains(.literal), tag.hasChangedMisnesting, hasContentToMisnest(index), !holdsItself(index) {
      note(.html5Misnesting, index)
    } else if node.flags.contains(.quotes), headingAround(node.parent) {
      note(.unclosedQuotesInHeading, index)
    } else if let other = continuation(of: index) {
      noted.insert(other)
      note(.misnestedTag, index)
    } else if !tag.endTagIsOptional, !node.flags.contains(.holdsTemplate) {
      note(headingAround(index) ? .missingEndTagInHeading : .missingEndTag, index)
      if tag.isFormatting, endsInItself(index) { note(.multipleUnclosedFormattingTags, index) }
    }
  }

  // MARK: What goes on behind an element

  /// The node that goes on with an element that was ended by what is around it, or the end tag that comes too late.
  private func continuation(of index: UInt32) -> UInt32? {
    let match = tree[index]
    var node = index
    // Each round is one step through the page.
    while true {
      while node != 0, tree.contentBehind(node) == 0 {
        if tree[node].name == .reference || tree[node].name == .fragment { return nil }
        node = tree[node].parent
      }
      if node == 0 { return nil }
      node = tree.contentBehind(node)
      // The innermost node that begins here.
      while true {
        let candidate = tree[node]
        if candidate.name == .stray { return candidate.stray == match.name ? node : nil }
        if candidate.name == match.name, candidate.flags.contains(.impliedStart),
          candidate.flags.contains(.literal) == match.flags.contains(.literal)
        {
          if candidate.flags.contains(.impliedEnd) { break }
          return node
        }
        if candidate.first == 0 || candidate.name == .figure { return nil }
        node = candidate.first
      }
    }
  }

  /// Whether something comes behind an element that its end tag, were it there, would keep out of it.
  private func hasContentToMisnest(_ index: UInt32) -> Bool {
    let name = tree[index].name
    var node = index
    while true {
      switch tree[node].name {
      case .page, .link, .fragment, MarkupName(.td), MarkupName(.th): return false
      case .reference: return node != lastReference
      case let other where other.traits.contains(.heading): return false
      default: break
      }
      var content = tree.contentBehind(node)
      if content == 0 {
        node = tree[node].parent
        continue
      }
      if tree[content].name == MarkupName(.p), !tree[content].flags.contains(.literal) {
        content = tree.firstContent(in: content)
      }
      return content != 0 && !(tree[content].name == .stray && tree[content].stray == name)
    }
  }

  /// Whether the first element in an element, or the first in that, and so on, has its name and an end tag.
  private func holdsItself(_ index: UInt32) -> Bool {
    let name = tree[index].name
    var node = tree[index].first
    while node != 0 {
      let child = tree[node]
      if child.name == .text || child.name == .blank {
        node = child.next
        continue
      }
      if child.name == name, !child.flags.contains(.impliedEnd) { return true }
      node = child.first
    }
    return false
  }

  /// Whether an element ends in another of its name that is not closed either, right behind a word.
  private func endsInItself(_ index: UInt32) -> Bool {
    let last = tree[index].last
    guard last != 0, tree[last].name == tree[index].name, tree[last].flags.contains(.impliedEnd),
      tree[last].flags.contains(.literal) == tree[index].flags.contains(.literal)
    else { return false }
    let before = tree[last].previous
    return before != 0 && tree[before].name == .text && !tree.endsInSpace(before)
  }

  private func headingAround(_ node: UInt32) -> Bool {
    var node = node
    while node != 0, !tree[node].name.traits.contains(.heading) {
      if tree[node].name == .reference || tree[node].name == .fragment { return false }
      node = tree[node].parent
    }
    return node != 0
  }

  // MARK: Elements whose effect adds up

  /// Unclosed `<small>` and `<big>` make what follows ever smaller or larger: the first of several is noted.
  private mutating func findRepeated() {
    var first: [UInt8: UInt32] = [:]
    for fault in faults where fault.category == .missingEndTag {
      let node = tree[fault.node]
      guard node.name == MarkupName(.small) || node.name == MarkupName(.big), !isInTable(fault.node) else { continue }
      if let known = first[node.name.rawValue] {
        note(.multipleUnclosedFormattingTags, known)
        return
      }
      first[node.name.rawValue] = fault.node
    }
  }

  private func isInTable(_ node: UInt32) -> Bool {
    var node = node
    while node != 0 {
      if tree[node].name == MarkupName(.table) { return true }
      node = tree[node].parent
    }
    return false
  }
}

extension HTMLTag {
  /// Whether browsers now treat a missing end tag otherwise than the cleaning program that MediaWiki once used: the
  /// elements are not reopened in the next block.
  fileprivate var hasChangedMisnesting: Bool {
    switch self {
    case .abbr, .bdi, .bdo, .cite, .data, .del, .dfn, .ins, .kbd, .mark, .q, .rb, .rp, .rt, .rtc, .ruby, .samp, .span,
      .sub, .sup, .time, .var:
      true
    default: false
    }
  }

  /// Whether its end tag may be left out wherever it may stand.
  fileprivate var endTagIsOptional: Bool {
    switch self {
    case .tr, .td, .th, .li: true
    default: false
    }
  }
}
