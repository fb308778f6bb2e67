/// A file of templates: what each one means, and what its arguments are. See Data/README.md for the format.
public struct TemplatePack: Sendable {
  /// A line of the file.
  public struct Entry: Sendable, Hashable {
    /// The names that it is about; with a `*` at the end or the beginning, all names that begin or end so.
    public var names: [String]
    /// What they mean.
    public var rule: TemplateRule
  }

  /// The language that it is for, `common` for templates of many wikis.
  public var language: String
  /// Whether templates named by the code of a country, such as `{{USA}}`, are places.
  public var hasCountryCodes = false
  /// Whether the file itself says which language it is for, and not its name alone.
  var saysLanguage = false
  /// The lines, in their order.
  public var entries: [Entry] = []
  /// What was wrong with the file.
  public private(set) var errors: [DataFileError] = []

  /// Reads a file.
  ///
  /// Lines that are not understood are left out and reported in ``errors``.
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: its name, without folders; what stands before its ending is the language.
  /// - Complexity: O(`bytes.count`).
  public init(_ bytes: [UInt8], file: String) {
    language = String(file.prefix { $0 != "." })
    var reader = TemplatePackReader(bytes, file: file)
    reader.read(into: &self)
    errors = reader.errors
  }

  /// A pack of these templates.
  public init(language: String, entries: [Entry]) {
    self.language = language
    self.entries = entries
  }
}

extension TemplateRule: CustomStringConvertible {
  /// The rule as it stands in a pack, behind the names.
  public var description: String {
    patterns.reduce(kind.rawValue) { $0 + " \($1.key.rawValue)=\($1.pattern)" }
  }
}

extension TemplatePack: CustomStringConvertible {
  /// The content of a file that says the same.
  public var description: String {
    var text = "@language \(language)\n"
    if hasCountryCodes { text += "@codes place\n" }
    for entry in entries { text += entry.names.joined(separator: " | ") + " > \(entry.rule)\n" }
    return text
  }
}
