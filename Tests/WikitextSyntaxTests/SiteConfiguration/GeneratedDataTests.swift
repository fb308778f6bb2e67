import Testing

@testable import WikitextSyntax

@Suite("The generated site data")
struct GeneratedDataTests {
  @Test("Every spelling of every word is found through its look-up", arguments: SiteConfiguration.available)
  func everySpelling(code: String) throws {
    let site = try #require(SiteConfiguration(wiki: code))
    for word in MagicWord.all {
      let spellings = site.spellings(of: word)
      #expect(!spellings.isEmpty, "\(word.name)")
      for spelling in spellings {
        if word.roles.contains(.variable) {
          #expect(site.variable(spelling) != nil, "\(word.name): \(spelling)")
        }
        if word.roles.contains(.function) {
          #expect(site.function(spelling) != nil, "\(word.name): \(spelling)")
        }
        if word.roles.contains(.hashFunction) {
          #expect(site.function("#" + spelling) != nil, "\(word.name): \(spelling)")
        }
        if word.roles.contains(.behaviorSwitch) {
          #expect(site.behaviorSwitch(spelling)?.text == spelling, "\(word.name): \(spelling)")
        }
        if word.roles.contains(.redirect) {
          #expect(site.redirectKeyword(spelling) == spelling)
        }
        if word.roles.contains(.substitution) {
          #expect(site.substitutionPrefix(spelling + ":x")?.rest == "x")
        }
        if let option = ImageOption(rawValue: word.name) {
          let written = spelling.split(separator: "$1", omittingEmptySubsequences: false).joined(separator: "1")
          let found = site.imageOption(written)
          #expect(found?.option == option, "\(word.name): \(spelling)")
          #expect(found?.parameter == (spelling.contains("$1") ? "1" : nil), "\(word.name): \(spelling)")
        }
      }
    }
  }

  @Test("No two meanings of a spelling shadow a common function", arguments: SiteConfiguration.available)
  func commonFunctions(code: String) throws {
    let site = try #require(SiteConfiguration(wiki: code))
    for name in ["if", "ifeq", "switch", "invoke", "tag", "time", "expr", "titleparts"] {
      #expect(site.function("#" + name) == name)
    }
    for name in ["lc", "uc", "ns", "fullurl", "formatnum", "plural", "urlencode", "int"] {
      #expect(site.function(name) == name)
    }
  }

  @Test("Words, prefixes and protocols are as many as MediaWiki's")
  func counts() {
    let common = CommonSiteData.shared
    #expect(common.words.count > 200)
    #expect(common.interwiki.count == 779)
    #expect(common.protocolNames.count == 29)
    #expect(common.protocols.count == common.protocolNames.count)
    #expect(SiteSnapshots.codes == SiteSnapshots.codes.sorted())
    for option in ImageOption.allCases { #expect(MagicWord(named: option.rawValue) != nil, "\(option)") }
    for word in common.words where word.roles.contains(.imageOption) {
      #expect(ImageOption(rawValue: word.name) != nil, "\(word.name)")
    }
  }
}
