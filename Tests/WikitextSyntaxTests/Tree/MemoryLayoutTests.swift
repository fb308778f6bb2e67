import Testing

@testable import WikitextSyntax

/// The sizes that memory and speed are planned by. If one changes for a reason, change the number.
@Suite("Memory layout")
struct MemoryLayoutTests {
  @Test("Records are as small as they are meant to be")
  func sizes() {
    #expect(MemoryLayout<SyntaxRecord>.stride == 12)
    #expect(MemoryLayout<Token>.stride == 12)
    #expect(MemoryLayout<DelimiterMatch>.stride == 20)
    #expect(MemoryLayout<DelimiterPairing.Piece>.stride == 24)
    #expect(MemoryLayout<TreeBuilder.Frame>.stride == 44)
    #expect(MemoryLayout<TreeBuilder.OpenNode>.stride == 12)
    #expect(MemoryLayout<TreeBuilder.OpenList>.stride == 8)
    #expect(MemoryLayout<TagPairing.Frame>.stride == 8)
    #expect(MemoryLayout<TagPairing.OpenTag>.stride == 12)
    #expect(MemoryLayout<QuoteBalancing.Run>.stride == 8)
    #expect(MemoryLayout<Syntax>.size == 16)
    #expect(MemoryLayout<TemplateSyntax>.size == MemoryLayout<Syntax>.size)
  }

  @Test("Every kind has a bit in a set of kinds, and leaves come before containers")
  func kinds() {
    for kind in SyntaxKind.allCases {
      let set: SyntaxKindSet = [kind]
      #expect(SyntaxKind.allCases.filter(set.contains) == [kind])
      #expect(kind.isLeaf == (kind.rawValue <= SyntaxKind.endOfFile.rawValue))
    }
  }
}
