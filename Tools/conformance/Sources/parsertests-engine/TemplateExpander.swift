import Wikitext

/// Expands the templates of a page by the other pages of a test: text in, text out, as MediaWiki's preprocessor does.
///
/// Many tests of the grammar stand in a template such as `{{1x|…}}`, which gives back what it is given. Parser functions
/// stay as they are, but for their arguments.
struct TemplateExpander {
  private let configuration: SiteConfiguration
  private let title: String
  /// The texts of pages by their titles in the form of `normalized`.
  private let pages: [String: String]

  /// The arguments of a call, and the titles of the templates around.
  private struct Frame {
    var arguments: [String: [UInt8]]
    var titles: [String]
  }

  private static let maximumDepth = 40

  init(configuration: SiteConfiguration, title: String, pages: [String: String]) {
    self.configuration = configuration
    self.title = title
    var texts: [String: String] = [:]
    for (title, text) in pages {
      texts[TemplateTitle(title, in: configuration, namespace: Namespace.main).text] = text
    }
    self.pages = texts
  }

  /// The text of the page with its templates expanded.
  func expand(_ text: String) -> [UInt8] { expand(Array(text.utf8), in: nil) }

  private func expand(_ text: [UInt8], in frame: Frame?) -> [UInt8] {
    var parser = WikitextParser(configuration: configuration)
    var output: [UInt8] = []
    append(parser.parse(text).root, in: frame, to: &output)
    return output
  }

  // MARK: Nodes

  private func append(_ node: Syntax, in frame: Frame?, to output: inout [UInt8]) {
    switch node.kind {
    case .template: append(template: node, in: frame, to: &output)
    case .parameterReference: append(parameter: node, in: frame, to: &output)
    case .variable: append(variable: node, in: frame, to: &output)
    case .text: appendText(node.bytes, to: &output)
    default:
      if node.kind.isLeaf { return output.append(contentsOf: node.bytes) }
      for child in node.children { append(child, in: frame, to: &output) }
    }
  }

  private func expanded(_ node: Syntax, in frame: Frame?) -> [UInt8] {
    var output: [UInt8] = []
    append(node, in: frame, to: &output)
    return output
  }

  /// The text of a name: without comments, and without tags that decide what is transcluded.
  private func expandedName(_ node: Syntax, in frame: Frame?) -> String {
    var output: [UInt8] = []
    for child in node.children where child.kind != .comment && child.kind != .inclusionTag {
      if !child.flags.contains(.dropped) { append(child, in: frame, to: &output) }
    }
    return trimmed(CharacterReference.decodingAll(in: output[...]))
  }

  private func append(variable node: Syntax, in frame: Frame?, to output: inout [UInt8]) {
    switch node.as(VariableSyntax.self)?.variable.name {
    case "!": output.append(UInt8(ascii: "|"))
    case "=": output.append(UInt8(ascii: "="))
    default: output.append(contentsOf: node.bytes)
    }
  }

  private func append(parameter node: Syntax, in frame: Frame?, to output: inout [UInt8]) {
    guard let parameter = node.as(ParameterReferenceSyntax.self), let name = node.firstChild(.transclusionName) else {
      return
    }
    if let value = frame?.arguments[expandedName(name, in: frame)] {
      output += value
    } else if let value = parameter.defaultValue {
      append(value, in: frame, to: &output)
    } else {
      appendLiteral(node, in: frame, to: &output)
    }
  }

  private func append(template node: Syntax, in frame: Frame?, to output: inout [UInt8]) {
    guard let name = node.firstChild(.transclusionName) else { return }
    let written = expandedName(name, in: frame)
    if isFunction(written) {
      output += Array("{{\(written)}}".utf8)
      return
    }
    guard let title = TemplateTitle(template: written, on: self.title, in: configuration) else {
      return appendLiteral(node, in: frame, to: &output)
    }
    let titles = frame?.titles ?? []
    if titles.contains(title.text) || titles.count >= Self.maximumDepth {
      output += Array("<span class=\"error\">Template loop detected: [[:\(title.text)]]</span>".utf8)
      return
    }
    guard let text = page(title) else {
      output += Array("[[:\(title.text)]]".utf8)
      return
    }
    let arguments = arguments(of: node, in: frame)
    let result = expand(
      Array(Transclusion.text(of: text).utf8),
      in: Frame(arguments: arguments, titles: titles + [title.text])
    )
    // What must begin a line does, wherever the call stands (T2529).
    if !startsLine(node), Self.wantsLineStart(result) { output.append(UInt8(ascii: "\n")) }
    output += result
  }

  /// A page's text, that of the page it redirects to where it does.
  private func page(_ title: TemplateTitle) -> String? {
    guard let text = pages[title.text] else { return nil }
    let document = Document(wikitext: text, configuration: configuration)
    guard let target = document.redirect else { return text }
    return pages[TemplateTitle(target, in: configuration, namespace: Namespace.main).text] ?? text
  }

