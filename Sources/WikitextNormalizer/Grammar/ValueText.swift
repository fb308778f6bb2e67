import WikitextSyntax

/// The value of a field, or the content of a cell, as a reader sees it: one run of text, with what the text was made of
/// beside it.
///
/// The grammars read the text; the spans say which of its bytes are a link, small, a list's item; an atom is a value that
/// a template gives by itself and stands in the text as one control byte. So a date whose day and year are linked apart
/// is read as any other, and what came out of it has its range in the source.
///
///     [[5 May]] [[1818]]<br>{{flag|Prussia}} (today Germany)
///     5 May 1818␊␚ (today Germany)            // two links, a line break, an atom
///
/// - Invariants: `spans` are sorted by `start` (outer before inner); `atoms` and `origins` by their offset; control bytes
///   stand in `bytes` for nothing but what ``Control`` says.
struct ValueText {
  /// UTF-8, whitespace collapsed.
  var bytes: [UInt8] = []
  var spans: [Stretch] = []
  var atoms: [Atom] = []
  var origins: [Origin] = []
  /// References, notes: what stands behind the byte before `offset` and is no text.
  var marks: [Mark] = []

  /// Bytes that stand for something else than themselves.
  enum Control {
    /// Between items for certain: items of lists, arguments of list templates, rules, paragraphs.
    static let item: UInt8 = 0x1D
    /// A `<br>`.
    static let line: UInt8 = 0x0A
    /// An atom.
    static let atom: UInt8 = 0x1A
  }

  /// Some of the bytes that are more than text.
  struct Stretch {
    var start: Int
    var end: Int
    var kind: Kind
    /// The document's node: of a link, an image …
    var node: Int

    enum Kind: UInt8 {
      /// A link to a page; `node` is it.
      case link
      /// A link to an address; `node` is it.
      case externalLink
      /// Small or otherwise set apart: a remark.
      case small
      /// Bold.
      case bold
      /// Raised or lowered; `<sup>` 1 and `<sub>` 0 in `node`.
      case raised, lowered
      /// Through a template, by its number in the document; `node` is the call.
      case template
    }
  }

  /// A value that a template, image or formula gives by itself.
  struct Atom {
    /// Where its control byte is.
    var offset: Int
    var value: Value
    /// What a reader sees there.
    var text: [UInt8] = []
    var role = Role.value

    /// Whether it is a template that no pack knows.
    var isUnknownTemplate: Bool {
      if role == .aside, case .external = value.content { !value.templates.isEmpty } else { false }
    }

    /// What it may be taken for.
    enum Role: UInt8 {
      /// A value, wherever it stands.
      case value
      /// A country's flag: a place together with the name beside it, else decoration.
      case flag
      /// A value where nothing else is in the item: an image, the number of an outside link, an unknown template.
      case aside
      /// An icon that says something of the value beside it, wherever in it it stands: no grammar sees it.
      case mark
    }
  }

  /// Text from `offset` on is the source's from `source` on. Up to the next origin both go in step where `isVerbatim`,
  /// else all of it came from `source..<sourceEnd`.
  struct Origin {
    var offset: Int
    var source: Int
    var sourceEnd: Int
    var isVerbatim: Bool
  }

  /// Makes it empty. Memory is kept for the next text, but for that of a very long one.
  mutating func removeAll() {
    guard bytes.capacity <= ValueText.mostKept else {
      self = ValueText()
      return
    }
    bytes.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    atoms.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  /// The longest text whose memory is kept, in bytes.
  private static let mostKept = 16 << 10

  /// What hangs behind a place in the text.
  struct Mark {
    var offset: Int
    /// The reference's number; nil for a note.
    var reference: Int?
    var note: String?
  }
}
