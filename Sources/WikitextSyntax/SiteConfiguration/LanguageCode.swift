/// Codes of languages as MediaWiki, database names and BCP 47 write them.
enum LanguageCode {
  /// The BCP 47 tag for MediaWiki's `code` (`LanguageCode::getNonstandardLanguageCodeMapping`).
  static func bcp47(_ code: String) -> String {
    switch code {
    case "als": "gsw"
    case "bat-smg": "sgs"
    case "be-x-old": "be-tarask"
    case "cbk-zam": "cbk"
    case "de-formal": "de-x-formal"
    case "eml": "egl"
    case "es-formal": "es-x-formal"
    case "fiu-vro": "vro"
    case "hu-formal": "hu-x-formal"
    case "map-bms": "jv-x-bms"
    case "mo": "ro-Cyrl-MD"
    case "nl-informal": "nl-x-informal"
    case "no": "nb"
    case "nrm": "nrf"
    case "roa-rup": "rup"
    case "roa-tara": "nap-x-tara"
    case "simple": "en"
    case "sr-ec": "sr-Cyrl"
    case "sr-el": "sr-Latn"
    case "zh-classical": "lzh"
    case "zh-min-nan": "nan"
    case "zh-yue": "yue"
    default: code
    }
  }

  /// The code of the shipped snapshot for a language, a database name's prefix or a BCP 47 tag.
  ///
  /// Tries the code itself, then its other name, then without what follows the last `-` or `_`.
  static func snapshot(_ code: String) -> String? {
    var code = hyphenated(code).lowercased()
    switch code {
    case "nb", "nn": code = "no"
    case "be-x-old": code = "be-tarask"
    case "simple", "commons", "wikidata", "meta", "species", "mediawiki", "incubator", "outreach", "sources":
      return "en"
    case "zh-min-nan", "zh-classical", "zh-yue": return nil
    default: break
    }
    while true {
      if SiteSnapshots.codes.contains(code) { return code }
      guard let hyphen = code.lastIndex(of: "-") else { return nil }
      code = String(code[..<hyphen])
    }
  }

  /// The snapshot of a language, or of the one on whose words MediaWiki falls back (`$fallback` of its messages).
  static func nearestSnapshot(_ code: String) -> String? {
    if let snapshot = snapshot(code) { return snapshot }
    switch hyphenated(code).lowercased() {
    case "als", "bar", "dsb", "frr", "gsw", "hsb", "ksh", "lb", "nds", "pdc", "pfl", "rm", "stq": return "de"
    case "arz", "ary": return "ar"
    case "azb", "glk", "mzn": return "fa"
    case "an", "arn", "ast", "ay", "gn", "nah", "qu": return "es"
    case "br", "frp", "ht", "mg", "pcd", "sg", "ty", "wa", "wo": return "fr"
    case "oc": return "ca"
    case "gl", "mwl": return "pt"
    case "egl", "eml", "fur", "lij", "lmo", "nap", "pms", "scn", "vec": return "it"
    case "fy", "li", "nds-nl", "srn", "vls", "zea": return "nl"
    case "csb", "szl": return "pl"
    case "sk": return "cs"
    case "rue": return "uk"
    case "ab", "av", "ba", "ce", "cv", "inh", "koi", "krc", "kv", "lbe", "lez", "mhr", "mrj", "myv", "os", "sah", "tt",
      "tyv", "udm", "xal":
      return "ru"
    case "fo", "kl": return "da"
    case "gag", "crh": return "tr"
    case "ace", "bjn", "bug", "jv", "map-bms", "min", "su": return "id"
    case "bho", "mai", "sa": return "hi"
    case "bpy": return "bn"
    case "gan", "hak", "ii", "lzh", "wuu", "yue", "za", "zh-classical", "zh-yue": return "zh"
    default: return nil
    }
  }

  /// `be_x_old` is `be-x-old` outside of database names.
  static func hyphenated(_ code: String) -> String { String(code.map { $0 == "_" ? "-" : $0 }) }

  /// The language of `frwiktionary`, and nil where the name has no ending of a known family.
  static func prefix(ofDatabase name: String) -> String? {
    let families = [
      "wiki", "wiktionary", "wikibooks", "wikinews", "wikiquote", "wikisource", "wikiversity", "wikivoyage",
    ]
    guard let family = families.first(where: { name.hasSuffix($0) }), name.utf8.count > family.utf8.count else {
      return nil
    }
    return String(name.dropLast(family.count))
  }

  /// The database of `de.wikipedia.org` or `de.wikipedia`: `dewiki`. Nil for what is not such a name.
  static func database(ofServer name: String) -> String? {
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 && parts[2] == "org", !parts[0].isEmpty else { return nil }
    let language = String(parts[0].map { $0 == "-" ? "_" : $0 })
    switch parts[1] {
    case "wikipedia", "wikimedia": return language + "wiki"
    case "wikidata": return "wikidatawiki"
    case "mediawiki": return "mediawikiwiki"
    case "wiktionary", "wikibooks", "wikinews", "wikiquote", "wikisource", "wikiversity", "wikivoyage":
      return language + parts[1]
    default: return nil
    }
  }

  /// The direction of the script in which a language is usually written.
  static func direction(_ code: String) -> TextDirection {
    switch code {
    case "ar", "arc", "ary", "arz", "azb", "bgn", "bqi", "ckb", "dv", "fa", "glk", "he", "khw", "ks", "lrc", "mzn",
      "nqo", "pnb", "ps", "sd", "sdh", "skr", "ug", "ur", "yi", "aeb-arab", "kk-arab", "ku-arab":
      .rightToLeft
    default: .leftToRight
    }
  }
}
