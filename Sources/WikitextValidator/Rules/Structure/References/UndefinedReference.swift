import WikitextDocument
import WikitextSyntax

/// `undefined-reference`: a reference is used by a name that nothing defines.
struct UndefinedReference: PageRule {
  let about = RuleDescription(
    id: "undefined-reference",
    family: .structure,
    severity: .warning,
    summary: "A reference is used by a name that nothing defines.",
    explanation: """
      `<ref name="Atlas" />` repeats the reference that `<ref name="Atlas">…</ref>` defines; without one MediaWiki \
      shows an error in the list of references. Found are names that the page uses and nowhere gives a content, in \
      the text, in a list or in an argument of a template. Not looked at are pages that are made to be put into \
      others, names that an argument of a template has for its value or among others with commas between them, and names \
      that hold that of a template on the page, for the template may define them. A template may define any other name \
      as well, which one page cannot tell.
      """,
    bad: """
      The Isar is long.<ref name="Atlas" />
      <references />
      """,
    good: """
      The Isar is long.<ref name="Atlas">Atlas, p. 3</ref>
      <references />
      """
  )

  func check(_ page: CheckedPage, _ findings: inout FindingList) {
    guard page.hasReferences, !page.isTransclusionSource else { return }
    var known: Set<String>?
    var listed: Set<String>?
    for citation in page.citations.citations {
      for case .undefined(let name) in citation.errors {
        let templates = known ?? UndefinedReference.templates(page)
        known = templates
        let items = listed ?? UndefinedReference.items(page)
        listed = items
        guard let mark = citation.marks.first, !page.argumentTexts.contains(name), !items.contains(name),
          !UndefinedReference.isNamed(name, for: templates)
        else { continue }
        let others = citation.marks.count > 1 ? ", and used \(citation.marks.count) times" : ""
        findings.report("the reference \(name) is not defined\(others)", at: mark.range)
      }
    }
  }

  /// Names shorter than this, in bytes, say nothing of a template that has them in their name.
  private static let leastName = 8
  /// Words of a name that are looked at.
  private static let mostWords = 8

  /// The parts of arguments that hold several things with commas or semicolons between them: `acc_ref=DJR,NHK`.
  private static func items(_ page: CheckedPage) -> Set<String> {
    var items: Set<String> = []
    for text in page.argumentTexts where text.utf8.contains(where: isComma) {
      for item in text.utf8.split(whereSeparator: isComma) {
        let words = item.drop(while: ByteClass.isSpace).reversed().drop(while: ByteClass.isSpace).reversed()
        items.insert(String(decoding: Array(words), as: UTF8.self))
      }
    }
    return items
  }

  private static func isComma(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") }

  /// The names of the templates that the page calls, in small letters.
  private static func templates(_ page: CheckedPage) -> Set<String> {
    var names: Set<String> = []
    for node in page.nodes(.template) {
      guard let name = node.firstChild(.transclusionName)?.trimmedText.lowercased() else { continue }
      if name.utf8.count >= leastName { names.insert(name) }
    }
    return names
  }

  /// Whether words of a name are the name of a template that the page calls: such a template defines the reference.
  private static func isNamed(_ name: String, for templates: Set<String>) -> Bool {
    let words = name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.prefix(mostWords)
    for first in words.indices {
      for last in first..<words.endIndex where templates.contains(words[first...last].joined(separator: " ")) {
        return true
      }
    }
    return false
  }
}
