import WikitextSyntax

/// Makes the changes of a style as far as the page with them is proven to be the same page.
struct TreeProof: ~Copyable {
  private var parser: WikitextParser
  private let page: PageContext?

  /// The pages that are tried for one style in one round at the most: halves of halves of what failed, until single
  /// changes are left. So the time is linear in the page however many changes fail; what was not tried is not made.
  static let mostTrials = 48

  init(configuration: SiteConfiguration, page: PageContext?) {
    parser = WikitextParser(configuration: configuration)
    self.page = page
  }

  mutating func parse(_ source: [UInt8]) -> SyntaxTree { parser.parse(source, page: page) }

  /// Makes all changes, or as many as can be.
  ///
  /// - Returns: the tree with them; those that were made, and those that were not.
  mutating func make(
    _ changes: [Change],
    in tree: SyntaxTree,
    freedoms: Freedoms
  ) -> (tree: SyntaxTree, made: [Change], refused: [Change]) {
    let form = CanonicalForm.bytes(of: tree, freedoms: freedoms)
    var result = tree
    var made: [Change] = []
    var refused: [Change] = []
    var waiting = [changes[...]]
    var trials = 0
    while let part = waiting.popLast() {
      trials += 1
      guard trials <= TreeProof.mostTrials else {
        refused += part
        continue
      }
      if let changed = changed(tree, made + part), CanonicalForm.bytes(of: changed, freedoms: freedoms) == form {
        result = changed
        made += part
      } else if part.count > 1 {
        let middle = part.startIndex + part.count / 2
        waiting.append(part[middle...])
        waiting.append(part[..<middle])
      } else {
        refused += part
      }
    }
    return (result, made, refused)
  }

  /// The tree of the page with changes; nil where they overlap.
  private mutating func changed(_ tree: SyntaxTree, _ changes: [Change]) -> SyntaxTree? {
    do throws(SyntaxEditError) {
      return parse(try tree.applying(changes.flatMap(\.edits)))
    } catch {
      return nil
    }
  }
}
