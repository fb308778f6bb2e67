import WikitextSyntax

/// What links within a page can lead to.
struct PageAnchors {
  private var names: Set<[UInt8]> = []
  /// Whether all anchors are known: no heading has a part that only MediaWiki could expand.
  private(set) var isComplete = true
  /// Whether there is a heading.
  private(set) var hasHeadings = false

  /// - Complexity: O(bytes of headings, ids and arguments).
  init(_ page: CheckedPage) {
    for node in page.nodes(.heading) {
      hasHeadings = true
      if node.descendants.contains(where: { $0.kind == .template || $0.kind == .parserFunction }) { isComplete = false }
      if let heading = HeadingSyntax(node) { insert(heading.title) }
    }
    for node in page.nodes(.attribute) {
      guard let attribute = AttributeSyntax(node), attribute.name == "id" || attribute.name == "name" else { continue }
      if let value = attribute.value { insert(value) }
    }
    for node in page.nodes(.argumentValue) { insert(node.trimmedText) }
  }

  private mutating func insert(_ name: String) { names.insert(PageAnchors.folded(name)) }

  /// Whether there is an anchor for the fragment of a link; the number of a repeated heading may follow its name.
  func contains(_ fragment: String) -> Bool {
    let name = PageAnchors.folded(fragment)
    if names.contains(name) { return true }
    let digits = name.reversed().prefix(while: ByteClass.isDigit).count
    let base = name.dropLast(digits)
    return digits > 0 && base.last == 0x20 && names.contains(Array(base.dropLast()))
  }

  /// Whether anchors of this form come from MediaWiki, its extensions and its skins, or from templates for short
  /// references: `Smith 2004`.
  static func isMadeBySoftware(_ fragment: String) -> Bool {
    let name = fragment.lowercased()
    return name.isEmpty || ["top", "toc", "bodycontent", "content", "footer", "siteSub", "searchinput"].contains(name)
      || endsInYear(name)
      || ["cite", "ref", "endnote", "note", "mw-", "_", "p-", "fn", "c-", "h-"].contains { name.hasPrefix($0) }
  }

  /// Whether a name ends in a year, as authors and years do; a letter may tell several works of a year apart.
  private static func endsInYear(_ name: String) -> Bool {
    var bytes = Array(name.utf8)[...]
    if let last = bytes.last, ByteClass.isLetter(last) { bytes.removeLast() }
    let digits = bytes.suffix(4)
    guard bytes.count > 5, digits.allSatisfy(ByteClass.isDigit), let first = digits.first else { return false }
    return first == UInt8(ascii: "1") || first == UInt8(ascii: "2")
  }

  /// A name with spaces for underscores and for what else is one, in the case of its letters; bytes written as `%C3` or
  /// `.C3` are decoded.
  private static func folded(_ name: String) -> [UInt8] {
    var bytes = TitleText.percentDecoded(Array(name.utf8)[...])
    if bytes.contains(UInt8(ascii: ".")) {
      let marks = bytes.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: "%") : $0 }
      let decoded = TitleText.percentDecoded(marks[...])
      if decoded.count < bytes.count { bytes = decoded.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: ".") : $0 } }
    }
    var output: [UInt8] = []
    var isPending = false
    var position = 0
    while position < bytes.count {
      let wide = TitleText.invisible(at: position, in: bytes.span)
      let byte = bytes[position]
      let isSpace = wide != nil || ByteClass.isSpace(byte) || byte == UInt8(ascii: "_")
      if isSpace {
        isPending = !output.isEmpty && (wide?.isSpace ?? true) || isPending
      } else {
        if isPending { output.append(0x20) }
        isPending = false
        output.append(byte)
      }
      position += wide?.length ?? 1
    }
    return output
  }
}
