import PageReaders
import Testing

struct PageEncodingTests {
  private func text(_ bytes: [UInt8], isHTML: Bool? = nil) -> String {
    String(decoding: PageEncoding(bytes, isHTML: isHTML).utf8, as: UTF8.self)
  }

  @Test func `UTF-8 stays as it is, without its byte order mark`() {
    #expect(PageEncoding(Array("Žďár".utf8)).name == nil)
    let marked = PageEncoding([0xEF, 0xBB, 0xBF] + Array("Žďár".utf8))
    #expect(marked.name == "utf-8")
    #expect(marked.utf8 == Array("Žďár".utf8))
  }

  @Test func `UTF-16 is told by its byte order mark, in either order`() {
    let units = Array("Žď 𝄞".utf16)
    let little: [UInt8] =
      [0xFF, 0xFE] + units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let big: [UInt8] =
      [0xFE, 0xFF] + units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(text(little) == "Žď 𝄞")
    #expect(text(big) == "Žď 𝄞")
    #expect(text(little + [0x41]) == "Žď 𝄞\u{FFFD}")
  }

  @Test(arguments: [
    "<meta charset=\"iso-8859-2\">", "<META CHARSET=iso-8859-2>", "<?xml version=\"1.0\" encoding='ISO-8859-2'?>",
    "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-2\" />",
  ])
  func `HTML is read by the encoding that it declares`(declaration: String) {
    // `Žďár` in ISO 8859-2.
    let page = Array(declaration.utf8) + [0xAE, 0xEF, 0xE1, 0x72]
    #expect(text(page) == declaration + "Žďár")
    #expect(PageEncoding(page).name == "iso-8859-2")
  }

  @Test func `Latin 1 is read as browsers read it, as Windows 1252`() {
    #expect(text(Array("<meta charset=latin1>".utf8) + [0x93, 0xE9, 0x94]) == "<meta charset=latin1>“é”")
  }

  @Test func `Text does not declare anything`() {
    let page = Array("<meta charset=latin1>".utf8) + [0xE9]
    #expect(PageEncoding(page, isHTML: false).utf8 == page)
  }

  @Test func `A declaration that the bytes belie does not hold`() {
    let page = Array("<meta charset=latin1>é".utf8)
    #expect(PageEncoding(page).utf8 == page)
  }

  @Test func `What is no text of its encoding becomes replacement characters, wherever a block ends`() {
    let declaration = Array("<meta charset=shift_jis>".utf8)
    // The second byte of the first character is missing at the end; a character lies across two blocks before.
    let page = declaration + Array(repeating: [0x93, 0xFA] as [UInt8], count: 40_000).flatMap { $0 } + [0x93]
    let expected = String(repeating: "日", count: 40_000)
    #expect(text(page) == "<meta charset=shift_jis>" + expected + "\u{FFFD}")
  }

  @Test func `An encoding that nobody knows is none`() {
    let page = Array("<meta charset=klingon>".utf8) + [0xE9]
    #expect(PageEncoding(page).utf8 == page)
  }

  @Test func `UTF-16 without a mark is told by its zero bytes`() {
    let units = Array("== Žďár ==\n* 川\n".utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let big = units.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(text(little) == "== Žďár ==\n* 川\n")
    #expect(text(big) == "== Žďár ==\n* 川\n")
    #expect(PageEncoding(little).name == "utf-16le")
    #expect(PageEncoding(big).name == "utf-16be")
  }

  @Test(arguments: [true, false]) func `UTF-32 is told with and without its mark`(hasMark: Bool) {
    for isBigEndian in [true, false] {
      let scalars = (hasMark ? [0xFEFF] : []) + "A 川 𝄞".unicodeScalars.map(\.value)
      let bytes = scalars.flatMap { value in
        (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * (isBigEndian ? 3 - $0 : $0))) }
      }
      #expect(text(bytes) == "A 川 𝄞")
      #expect(PageEncoding(bytes).name == (isBigEndian ? "utf-32be" : "utf-32le"))
    }
  }

  @Test func `Bytes that are no UTF-8 stay, and are told of`() {
    // `Мир` in Windows 1251.
    let page = Array("a\n".utf8) + [0xCC, 0xE8, 0xF0]
    #expect(PageEncoding(page).utf8 == page)
    #expect(PageEncoding(page).firstInvalid == 2)
    #expect(PageEncoding(Array("<meta charset=windows-1251>".utf8) + [0xCC]).firstInvalid == nil)
    #expect(PageEncoding(Array("Žďár".utf8)).firstInvalid == nil)
  }

  @Test func `A zero byte here and there makes no wide characters`() {
    let page = Array(String(repeating: "The river is long. ", count: 40).utf8) + [0, 0x41, 0x42]
    #expect(PageEncoding(page).utf8 == page)
  }

  @Test func `Some zero bytes in a page in UTF-8 do not make it UTF-16`() {
    var page = Array("== Head ==\nThe [[Isar]] is a river.\n".utf8)
    page[21] = 0
    page[27] = 0
    #expect(PageEncoding(page).utf8 == page)
    #expect(PageEncoding([0, 0, 0, 0]).utf8 == [0, 0, 0, 0])
    let wide = "Исар — река.\n".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    #expect(String(decoding: PageEncoding(wide).utf8, as: UTF8.self) == "Исар — река.\n")
  }
}
