import Testing

@testable import WikitextNormalizer

@Suite struct JSONReaderTests {
  @Test(
    arguments: [
      ("null", .null), (" true\n", .boolean(true)), ("false", .boolean(false)), ("0", .number("0")),
      ("-12.50e+3", .number("-12.50e+3")), ("\"\"", .string("")), ("[]", .array([])), ("{}", .object([])),
      (
        "\u{FEFF}[1,[ ],{\"a\" : null}]", .array([.number("1"), .array([]), .object([.init(name: "a", value: .null)])])
      ),
      ("\"a\\n\\\"\\\\\\/\\b\\f\\r\\t\\u00e9\\uD83D\\uDE00é😀\"", .string("a\n\"\\/\u{8}\u{C}\r\té😀é😀")),
      (
        "{\"a\":{\"b\":[true]}}",
        .object([.init(name: "a", value: .object([.init(name: "b", value: .array([.boolean(true)]))]))])
      ),
    ] as [(String, JSONValue)]
  )
  func `a text is a value`(text: String, value: JSONValue) throws {
    #expect(try JSONReader.read(Array(text.utf8)) == value)
  }

  @Test(
    arguments: [
      "", " ", "nul", "tru e", "01", "-", "1.", ".5", "1e", "+1", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"",
      "\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\"", "\"\n\"", "[1,]", "[1 2]", "[", "]", "{\"a\"}", "{\"a\":}",
      "{a:1}", "{\"a\":1,}", "[}", "{]", "1 2", "[1]]", "'a'", "NaN",
    ]
  )
  func `what is no JSON is refused`(text: String) {
    #expect(throws: JSONReader.Fault.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func `bytes that are no text are refused`() {
    #expect(throws: JSONReader.Fault(offset: 1, problem: "a string is not in UTF-8")) {
      try JSONReader.read([0x22, 0xFF, 0x22])
    }
  }

  @Test func `nesting has an end`() throws {
    let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try JSONReader.read(Array(deep.utf8)).elements.count == 1)
    #expect(throws: JSONReader.Fault.self) { try JSONReader.read(Array(("[" + deep + "]").utf8)) }
    #expect(throws: JSONReader.Fault.self) {
      try JSONReader.read(Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    }
  }

  @Test func `the last of two members counts`() throws {
    let value = try JSONReader.read(Array("{\"a\":1,\"a\":2}".utf8))
    #expect(value["a"] == .number("2"))
    #expect(value["b"] == nil)
    #expect(value.members.count == 2)
  }
}
