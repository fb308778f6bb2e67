import WikitextNormalizer
import WikitextSyntax

/// A call of a template whose parameters a schema lists, or of an infobox.
struct SchemaCall {
  /// An argument of the call.
  struct Argument {
    /// The name by which the template gets it; that of a positional one is its number.
    var name: String
    var syntax: TemplateArgumentSyntax
    /// Whether another argument of the same name follows, which MediaWiki takes instead.
    var isOverridden = false

    /// Whether the name stands there as it is, with no template or comment in it.
    var isNamePlain: Bool {
      guard let name = syntax.nameSyntax else { return false }
      return name.trimmedRange.count == self.name.utf8.count
    }

    /// Whether there is nothing but white space and comments for a value.
    var isEmpty: Bool { syntax.value.trimmedText.isEmpty }
  }

  let template: TemplateSyntax
  let schema: InfoboxSchema?
  let arguments: [Argument]
  /// Whether all names are told: where templates or parameters stand in one, any argument might be given.
  let areNamesTold: Bool

  /// - Complexity: O(arguments + bytes of their names).
  init(_ template: TemplateSyntax, _ schema: InfoboxSchema?) {
    self.template = template
    self.schema = schema
    var arguments = template.namedArguments.map { Argument(name: $0.name, syntax: $0.argument) }
    var last: [String: Int] = [:]
    for (index, argument) in arguments.enumerated() {
      if let earlier = last.updateValue(index, forKey: argument.name) { arguments[earlier].isOverridden = true }
    }
    self.arguments = arguments
    areNamesTold = !arguments.contains { $0.syntax.nameSyntax != nil && $0.name.utf8.contains(UInt8(ascii: "{")) }
  }

  /// The name of the template, as messages have it.
  var name: String { template.name }
}
