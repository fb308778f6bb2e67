import Testing
import WikitextSyntax

@testable import WikitextNormalizer

@Suite struct ValueLayoutTests {
  /// What memory is planned by: a page may be nothing but fields and cells of one byte.
  @Test func `Values and fields are as small as they are meant to be`() {
    #expect(MemoryLayout<Value>.stride == 80)
    #expect(MemoryLayout<TypedField>.stride == 40)
  }

  @Test func `Evidence that was taken away again leaves a value as it was`() {
    let plain = Value(.text("a"), range: SourceRange(start: 0, end: 1))
    var value = plain
    value.templates = ["t"]
    value.references = [3]
    value.notes += ["n"]
    value.asOf = EDTFDate(year: 2001)
    #expect(value != plain)
    #expect(value.templates == ["t"] && value.references == [3] && value.notes == ["n"] && value.asOf?.year == 2001)
    value.templates = []
    value.references.removeAll()
    value.notes = []
    value.asOf = nil
    #expect(value == plain && value.hashValue == plain.hashValue)
  }
}
