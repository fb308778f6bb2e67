public import WikitextSyntax

/// What the templates of a wiki mean: packs one above the other, a user's over the wiki's language over the common ones.
///
/// Names are compared as titles: the first letter in any case, underscores as spaces; a name that no pack has in its own
/// case is looked for in another one; then patterns are tried, the longest first. Redirects are names like others.
public struct TemplatePacks: Sendable {
  private let index: RuleIndex
  private let configuration: SiteConfiguration?

  /// Whether templates named by the code of a country, such as `{{USA}}`, are places. Names that a pack has count first.
  public var hasCountryCodes: Bool { index.hasCountryCodes }

  /// Packs in layers: what an earlier one says of a template goes before what a later one says.
  ///
  /// - Parameters:
  ///   - layers: the packs.
  ///   - configuration: the wiki, for the name of its template namespace before the names of templates.
  /// - Complexity: O(size of the packs).
  public init(_ layers: [TemplatePack], configuration: SiteConfiguration? = nil) {
    index = RuleIndex(layers)
    self.configuration = configuration
  }

  private init(_ index: RuleIndex, configuration: SiteConfiguration?) {
    self.index = index
    self.configuration = configuration
  }

  /// The same packs for another wiki.
  func with(_ configuration: SiteConfiguration) -> TemplatePacks { TemplatePacks(index, configuration: configuration) }

  /// The rules of a template.
  ///
  /// - Parameter name: the name of a call, with or without its namespace.
  /// - Returns: the rules, of which the first that yields a value counts; none for a template that no pack knows.
  public func rules(of name: String) -> ArraySlice<TemplateRule> {
    let bytes = Array(name.utf8)
    return rules(bytes.span, 0..<bytes.count)
  }

  /// The rules of the template whose name stands in these bytes.
  ///
  /// - Parameters:
  ///   - bytes: where the name is.
  ///   - name: the name's range, with or without its namespace.
  /// - Returns: the rules, of which the first that yields a value counts.
  /// - Complexity: O(`name.count`), without allocation.
  package func rules(_ bytes: Span<UInt8>, _ name: Range<Int>) -> ArraySlice<TemplateRule> {
    list(bytes, name).map { index.rules(of: $0) } ?? []
  }

