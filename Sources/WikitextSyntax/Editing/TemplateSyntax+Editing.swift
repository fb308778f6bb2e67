extension TemplateSyntax {
  /// Replaces the value that the template gets under a name, and leaves the white space around it.
  ///
  /// Of several arguments of the name the last is changed, which is the one that counts. `value` is wikitext and goes
  /// in as it is; where it has an equals sign and the argument no name, the argument is given its number for one, without
  /// which the value would be taken for a named argument.
  /// - Returns: nil when there is no such argument.
  public func replacingValue(of name: String, with value: String) -> SyntaxEdit? {
    argument(named: name).map { argument in
      let needsName = argument.isPositional && value.utf8.contains(UInt8(ascii: "="))
      return SyntaxEdit(replacing: argument.valueRange, with: needsName ? "\(name)=\(value)" : value)
    }
  }

  /// Removes the argument that the template gets under a name, pipe and all.
  ///
  /// Of several the last goes, and the one before it counts from then on; without a name, those behind it change
  /// their numbers.
  /// - Returns: nil when there is no such argument.
  public func removingArgument(named name: String) -> SyntaxEdit? {
    argument(named: name).map { SyntaxEdit(deleting: $0.range) }
  }

  /// Replaces the value of an argument, or appends the argument when there is none.
  ///
  /// - Returns: nil when the template is not closed, or `name` cannot be a name.
  public func settingValue(of name: String, to value: String) -> SyntaxEdit? {
    replacingValue(of: name, with: value) ?? appendingArgument(named: name, value: value)
  }

  /// Adds a named argument behind the others, laid out as the last named one is.
  ///
  ///     {{Infobox river        {{Infobox river
  ///     | name   = Isar        | name   = Isar
  ///     | length = 295         | length = 295
  ///     }}                     | mouth  = Danube
  ///                            }}
  ///
  /// - Returns: nil when the template is not closed, or `name` cannot be a name: it is empty, or has `|`, `=` or braces.
  public func appendingArgument(named name: String, value: String) -> SyntaxEdit? {
    guard isClosed, !name.utf8.allSatisfy(Bytes.isWhitespace), !name.contains(where: { "|={}".contains($0) }) else {
      return nil
    }
    let arguments = arguments
    guard let model = arguments.last(where: { !$0.isPositional }), let modelName = model.nameSyntax else {
      return SyntaxEdit(inserting: "|\(name)=\(value)", at: range.end - 2)
    }
    let layout = ArgumentLayout(of: model, name: modelName)
    let argument = layout.argument(name: name, value: value)
    guard let last = arguments.last, last == model else {
      // An argument without a name comes last, and all of its white space is its own.
      return SyntaxEdit(inserting: argument, at: range.end - 2)
    }
    // The new one goes before the white space that ends the last, so that `}}` stays on its line, and after what
    // stands between the last and the one before it.
    let value = last.valueRange
    let gap = gapBefore(last)
    return SyntaxEdit(inserting: gap + argument, at: max(value.end, modelName.range.end + 1))
  }

  /// Adds an argument without a name behind the others.
  ///
  /// A value that has an equals sign gets its number for a name, without which it would be taken for a named argument.
  /// - Returns: nil when the template is not closed.
  public func appendingArgument(_ value: String) -> SyntaxEdit? {
    guard isClosed else { return nil }
    let number = value.utf8.contains(UInt8(ascii: "=")) ? "\(arguments.filter(\.isPositional).count + 1)=" : ""
    return SyntaxEdit(inserting: "|\(number)\(value)", at: range.end - 2)
  }

  /// The white space that stands before the pipe of an argument.
  private func gapBefore(_ argument: TemplateArgumentSyntax) -> String {
    let source = syntax.tree.source
    var start = argument.range.start
    while start > range.start + 2, Bytes.isWhitespace(source[start - 1]) { start -= 1 }
    // The white space at the end of an argument without a name is part of its value.
    if let before = arguments.last(where: { $0.range.end == argument.range.start }), before.isPositional { return "" }
    return String(decoding: source[start..<argument.range.start], as: UTF8.self)
  }
}

/// How an argument is written: the white space around its parts.
private struct ArgumentLayout {
  /// Between the pipe and the name.
  var beforeName: String
  /// From the start of the name to the equals sign, in characters, when the name is padded.
  var nameWidth: Int
  /// Between the name and the equals sign, at least.
  var afterName: String
  /// Between the equals sign and the value.
  var beforeValue: String

  init(of argument: TemplateArgumentSyntax, name: Syntax) {
    let source = argument.syntax.tree.source
    let trimmed = name.trimmedRange
    beforeName = String(decoding: source[name.range.start..<trimmed.start], as: UTF8.self)
    let after = String(decoding: source[trimmed.end..<name.range.end], as: UTF8.self)
    afterName = after.isEmpty ? "" : after.allSatisfy { $0 == " " } ? " " : after
    nameWidth = after.allSatisfy { $0 == " " } && !after.isEmpty ? name.trimmedText.count + after.count : 0
    beforeValue = String(decoding: source[argument.value.range.start..<argument.valueRange.start], as: UTF8.self)
  }

  func argument(name: String, value: String) -> String {
    let padding = nameWidth > name.count ? String(repeating: " ", count: nameWidth - name.count) : afterName
    return "|" + beforeName + name + padding + "=" + beforeValue + value
  }
}
