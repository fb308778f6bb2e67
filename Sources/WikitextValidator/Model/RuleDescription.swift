public import WikitextDocument

/// What people should know of a rule: its page in the documentation is made of this.
public struct RuleDescription: Sendable, Hashable {
  /// The name of the rule, which never changes: small letters and hyphens. Those of Parsoid's linter have its names.
  public var id: String
  /// What it looks at.
  public var family: RuleFamily
  /// How much its findings matter, unless a configuration says otherwise.
  public var severity: Severity
  /// What it finds, in one sentence.
  public var summary: String
  /// Why that matters, what exactly is found and what is not: paragraphs of Markdown.
  public var explanation: String
  /// A small page that it finds something in.
  public var bad: String
  /// The same page as it should be: the rule finds nothing in it. What the fix makes of the bad one, where it has a fix.
  public var good: String
  /// Whether some of its findings come with a fix.
  public var hasFix: Bool
  /// Whether it is on unless a configuration says otherwise.
  public var isOn: Bool
  /// Files of data that the examples are read with: the schema of the template in them. See Data/README.md of the
  /// normalizer.
  public var exampleData: [ExampleFile]
  /// The dialects that it reads; its examples are in the first.
  public var dialects: [Dialect]

  /// Describes a rule.
  ///
  /// - Parameters:
  ///   - id: its name.
  ///   - family: what it looks at.
  ///   - severity: how much its findings matter.
  ///   - summary: what it finds, in one sentence.
  ///   - explanation: why that matters, as paragraphs of Markdown.
  ///   - bad: a page that it finds something in.
  ///   - good: a page that it finds nothing in.
  ///   - hasFix: whether some of its findings come with a fix.
  ///   - isOn: whether it is on unless a configuration says otherwise.
  ///   - exampleData: files of data that the examples are read with.
  ///   - dialects: the dialects that it reads.
  public init(
    id: String,
    family: RuleFamily,
    severity: Severity,
    summary: String,
    explanation: String,
    bad: String,
    good: String,
    hasFix: Bool = false,
    isOn: Bool = true,
    exampleData: [ExampleFile] = [],
    dialects: [Dialect] = [.wikitext]
  ) {
    self.id = id
    self.family = family
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.bad = bad
    self.good = good
    self.hasFix = hasFix
    self.isOn = isOn
    self.exampleData = exampleData
    self.dialects = dialects
  }
}

/// A file that an example is read with.
public struct ExampleFile: Sendable, Hashable {
  /// Its name: `river.schema`.
  public var name: String
  /// Its content.
  public var text: String

  /// A file with a name and a content.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// What rules look at.
public enum RuleFamily: String, Sendable, Hashable, CaseIterable {
  /// The markup.
  case syntax
  /// Sections, references, tables, images, links within the page.
  case structure
  /// Infoboxes and their values.
  case infobox
  /// HTML and page text.
  case rendered
  /// Records of Article and Document JSON.
  case records
}
