/// What a template's documentation says of its parameters: MediaWiki's TemplateData.
///
///     let data = try TemplateData(bytes, file: "river.json")
///     print(data.schema(infobox: "Infobox river", language: "en"))
public struct TemplateData: Sendable {
  /// What is said of a parameter.
  public struct Parameter: Sendable, Hashable {
    /// Its name, or position.
    public var name: String
    /// Other names that it has.
    public var aliases: [String] = []
    /// What editors see, by language; the language is empty where none is given.
    public var labels: [(language: String, text: String)] = []
    /// What it holds.
    public var type = Kind.unknown
    /// How much it is wanted.
    public var importance = SchemaField.Importance.optional
    /// Whether it is not to be used any more.
    public var isDeprecated = false

    /// Whether both say the same.
    public static func == (lhs: Parameter, rhs: Parameter) -> Bool {
      lhs.name == rhs.name && lhs.aliases == rhs.aliases && lhs.type == rhs.type && lhs.importance == rhs.importance
        && lhs.isDeprecated == rhs.isDeprecated
        && lhs.labels.elementsEqual(rhs.labels) { $0.language == $1.language && $0.text == $1.text }
    }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
  }

  /// TemplateData's types of parameters.
  public enum Kind: String, Sendable, CaseIterable {
    /// As TemplateData names them.
    case unknown, number, boolean, string, line, date, url, content
    /// Wikitext that need not be balanced.
    case unbalanced = "unbalanced-wikitext"
    /// The title of a page.
    case page = "wiki-page-name"
    /// The name of a file.
    case file = "wiki-file-name"
    /// The name of a template.
    case template = "wiki-template-name"
    /// The name of a user.
    case user = "wiki-user-name"
  }

  /// The template's name, where the data say it.
  public private(set) var template: String?
  /// The parameters, in the order that the data want.
  public private(set) var parameters: [Parameter] = []

  /// Reads TemplateData: its JSON, an answer of the API with one template, or a page of wikitext with the
  /// `<templatedata>` in it.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: what errors call it.
  /// - Throws: what is wrong with it.
  /// - Complexity: O(`bytes.count`).
  public init(_ bytes: [UInt8], file: String) throws(DataFileError) {
    let json = TemplateData.element(in: bytes) ?? 0..<bytes.count
    var root: JSONValue
    do throws(JSONReader.Fault) {
      root = try JSONReader.read(Array(bytes[json]))
    } catch {
      let place = TemplateData.place(of: json.lowerBound + error.offset, in: bytes)
      throw DataFileError(
        file: file,
        line: place.line,
        column: place.column,
        problem: "this is no JSON: \(error.problem)",
        advice: "give TemplateData, or a page with a <templatedata> in it"
      )
    }
    if let page = root["pages"]?.members.first?.value ?? root["pages"]?.elements.first { root = page }
    guard let parameters = root["params"], case .object(let members) = parameters else {
      throw DataFileError(
        file: file,
        line: 1,
        column: 1,
        problem: "there are no \"params\" in it",
        advice: "give TemplateData, or the API's answer to action=templatedata for one template"
      )
    }
    template = root["title"]?.string.map { title in
      title.firstIndex(of: ":").map { String(title[title.index(after: $0)...]) } ?? title
    }
    read(members, order: (root["paramOrder"]?.elements ?? []).compactMap(\.string))
  }

  /// The `<templatedata>` of a page.
  private static func element(in bytes: [UInt8]) -> Range<Int>? {
    guard let start = position(of: "<templatedata", in: bytes, from: 0),
      let open = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return open + 1..<(position(of: "</templatedata", in: bytes, from: open) ?? bytes.count)
  }

  private static func position(of tag: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let word = String(describing: tag).utf8
    var position = start
    while let next = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let candidate = bytes[next...].prefix(word.count)
      if candidate.elementsEqual(word, by: { $0 == $1 || $0 &+ 0x20 == $1 && $0 &- 0x41 < 26 }) { return next }
      position = next + 1
    }
    return nil
  }

  private static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var place = (line: 1, column: 1)
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }

  // MARK: - Parameters

  private mutating func read(_ members: [JSONValue.Member], order: [String]) {
    var numbers: [String: Int] = [:]
    for (number, member) in members.enumerated() { numbers[member.name] = number }
    var isRead: Set<String> = []
    for name in order + members.map(\.name) {
      guard let number = numbers[name], isRead.insert(name).inserted else { continue }
      var chain = [members[number].value]
      // What a parameter does not say, the one says that it inherits from; circles end.
      while let base = chain[chain.count - 1]["inherits"]?.string, let next = numbers[base],
        chain.count < TemplateData.longestChain
      {
        chain.append(members[next].value)
      }
      parameters.append(TemplateData.parameter(name, chain))
    }
  }

  private static let longestChain = 8

  private static func parameter(_ name: String, _ chain: [JSONValue]) -> Parameter {
    func first(_ key: String) -> JSONValue? {
      for value in chain {
        if let found = value[key], found != .null { return found }
      }
      return nil
    }
    var parameter = Parameter(name: name)
    // Names are its own.
    parameter.aliases = (chain[0]["aliases"]?.elements ?? []).compactMap { alias in
      if case .number(let position) = alias { return position }
      return alias.string
    }
    switch first("label") {
    case .string(let text): parameter.labels = [("", text)]
    case .object(let members):
      parameter.labels = members.compactMap { member in member.value.string.map { (member.name, $0) } }
    default: break
    }
    parameter.type = first("type")?.string.flatMap(Kind.init) ?? .unknown
    if first("required")?.isTrue == true {
      parameter.importance = .required
    } else if first("suggested")?.isTrue == true {
      parameter.importance = .suggested
    }
    // It is `true`, or the reason.
    if let deprecated = first("deprecated") { parameter.isDeprecated = deprecated != .boolean(false) }
    return parameter
  }
}
