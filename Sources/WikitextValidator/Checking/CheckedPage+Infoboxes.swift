import WikitextNormalizer
import WikitextSyntax

extension CheckedPage {
  /// The calls of templates that a schema is for, and of infoboxes. Names are looked up as they stand; only those with a namespace,
  /// comments or markup in them are made strings.
  ///
  /// - Complexity: O(bytes of the names + arguments of the calls).
  func findSchemaCalls() -> [SchemaCall] {
    var calls: [SchemaCall] = []
    let infoboxes = Set(document.infoboxes.map(\.range.start))
    for node in nodes(.template) {
      guard let template = TemplateSyntax(node) else { continue }
      let schema = schema(for: template)
      guard schema != nil || infoboxes.contains(node.range.start) else { continue }
      calls.append(SchemaCall(template, schema))
    }
    return calls
  }

  private func schema(for template: TemplateSyntax) -> InfoboxSchema? {
    let range = template.nameSyntax.range
    let isPlain = !source[range.offsets].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "<") }
    if isPlain { return knowledge.schema(forTemplate: source, range.offsets) }
    var name = Array(template.name.utf8)
    if let colon = name.firstIndex(of: UInt8(ascii: ":")),
      configuration.namespace(named: name.span, in: 0..<colon) == Namespace.template
    {
      name.removeSubrange(...colon)
    }
    return knowledge.schema(forTemplate: name, name.indices)
  }
}

extension TypedInfobox {
  /// The fields that the page shows: not those without a value, nor those that another one of the same name replaces.
  var shownFields: [TypedField] { fields.filter { !$0.field.isOverridden && !$0.field.isEmpty } }
}
