import Testing

@testable import WikitextSyntax

@Suite("Lines and columns")
struct LineIndexTests {
  /// `ü` is two bytes, `水` three, `𝄞` four and two units of UTF-16.
  static let page = Array("Isar\nMünchen\r\n水𝄞x\n\nlone\rreturn".utf8)

  @Test("A line ends with a line feed, with or without a carriage return before it")
  func lines() {
    let index = LineIndex(LineIndexTests.page)
    #expect(index.lineCount == 5)
    #expect(
      (1...5).map { index.range(ofLine: $0)?.description } == ["0..<5", "5..<15", "15..<24", "24..<25", "25..<36"]
    )
    #expect(index.range(ofLine: 0) == nil)
    #expect(index.range(ofLine: 6) == nil)
    #expect(LineIndex([]).lineCount == 1)
    #expect(LineIndex(Array("a\n".utf8)).lineCount == 2)
  }

  @Test("Columns count bytes, scalars or units of UTF-16")
  func columns() {
    let index = LineIndex(LineIndexTests.page)
    // The n of München, the x behind the clef.
    #expect(index.location(at: 8) == SourceLocation(line: 2, column: 4))
    #expect(index.location(at: 8, in: .scalars) == SourceLocation(line: 2, column: 3))
    #expect(index.location(at: 8, in: .utf16) == SourceLocation(line: 2, column: 3))
    #expect(index.location(at: 22) == SourceLocation(line: 3, column: 8))
    #expect(index.location(at: 22, in: .scalars) == SourceLocation(line: 3, column: 3))
    #expect(index.location(at: 22, in: .utf16) == SourceLocation(line: 3, column: 4))
    #expect(index.location(at: 36).description == "5:12")
  }

  @Test("An offset inside a scalar has the scalar's column, and half a surrogate pair its offset")
  func insideScalars() {
    let index = LineIndex(LineIndexTests.page)
    #expect(index.location(at: 19, in: .scalars) == SourceLocation(line: 3, column: 2))
    #expect(index.location(at: 19, in: .utf16) == SourceLocation(line: 3, column: 2))
    #expect(index.offset(of: SourceLocation(line: 3, column: 3), in: .utf16) == 18)
    #expect(index.offset(of: SourceLocation(line: 3, column: 4), in: .utf16) == 22)
  }

  @Test("What is beyond a line has no offset")
  func beyond() {
    let index = LineIndex(LineIndexTests.page)
    #expect(index.offset(of: SourceLocation(line: 1, column: 6)) == 5)
    #expect(index.offset(of: SourceLocation(line: 1, column: 7)) == nil)
    #expect(index.offset(of: SourceLocation(line: 1, column: 7), in: .utf16) == nil)
    #expect(index.offset(of: SourceLocation(line: 1, column: 0)) == nil)
    #expect(index.offset(of: SourceLocation(line: 9, column: 1)) == nil)
    #expect(index.offset(ofUnit: -1, in: .scalars) == nil)
    #expect(index.offset(ofUnit: 1000, in: .scalars) == nil)
  }

  @Test("A byte that is not UTF-8 is one unit")
  func invalid() {
    // A euro sign less its last bit is a scalar too; an overlong form, a surrogate and 0xFF are none.
    let page: [UInt8] = [0x61, 0xE2, 0x82, 0x80, 0x0A, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x62, 0xFF]
    let index = LineIndex(page)
    #expect(index.location(at: 12, in: .scalars) == SourceLocation(line: 2, column: 8))
    #expect(index.location(at: 12, in: .utf16) == SourceLocation(line: 2, column: 8))
    let truncated = LineIndex([0x61, 0xE2, 0x82, 0x62])
    #expect(truncated.location(at: 3, in: .scalars) == SourceLocation(line: 1, column: 4))
  }

  @Test("There and back again, at every boundary, in every unit", arguments: LineIndex.Unit.allCases)
  func roundTrip(unit: LineIndex.Unit) throws {
    let page = LineIndexTests.page + [0xFF, 0x0A, 0xE2] + Array("𝄞𝄞\r\n\r\nz".utf8)
    let index = LineIndex(page)
    var offset = 0
    var units = 0
    while offset <= page.count {
      let location = index.location(at: offset, in: unit)
      #expect(index.offset(of: location, in: unit) == offset)
      #expect(index.unitOffset(of: offset, in: unit) == units)
      #expect(index.offset(ofUnit: units, in: unit) == offset)
      guard offset < page.count else { break }
      let length = UTF8Scalars.decode(at: offset, in: page.span, end: page.count)?.length ?? 1
      units += unit == .utf8 ? length : unit == .utf16 && length == 4 ? 2 : 1
      offset += length
    }
  }
}