  /// The number of the list of a template's rules; nil for a template that no pack knows.
  func list(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Int? {
    guard let key = NameKey(.title, bytes, withoutNamespace(bytes, name)) else { return nil }
    return index.find(key)
  }

  /// The first rule of a list.
  func firstRule(of list: Int) -> TemplateRule? { index.rules(of: list).first }

  /// What the `*` of a family stands for in the name of a template: `USA` for `USA-d` where `*-d` is a family.
  ///
  /// - Complexity: O(`name.utf8.count`).
  func familyPart(of name: String) -> String? {
    let bytes = Array(name.utf8)
    let range = withoutNamespace(bytes.span, 0..<bytes.count)
    guard let key = NameKey(.title, bytes.span, range), let family = index.family(key), family.length < range.count
    else {
      return nil
    }
    let part =
      family.isEnd
      ? range.lowerBound..<range.upperBound - family.length : range.lowerBound + family.length..<range.upperBound
    return String(decoding: bytes[part], as: UTF8.self)
  }

  /// The same packs with redirects of a wiki as aliases: where no pack has `from`, it means what `to` means.
  ///
  /// - Parameter redirects: titles with or without their namespace. Chains of redirects are followed.
  /// - Returns: the packs with more names.
  /// - Complexity: O(redirects + size of the packs).
  public func adding(redirects: [(from: String, to: String)]) -> TemplatePacks {
    // The number of a name is that of its redirect; keys are large and made anew.
    var names = NameTable()
    for (number, redirect) in redirects.enumerated() {
      guard let from = key(of: redirect.from), names.exact(from) == nil else { continue }
      names.insert(from, number)
    }
    var aliases: [(name: Int, list: Int)] = []
    for (number, redirect) in redirects.enumerated() {
      guard let from = key(of: redirect.from), index.findExactly(from) == nil else { continue }
      guard let entry = names.exact(from), names.value(entry) == number else { continue }
      var target = redirect.to
      // MediaWiki follows one redirect; a dump may have them before a bot mended them.
      for _ in 0..<TemplatePacks.longestChain {
        guard let key = key(of: target) else { break }
        if let list = index.findExactly(key) {
          aliases.append((number, list))
          break
        }
        guard let next = names.exact(key) else { break }
        target = redirects[names.value(next)].to
      }
    }
    var known = index.names
    for (number, list) in aliases { if let key = key(of: redirects[number].from) { known.insert(key, list) } }
    return TemplatePacks(RuleIndex(index, names: known), configuration: configuration)
  }

  private static let longestChain = 8

  private func key(of title: String) -> NameKey? {
    let bytes = Array(title.utf8)
    return NameKey(.title, bytes.span, withoutNamespace(bytes.span, 0..<bytes.count))
  }

  /// `Template:Coord` is `Coord`, by the names that the wiki has for its namespace.
  private func withoutNamespace(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Range<Int> {
    guard let colon = name.first(where: { bytes[$0] == UInt8(ascii: ":") }) else { return name }
    let prefix = name.lowerBound..<colon
    if let configuration, configuration.namespace(named: bytes, in: prefix) == Namespace.template {
      return colon + 1..<name.upperBound
    }
    return name
  }
}

extension TemplatePacks {
  /// Names to rules. Immutable and shared.
  private final class RuleIndex: Sendable {
    let hasCountryCodes: Bool
    /// Rules of one name lie side by side.
    private let rules: [TemplateRule]
    private let lists: [Range<Int>]
    /// Numbers of lists.
    let names: NameTable
    private let beginnings: NamePatterns
    private let ends: NamePatterns

    init(_ layers: [TemplatePack]) {
      var builder = Builder()
      for layer in layers { builder.add(layer) }
      hasCountryCodes = layers.contains(where: \.hasCountryCodes)
      rules = builder.rules
      lists = builder.lists
      names = builder.names
      beginnings = builder.beginnings
      ends = builder.ends
    }

    /// The same rules under more names.
    init(_ other: RuleIndex, names: NameTable) {
      hasCountryCodes = other.hasCountryCodes
      rules = other.rules
      lists = other.lists
      self.names = names
      beginnings = other.beginnings
      ends = other.ends
    }

    func rules(of list: Int) -> ArraySlice<TemplateRule> { rules[lists[list]] }

    /// The list of a name in its own case.
    func findExactly(_ key: NameKey) -> Int? { names.exact(key).map { names.value($0) } }

    func find(_ key: NameKey) -> Int? {
      if let entry = hasCountryCodes && key.isShortCode ? names.exact(key) : names.nearest(key) {
        return names.value(entry)
      }
      let beginning = beginnings.longest(key)
      let end = ends.longest(key)
      return end?.length ?? 0 > beginning?.length ?? 0 ? end?.value : beginning?.value
    }

    /// The longest pattern that fits: how much of the name it is, and at which side.
    func family(_ key: NameKey) -> (length: Int, isEnd: Bool)? {
      let beginning = beginnings.longest(key)?.length ?? 0
      let end = ends.longest(key)?.length ?? 0
      return max(beginning, end) == 0 ? nil : (max(beginning, end), end > beginning)
    }
  }

  /// Collects the layers of an index.
  private struct Builder {
    var rules: [TemplateRule] = []
    var lists: [Range<Int>] = []
    var names = NameTable()
    var beginnings = NamePatterns(isBackwards: false)
    var ends = NamePatterns(isBackwards: true)

    mutating func add(_ pack: TemplatePack) {
      var layer = NameTable()
      // The names of this layer in their order, and the entries of each.
      var keys: [NameKey] = []
      var entries: [[Int]] = []
      let firstRule = rules.count
      for (number, entry) in pack.entries.enumerated() {
        rules.append(entry.rule)
        for name in entry.names {
          let bytes = Array(name.utf8)
          let (form, part) = TemplatePackReader.pattern(bytes, 0..<bytes.count)
          guard let key = NameKey(form, bytes.span, part) else { continue }
          if form == .pattern {
            if part.upperBound < bytes.count {
              beginnings.insert(key, addList(firstRule + number))
            } else {
              ends.insert(key, addList(firstRule + number))
            }
          } else if let known = layer.exact(key) {
            entries[layer.value(known)].append(number)
          } else if names.exact(key) == nil {
            layer.insert(key, keys.count)
            keys.append(key)
            entries.append([number])
          }
        }
      }
      var several: [[Int]: Int] = [:]
      for (key, numbers) in zip(keys, entries) {
        var list: Int
        if numbers.count == 1 {
          list = addList(firstRule + numbers[0])
        } else if let known = several[numbers] {
          list = known
        } else {
          let start = rules.count
          for number in numbers { rules.append(rules[firstRule + number]) }
          list = lists.count
          lists.append(start..<rules.count)
          several[numbers] = list
        }
        names.insert(key, list)
      }
    }

    private mutating func addList(_ rule: Int) -> Int {
      lists.append(rule..<rule + 1)
      return lists.count - 1
    }
  }
}
