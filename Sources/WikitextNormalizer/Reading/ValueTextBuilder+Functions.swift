import WikitextDocument
import WikitextSyntax

/// Parser functions, as far as the page alone tells what they make.
extension ValueTextBuilder {
  mutating func addFunction(_ index: Int) {
    let name = document.string(records[index].name)
    let arguments = TemplateCall(index, in: document, name: name)
    switch name {
    case "invoke": addModule(index, arguments)
    case "formatnum": addFormattedNumber(index, arguments)
    case "property", "statements": addAtom(.external(source: "Wikidata"), from: index, shown: [], role: .aside)
    case "if": addChoice(arguments)
    case "ifeq": addComparison(arguments)
    case "switch": addSwitch(index, arguments)
    case "expr": addExpression(index, arguments)
    case "lc", "uc", "ucfirst", "lcfirst", "nowiki", "padleft", "padright", "plural", "grammar", "tag":
      if let first = arguments.positional.first { enter(first) }
    case "time", "timel", "currentyear", "currentmonth", "currentday": break
    default:
      addAtom(.external(source: name), from: index, shown: [], role: .aside)
    }
  }

  /// A module that is known as a template is known by its name; the first two arguments are the module and its function.
  private mutating func addModule(_ index: Int, _ arguments: TemplateCall) {
    let name =
      arguments.positional.first.map { String(decoding: document.plainText(ofArgument: $0), as: UTF8.self) } ?? ""
    let rules = packs.rules(of: name)
    if rules.isEmpty {
      addAtom(.external(source: "Module:" + name), from: index, shown: [], role: .aside)
    } else {
      add(TemplateCall(index, in: document, name: name, without: 2), rules)
    }
  }

  private mutating func addFormattedNumber(_ index: Int, _ arguments: TemplateCall) {
    guard let first = arguments.positional.first else { return }
    if decimal != ".", let local = localized(document.plainText(ofArgument: first)) {
      add(local, from: index)
    } else {
      enter(first)
    }
  }

  /// Whether an argument says the same wherever the page is read: it holds no templates or parameters.
  private func isConstant(_ argument: Int) -> Bool {
    !records[argument + 1..<max(Int(records[argument].next), argument + 1)].contains {
      $0.kind == .template || $0.kind == .parserFunction || $0.kind == .parameter
    }
  }

  private mutating func addChoice(_ arguments: TemplateCall) {
    guard let condition = arguments.positional.first else { return }
    guard isConstant(condition) else { return addUncertain(arguments.node) }
    let choice = document.hasContent(condition) ? 1 : 2
    if choice < arguments.positional.count { enter(arguments.positional[choice]) }
  }

  private mutating func addComparison(_ arguments: TemplateCall) {
    guard arguments.positional.count >= 2 else { return }
    let (left, right) = (arguments.positional[0], arguments.positional[1])
    guard isConstant(left), isConstant(right) else { return addUncertain(arguments.node) }
    let choice = document.plainText(ofArgument: left) == document.plainText(ofArgument: right) ? 2 : 3
    if choice < arguments.positional.count { enter(arguments.positional[choice]) }
  }

  private mutating func addSwitch(_ index: Int, _ arguments: TemplateCall) {
    guard let subject = arguments.positional.first else { return }
    guard isConstant(subject) else { return addUncertain(index) }
    let value = document.plainText(ofArgument: subject)
    var argument = Int(records[subject].next)
    var falls = false
    var fallback: Int?
    while argument < Int(records[index].next) {
      let record = records[argument]
      if record.detail == 1 {
        let name = document.pool[record.name.offsets]
        if falls || name.elementsEqual(value) { return enter(argument) }
        if name.elementsEqual("#default".utf8) { fallback = argument }
      } else {
        if document.plainText(ofArgument: argument) == value { falls = true }
        // The last one without a name is the default.
        if Int(record.next) == Int(records[index].next) { fallback = argument }
      }
      argument = Int(record.next)
    }
    if let fallback { enter(fallback) }
  }

  /// What depends on other pages: its source stands for it.
  private mutating func addUncertain(_ index: Int) {
    let range = Int(records[index].sourceStart)..<Int(records[index].sourceEnd)
    addAtom(.unparsed(String(decoding: document.source[range], as: UTF8.self)), from: index, shown: [], role: .aside)
  }

  private mutating func addExpression(_ index: Int, _ arguments: TemplateCall) {
    guard let first = arguments.positional.first, isConstant(first) else { return addUncertain(index) }
    var expression = ConstantExpression(document.plainText(ofArgument: first))
    guard let value = expression.value() else { return addUncertain(index) }
    let text = value.description
    add(decimal != "." ? localized(Array(text.utf8)) ?? text : text, from: index)
  }
}
