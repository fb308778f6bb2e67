import Testing
import WikitextNormalizer

@testable import WikitextValidator

@Suite struct JSONSchemaTests {
  private static func problems(_ schema: String, _ value: String) throws -> [String] {
    let schema = try JSONSchema(JSONReader.read(Array(schema.utf8)))
    return schema.violations(in: try JSONTree(Array(value.utf8))).map(\.problem)
  }

  @Test(arguments: [
    ("^[A-Z]{3}$", "EUR", true), ("^[A-Z]{3}$", "EURO", false), ("^-?P.+$", "PT5M", true), ("^-?P.+$", "P", false),
    ("^(a|bc|)d$", "bcd", true), ("^(a|bc|)d$", "d", true), ("^(a|bc|)d$", "abcd", false), ("b", "abc", true),
    ("^[^/]*/[^/]*$", "1990/..", true), ("^[^/]*/[^/]*$", "1/2/3", false), ("^x{2,3}$", "xxxx", false),
    ("^x{2,3}$", "xxx", true), ("^\\.a+$", ".aaa", true), ("^[0-9X]{4}(-[0-9]{2})?[~?%]?$", "198X~", true),
  ])
  func `patterns describe texts`(pattern: String, text: String, fits: Bool) throws {
    #expect(try #require(JSONPattern(pattern)).matches(text) == fits)
  }

  @Test(arguments: ["(?=a)", "\\d", "a{", "[b-a]", "(a", "a)", "*", "[a", "x{2,1}"])
  func `patterns that are not understood are refused`(pattern: String) {
    #expect(JSONPattern(pattern) == nil)
  }

  @Test func `many ways through a pattern take no more time than one`() throws {
    let pattern = try #require(JSONPattern("^(a|a)*(a|a)*(a|a)*b$"))
    #expect(!pattern.matches(String(repeating: "a", count: 3000)))
  }

  @Test(arguments: [
    "{\"not\":{}}", "{\"$ref\":\"#/$defs/a\"}", "{\"format\":\"date\"}", "{\"oneOf\":[{\"type\":\"string\"},{}]}",
    "{\"pattern\":\"\\\\d\"}", "3",
  ])
  func `a schema with anything that is not known is refused`(schema: String) {
    #expect(throws: JSONSchema.Fault.self) { try JSONSchema(JSONReader.read(Array(schema.utf8))) }
  }

  @Test func `the keywords mean what the standard says`() throws {
    #expect(try Self.problems("{\"type\":\"integer\"}", "5.0") == [])
    #expect(try Self.problems("{\"type\":\"integer\"}", "5.5").count == 1)
    #expect(try Self.problems("{\"type\":[\"string\",\"null\"]}", "null") == [])
    #expect(try Self.problems("{\"minimum\":1,\"maximum\":3}", "4") == ["it is more than 3"])
    #expect(try Self.problems("{\"const\":true}", "false").count == 1)
    #expect(try Self.problems("{\"enum\":[1,\"a\"]}", "1.0") == [])
    #expect(try Self.problems("{\"items\":{\"type\":\"string\"},\"maxItems\":1}", "[\"a\",2]").count == 2)
    #expect(try Self.problems("{\"required\":[\"a\"]}", "{\"b\":1}") == ["\"a\" is missing"])
    #expect(
      try Self.problems("{\"additionalProperties\":false,\"patternProperties\":{\"^a\":true}}", "{\"ab\":1}") == []
    )
    #expect(try Self.problems("{\"additionalProperties\":{\"type\":\"string\"}}", "{\"a\":1}").count == 1)
    #expect(try Self.problems("{}", "{\"a\":1,\"a\":2}") == ["the name \"a\" is here twice"])
  }

  @Test func `names that a case knows are evaluated, others are not`() throws {
    let schema = """
      {"allOf":[{"properties":{"kind":{"type":"string"}},"required":["kind"]}],
       "oneOf":[{"properties":{"kind":{"const":"a"},"x":{"type":"string"}},"required":["kind"]},
                {"properties":{"kind":{"enum":["b","c"]},"y":true},"required":["kind","y"]}],
       "unevaluatedProperties":false}
      """
    #expect(try Self.problems(schema, "{\"kind\":\"a\",\"x\":\"1\"}") == [])
    #expect(try Self.problems(schema, "{\"kind\":\"a\",\"y\":\"1\"}").count == 1)
    #expect(try Self.problems(schema, "{\"kind\":\"c\",\"y\":1}") == [])
    #expect(try Self.problems(schema, "{\"kind\":\"c\"}") == ["\"y\" is missing"])
    #expect(try Self.problems(schema, "{\"kind\":\"d\"}").count == 1)
    #expect(try Self.problems(schema, "{}") == ["\"kind\" is missing"])
    let either = "{\"oneOf\":[{\"required\":[\"a\"]},{\"required\":[\"b\"]}]}"
    #expect(try Self.problems(either, "{\"a\":1}") == [])
    #expect(try Self.problems(either, "{\"a\":1,\"b\":1}").count == 1)
    #expect(try Self.problems(either, "{}").count == 1)
  }

  @Test func `places and paths of values are told`() throws {
    let tree = try JSONTree(Array("{\"a\": [1, {\"b\\u0020c\": \"d\\n\"}]}".utf8))
    let inner = try #require(tree.nodes.indices.last)
    #expect(tree.path(to: inner) == "a[1].b c")
    #expect(tree.string(inner) == "d\n")
    #expect(tree.nodes[inner].range == 23..<28)
  }
}
