extension Syntax {
  /// The node as written but for comments, inclusion tags and `<includeonly>`, which MediaWiki takes out before it reads
  /// names and values.
  ///
  /// - Complexity: O(number of nodes below + bytes).
  public var textWithoutComments: String { String(decoding: bytesWithoutComments, as: UTF8.self) }

  /// ``textWithoutComments`` without the white space around it.
  public var trimmedText: String { Bytes.trimmedText(bytesWithoutComments) }

  /// The bytes of the node without the white space around it. Comments count as something.
  public var trimmedRange: SourceRange { tree.trimmed(range.offsets) }

  var bytesWithoutComments: ArraySlice<UInt8> {
    let range = range
    var output: [UInt8] = []
    var start = range.start
    var index = self.index
    while index < Int(record.next) {
      let node = tree.records[index]
      index = node.kind == .includeOnly ? Int(node.next) : index + 1
      guard node.kind.isHidden || node.flags.contains(.dropped) else { continue }
      output.append(contentsOf: tree.source[start..<Int(node.start)])
      start = Int(tree.records[index].start)
    }
    if start == range.start { return tree.source[range.offsets] }
    output.append(contentsOf: tree.source[start..<range.end])
    return output[...]
  }

  /// What a reader sees of the node's content, as far as that can be told without expanding templates.
  ///
  ///     '''[[Isar|The Isar]]''' &amp; [[Munich]]<ref>Atlas</ref>   // "The Isar & Munich"
  ///
  /// Marks, tags and comments are left out, and so are templates, references and other extension tags, files,
  /// categories and language links. Line breaks stay.
  /// - Complexity: O(number of nodes below + bytes).
  public var plainText: String {
    plainText(from: kind.isLeaf ? index : index + 1)
  }

  /// What a reader sees of the records from `first` to the end of this node.
  func plainText(from first: Int) -> String {
    var output: [UInt8] = []
    var index = first
    while index < Int(record.next) {
      let node = Syntax(tree: tree, index: index)
      index = node.appendPlainText(to: &output) ? index + 1 : Int(node.record.next)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends what a reader sees of a leaf, or of a node whose children do not tell.
  ///
  /// - Returns: whether to go on with what is below the node.
  private func appendPlainText(to output: inout [UInt8]) -> Bool {
    switch kind {
    case .text, .newline, .magicLink, .linkTrail:
      if !flags.contains(.dropped) { output.append(contentsOf: bytes) }
    case .characterReference, .rawText:
      output.append(contentsOf: CharacterReference.decodingAll(in: bytes))
    case .template, .variable, .parserFunction, .parameterReference, .fileLink, .categoryLink, .languageLink, .startTag,
      .attribute, .linkTarget, .includeOnly:
      return false
    case .url:
      // `[https://example.org text]`: the text stands for the address. Without a text a number does.
      return false
    case .extensionTag:
      switch tree.configuration.extensionTags[detail].content {
      case .nowiki, .pre: return true
      default: return false
      }
    case .wikilink, .interwikiLink:
      guard firstChild(.linkText) == nil else { return true }
      output.append(contentsOf: LinkTargetSyntax(self).displayed.utf8)
      if let trail = firstChild(.linkTrail) { output.append(contentsOf: trail.bytes) }
      return false
    default:
      break
    }
    return true
  }
}

extension SyntaxTree {
  /// The range without the white space at either end.
  func trimmed(_ range: Range<Int>) -> SourceRange {
    let source = source
    return SourceRange(Bytes.trimmed(source.span, range))
  }
}
