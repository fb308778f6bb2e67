public import WikitextSyntax

/// Markup of a page that is left in a text made of it, where no reader of the page would see it.
///
/// A page may show `{{` or `<ref` to its readers: in `<nowiki>`, as characters references, in code and formulas, or
/// because nothing closes it, so that MediaWiki itself takes it for text. That is no residue. Residue is what the text
/// has of it beyond that: for each mark, how often it stands in the text, less how often it stands in the parts of the
/// page's source that the syntax tree has as text. Marks in templates and the like, which no text shows, count as markup.
///
/// - Note: A text that repeats parts of its page, as cells that span rows of a Markdown table, has its marks more often
///   than the page; have it written without.
public struct Residue: Sendable, Hashable {
  /// The mark: `{{`, `|thumb`.
  public let mark: String
  /// How many of it are too many.
  public let count: Int

  /// What the text may be written in.
  public enum Form: Sendable, Hashable {
    /// As it is.
    case plainText
    /// With the escapes of ``MarkdownWriter``.
    case markdown
  }

  /// The marks that are looked for. `\u{7F}'"` begins the strip markers of MediaWiki's parser.
  public static let marks = [
    "{{", "}}", "{|", "|}", "[[", "]]", "-{", "}-", "''", "<ref", "</ref", "<!--", "-->", "<nowiki", "</nowiki",
    "<gallery", "|thumb", "|mini", "__NOTOC__", "\u{7F}'\"",
  ]

  /// The residue in a text, a mark at most once; none is what is wanted.
  ///
  /// - Parameters:
  ///   - text: the text, in UTF-8.
  ///   - form: what it is written in.
  ///   - tree: the syntax of the page that the text was made of.
  /// - Returns: each mark of which there is too much.
  /// - Complexity: O(bytes of both + nodes).
  public static func find(in text: [UInt8], _ form: Form = .plainText, of tree: SyntaxTree) -> [Residue] {
    let found = counts(in: form == .markdown ? unescaped(text) : text)
    if found.allSatisfy({ $0 == 0 }) { return [] }
    // What is text may stand side by side in the text and not in the page, or the other way round.
    let joined = counts(in: literalText(of: tree, separated: false))
    let separated = counts(in: literalText(of: tree, separated: true))
    return marks.indices.compactMap { number in
      let excess = found[number] - max(joined[number], separated[number])
      return excess > 0 ? Residue(mark: marks[number], count: excess) : nil
    }
  }

  /// The parts of the source that are text, without those that no text shows; `separated`: with a byte between them that
  /// is in no mark.
  private static func literalText(of tree: SyntaxTree, separated: Bool) -> [UInt8] {
    let source = tree.source
    let records = tree.records
    let hasNoVariants = tree.configuration.variants.isEmpty
    var output: [UInt8] = []
    var index = 0
    while index < records.count {
      let record = records[index]
      let start = Int(record.start)
      switch record.kind {
      case .text, .newline, .rawText, .signature, .magicLink, .linkTrail:
        output += source[start..<Int(records[Int(record.next)].start)]
      case .characterReference:
        let reference = CharacterReference.parse(at: start, in: source.span, end: source.count)
        output += (reference?.text ?? "").utf8
      case .template, .parserFunction, .variable, .parameterReference, .includeOnly, .categoryLink, .languageLink,
        .redirect, .attribute:
        if separated { output.append(0) }
        index = Int(record.next)
        continue
      case .delimiter where hasNoVariants && (source[start] == UInt8(ascii: "-") || source[start] == UInt8(ascii: "}")):
        // `-{` and `}-` mean nothing on a wiki without variants; MediaWiki shows them.
        let end = Int(records[Int(record.next)].start)
        if source[start..<end].elementsEqual("-{".utf8) || source[start..<end].elementsEqual("}-".utf8) {
          output += source[start..<end]
        } else if separated {
          output.append(0)
        }
      case .delimiter, .comment, .startTag, .endTag, .behaviorSwitch, .horizontalRule:
        if separated { output.append(0) }
      default: break
      }
      index += 1
    }
    return output
  }

  /// How often each mark stands in a text.
  private static func counts(in text: [UInt8]) -> [Int] {
    var counts = Array(repeating: 0, count: marks.count)
    var position = 0
    while position < text.count {
      var length = 1
      // By its first byte, nearly everything is no mark.
      switch text[position] {
      case 0x7B, 0x7D, 0x7C, 0x5B, 0x5D, 0x2D, 0x27, 0x3C, 0x5F, 0x7F:
        for (number, mark) in markBytes.enumerated() where text[position...].starts(with: mark) {
          counts[number] += 1
          length = max(length, mark.count)
        }
      default: break
      }
      position += length
    }
    return counts
  }

  private static let markBytes = marks.map { Array($0.utf8) }

  /// Markdown as its readers see it, as far as marks go: without backslashes before what is escaped, and without its own
  /// brackets.
  private static func unescaped(_ markdown: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(markdown.count)
    var position = 0
    while position < markdown.count {
      let byte = markdown[position]
      if byte == UInt8(ascii: "\\"), position + 1 < markdown.count,
        "\\*_`[]<&~$!|#>+=-:.)".utf8.contains(markdown[position + 1])
      {
        output.append(markdown[position + 1])
        position += 2
        continue
      }
      if byte == UInt8(ascii: "["), position + 1 < markdown.count, markdown[position + 1] == UInt8(ascii: "^") {
        // The mark of a note.
        output.append(0)
        position = markdown[position...].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? markdown.count
        continue
      }
      let isOwn =
        byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "]") && position + 1 < markdown.count && markdown[position + 1] == UInt8(ascii: "(")
      output.append(isOwn ? 0 : byte)
      position += 1
    }
    return output
  }
}
