@testable import WikitextSyntax

/// Look-ups over the bytes of whole strings.
extension SiteConfiguration {
  func tag(_ name: String) -> TagKind? {
    let bytes = Array(name.utf8)
    return tag(named: bytes.span, in: 0..<bytes.count)
  }

  func function(_ name: String) -> String? { magicWord(name, hasColon: true) }

  func variable(_ name: String) -> String? { magicWord(name, hasColon: false) }

  func magicWord(_ name: String, hasColon: Bool) -> String? {
    let bytes = Array(name.utf8)
    return magicWord(named: bytes.span, in: 0..<bytes.count, hasColon: hasColon)?.name
  }

  /// The switch at the beginning of `text`, and the text it takes.
  func behaviorSwitch(_ text: String) -> (name: String, text: String)? {
    let bytes = Array(text.utf8)
    guard let (length, word) = behaviorSwitch(at: 0, in: bytes.span) else { return nil }
    return (word.name, String(decoding: bytes[..<length], as: UTF8.self))
  }

  func redirectKeyword(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return redirectKeywordLength(at: 0, in: bytes.span).map { String(decoding: bytes[..<$0], as: UTF8.self) }
  }

  func substitutionPrefix(_ text: String) -> (prefix: SubstitutionPrefix, rest: String)? {
    let bytes = Array(text.utf8)
    guard let (prefix, length) = substitutionPrefix(in: bytes.span, 0..<bytes.count) else { return nil }
    return (prefix, String(decoding: bytes[length...], as: UTF8.self))
  }

  func interwiki(_ prefix: String) -> Interwiki? {
    let bytes = Array(prefix.utf8)
    return interwiki(prefix: bytes.span, in: 0..<bytes.count)
  }

  /// The option that `text` is, and its parameter.
  func imageOption(_ text: String) -> (option: ImageOption, parameter: String?)? {
    let bytes = Array(text.utf8)
    guard let (option, parameter) = imageOption(matching: bytes.span, in: 0..<bytes.count) else { return nil }
    return (option, parameter.map { String(decoding: bytes[$0], as: UTF8.self) })
  }

  /// The part of `text`, which follows a link, that belongs to it.
  func linkTrail(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let length = linkTrailLength(after: 0, in: bytes.span, end: bytes.count)
    return String(decoding: bytes[..<length], as: UTF8.self)
  }

  /// The part of `text`, which stands before a link, that belongs to it.
  func linkPrefix(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let length = linkPrefixLength(before: bytes.count, in: bytes.span, notBefore: 0)
    return String(decoding: bytes[(bytes.count - length)...], as: UTF8.self)
  }
}