  private func arguments(of node: Syntax, in frame: Frame?) -> [String: [UInt8]] {
    var arguments: [String: [UInt8]] = [:]
    var position = 0
    for argument in node.children(TemplateArgumentSyntax.self) {
      let value = expanded(argument.value, in: frame)
      if let name = argument.nameSyntax {
        arguments[expandedName(name, in: frame)] = Array(trimmed(value).utf8)
      } else {
        position += 1
        arguments["\(position)"] = value
      }
    }
    return arguments
  }

  // MARK: Text

  /// Appends the source of what means nothing, its templates expanded; its braces so that they do not mean anything in
  /// the result either.
  private func appendLiteral(_ node: Syntax, in frame: Frame?, to output: inout [UInt8]) {
    for child in node.children {
      if child.kind == .delimiter, child.text.contains(where: { $0 == "{" || $0 == "}" }) {
        for byte in child.bytes { output += Array("&#\(byte);".utf8) }
      } else {
        append(child, in: frame, to: &output)
      }
    }
  }

  /// Appends text; braces in pairs so that they do not become markup when the result is read.
  private func appendText(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for index in text.indices {
      let byte = text[index]
      let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      let isPair =
        index > text.startIndex && text[index - 1] == byte || index + 1 < text.endIndex && text[index + 1] == byte
      if isBrace && isPair { output += Array("&#\(byte);".utf8) } else { output.append(byte) }
    }
  }

  /// Whether a name that came out of a template is a call of a parser function.
  private func isFunction(_ name: String) -> Bool {
    guard let colon = name.firstIndex(of: ":") else { return false }
    let word = Array(name[..<colon].utf8)
    return configuration.magicWord(named: word.span, in: 0..<word.count, hasColon: true) != nil
  }

  private func trimmed(_ text: [UInt8]) -> String {
    let bytes = text.drop { $0 <= 0x20 }
    return String(
      decoding: bytes[..<((bytes.lastIndex { $0 > 0x20 }).map { $0 + 1 } ?? bytes.startIndex)],
      as: UTF8.self
    )
  }

  private func startsLine(_ node: Syntax) -> Bool {
    let start = node.range.start
    return start == 0 || node.tree.source[start - 1] == UInt8(ascii: "\n")
  }

  private static func wantsLineStart(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return false }
    return text.starts(with: "{|".utf8) || ":;#*".utf8.contains(first)
  }
}

/// The title of a page that a template's name stands for.
struct TemplateTitle {
  /// The title with its namespace.
  let text: String

  /// A title whose namespace is this one when it names none.
  init(_ title: String, in configuration: SiteConfiguration, namespace: Int) {
    var namespace = namespace
    var name = Self.normalized(title)
    if name.hasPrefix(":") {
      namespace = Namespace.main
      name = Self.normalized(String(name.dropFirst()))
    }
    if let colon = name.firstIndex(of: ":"), let found = configuration.namespace(named: String(name[..<colon])) {
      namespace = found
      name = Self.normalized(String(name[name.index(after: colon)...]))
    }
    name = name.prefix(1).uppercased() + name.dropFirst()
    let prefix = configuration.namespace(namespace)?.localName ?? ""
    text = prefix.isEmpty ? name : "\(prefix):\(name)"
  }

  /// The title of a template; nil for a name that no page can have.
  init?(template name: String, on page: String, in configuration: SiteConfiguration) {
    // A fragment means nothing here.
    let name = String(name.prefix { $0 != "#" })
    guard !name.isEmpty, !name.contains(where: { "[]{}<>|\n\u{FFFD}".contains($0) }), !Self.hasPercent(name) else {
      return nil
    }
    if let subpage = Self.subpage(name, of: page) {
      guard !subpage.isEmpty else { return nil }
      self.init(subpage, in: configuration, namespace: Namespace.main)
      return
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if name.contains("/"), parts.contains(".") || parts.contains("..") { return nil }
    self.init(name, in: configuration, namespace: Namespace.template)
  }

  private static func hasPercent(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
        && bytes[index + 1...index + 2].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }
  }

  /// `/a` and `../a` seen from a page: the title, empty where there is no such page; nil when it is none of these.
  private static func subpage(_ name: String, of page: String) -> String? {
    if name.hasPrefix("/") { return page + name }
    guard name.hasPrefix("../") else { return nil }
    var rest = name[...]
    var parts = page.split(separator: "/", omittingEmptySubsequences: false)
    while rest.hasPrefix("../") {
      guard parts.count > 1 else { return "" }
      parts.removeLast()
      rest = rest.dropFirst(3)
    }
    return (parts + (rest.isEmpty ? [] : [rest])).joined(separator: "/")
  }

  private static func normalized(_ title: String) -> String {
    title.split { $0 == " " || $0 == "_" || $0 == "\n" }.joined(separator: " ")
  }
}
