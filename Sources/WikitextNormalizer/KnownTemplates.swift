public import WikitextSyntax

/// Which templates of a wiki the normalizer knows.
public struct KnownTemplates: Sendable {
  private let packs: TemplatePacks
  private let countries: Countries

  /// What is known of the templates of a wiki.
  public init(_ data: NormalizerData = .standard, configuration: SiteConfiguration) {
    packs = data.packs(for: configuration)
    countries = Countries.of(configuration.language, files: data.userFiles)
  }

  /// What a template is.
  ///
  /// - Parameter name: the name of a call, with or without its namespace.
  /// - Returns: what its first rule says, or a place for the code of a country; nil for a template that is not known.
  public func kind(of name: String) -> TemplateRule.Kind? {
    if let rule = packs.rules(of: name).first { return rule.kind }
    return packs.hasCountryCodes && countries.place(ofTemplate: name) != nil ? .place : nil
  }
}
