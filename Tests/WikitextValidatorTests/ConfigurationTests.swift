import Testing
import WikitextValidator

@Suite struct ConfigurationTests {
  private func read(_ json: String) throws -> ValidatorConfiguration {
    try ValidatorConfiguration(json: Array(json.utf8))
  }

  private func error(_ json: String) -> String {
    do {
      _ = try read(json)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func `rules can be off, on, and of another severity, for all paths and for some`() throws {
    let configuration = try read(
      """
      {"rules": {"obsolete-tag": "error"}, "wiki": "dewiki", "fail-on": "info", "ignore": ["drafts/"],
       "paths": [{"match": "talk/**", "rules": {"obsolete-tag": "off"}},
                 {"match": ["*.old", "talk/b*"], "rules": {"obsolete-tag": "on"}, "wiki": "enwiki"}]}
      """
    )
    #expect(configuration.wiki == "dewiki")
    #expect(configuration.failOn == .info)
    #expect(configuration.sections(for: "a.wikitext") == [])
    #expect(configuration.sections(for: "talk/a.wikitext") == [0])
    #expect(configuration.sections(for: "talk/b.wikitext") == [0, 1])
    #expect(configuration.selection(for: []).severity(of: "obsolete-tag") == .error)
    #expect(configuration.selection(for: [0]).severity(of: "obsolete-tag") == nil)
    #expect(configuration.selection(for: [0, 1]).severity(of: "obsolete-tag") == .info)
    #expect(configuration.ignores("drafts/a/b.wikitext"))
    #expect(!configuration.ignores("a.wikitext"))
  }

  @Test func `what nobody knows is an error that names the nearest`() {
    #expect(error(#"{"rulse": {}}"#) == "the key rulse is not known; the nearest is rules")
    #expect(error(#"{"zzz": {}}"#) == "the key zzz is not known")
    #expect(
      error(#"{"rules": {"obsolet-tag": "off"}}"#)
        == "the rule obsolet-tag in rules is not known; the nearest is obsolete-tag"
    )
    #expect(
      error(#"{"rules": {"obsolete-tag": "loud"}}"#)
        == "rules.obsolete-tag is loud, and can be off, on, info, warning, error"
    )
    #expect(error(#"{"paths": [{"rules": {}}]}"#) == "paths[0] has no match, which says what paths it is for")
    #expect(error("{\"rules\": {},\n}") == "it is no JSON: a name is missing, at 2:1")
    #expect(error(#"{"wiki": 1}"#) == "wiki is no string")
    #expect(error(#"{"wiki": "a", "wiki": "b"}"#) == "wiki is there twice in the file")
  }

  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "b/a.txt", true), ("*.txt", "a.txt.gz", false), ("/*.txt", "b/a.txt", false),
    ("talk/**", "talk/a/b", true), ("talk/**", "other/talk/a", false), ("**/talk/*", "other/talk/a", true),
    ("**/talk/*", "talk/a", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/*/b", "a/x/y/b", false),
    ("drafts/", "drafts/a", true), ("drafts/", "a/drafts/b", true), ("drafts", "a/drafts/b", true),
    ("drafts/", "drafts", false),
    ("?.x", "ä.x", true), ("??.x", "ä.x", false), ("[äö].x", "ö.x", true), ("[äö]?.x", "ö.x", false),
    ("[!a].x", "ö.x", true), ("[а-я]*", "муром", true), ("a[!b]c", "a/c", false), ("a?c", "a/c", false),
    ("a[.-0]c", "a/c", false), ("[]a]", "]", true), ("[!]a]", "a", false), ("[!]a]", "b", true),
    ("[a-c]?.x", "bq.x", true), ("[!a-c]?.x", "bq.x", false), ("[a", "[a", true), ("./a/*", "a/b", true),
    ("d.xml#A*", "d.xml#Aare", true),
  ])
  func `patterns are those of gitignore`(pattern: String, path: String, isMatch: Bool) {
    #expect(PathPattern(pattern).matches(path) == isMatch)
  }

  @Test func `many stars take no longer`() {
    let isMatch = PathPattern(String(repeating: "**a*", count: 100) + "x").matches(String(repeating: "a", count: 2000))
    #expect(!isMatch)
  }

  @Test func `a pattern of names is about whole names, and an empty one about none`() {
    #expect(PathPattern("a.wikitext").matches("drafts/a.wikitext"))
    #expect(PathPattern("a.wikitext").matches("a.wikitext"))
    #expect(!PathPattern("a.wikitext").matches("banana.wikitext"))
    #expect(PathPattern("drafts").matches("x/drafts/a.wikitext"))
    #expect(!PathPattern("drafts").matches("mydrafts/a.wikitext"))
    #expect(!PathPattern("").matches("a.wikitext"))
    #expect(!PathPattern("/").matches("a/b.wikitext"))
  }
}
