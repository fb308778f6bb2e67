import WikitextDocument
import WikitextSyntax

extension ValueTextBuilder {
  /// Reads a template: by its first rule that yields something; one that no pack knows is a place by its code, or a
  /// value that lies elsewhere.
  mutating func addTemplate(_ index: Int) {
    let name = records[index].name
    let pool = document.pool
    let rules = packs.rules(pool.span, name.offsets)
    let call = TemplateCall(index, in: document, name: document.string(name))
    add(call, rules)
  }

  /// Reads a call by rules.
  mutating func add(_ call: TemplateCall, _ rules: ArraySlice<TemplateRule>) {
    for rule in rules where apply(rule, call) { return }
    if rules.isEmpty { addUnknown(call) } else if rules[rules.startIndex].kind.givesValue { addUnread(call) }
  }

  /// A template that is known, whose arguments are not what it takes: `{{birth date|1950|2|30}}`.
  private mutating func addUnread(_ call: TemplateCall) {
    let arguments = call.positional.filter { document.hasContent($0) }
    guard !arguments.isEmpty else { return }
    let shown = arguments.map { document.plainText(ofArgument: $0) }.filter { !$0.isEmpty }.joined(separator: [0x20])
    let record = records[call.node]
    let source = document.source[Int(record.sourceStart)..<Int(record.sourceEnd)]
    addAtom(.unparsed(String(decoding: source, as: UTF8.self)), from: call.node, shown: Array(shown))
  }

  private mutating func addUnknown(_ call: TemplateCall) {
    if packs.hasCountryCodes, let (name, code) = countries.place(ofTemplate: call.name) {
      // {{DEU|#}} is the flag alone.
      if let first = call.positional.first, document.plainText(ofArgument: first) == [UInt8(ascii: "#")] {
        addAtom(.place(name: name, country: code), from: call.node, shown: [], role: .flag)
        return
      }
      addAtom(.place(name: name, country: code), from: call.node, shown: Array(name.utf8))
      return
    }
    guard !document.isInfobox(call.node) else { return }
    addAtom(.external(source: "Template:" + call.name), from: call.node, shown: [], role: .aside)
  }

  /// Reads a call by one rule.
  ///
  /// - Returns: false when the rule yields nothing because arguments are missing.
  private mutating func apply(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    var call = call
    if let separator = rule[.separator] {
      call.separator = String(decoding: plain(separator, call), as: UTF8.self)
    }
    switch rule.kind {
    case .show, .approximate, .since: return show(rule, call)
    case .list: return list(rule, call)
    case .note:
      addMark(
        reference: nil,
        note: rule[.text].map { plain($0, call) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
      )
      return true
    case .reference, .hidden, .computed, .infobox, .hatnote, .maintenance, .shortDescription, .disambiguation, .stub,
      .navigation, .metadata:
      return true
    case .mark:
      guard let text = string(.text, rule, call) else { return false }
      addAtom(.text(text), from: call.node, shown: [], role: .mark)
      return true
    case .result: return addResult(rule, call)
    case .number, .percent, .quantity, .money, .fraction, .plusMinus: return addFigure(rule, call)
    default: return addValue(rule, call)
    }
  }

  // MARK: What is shown

  mutating func show(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    guard let pattern = rule[.text] else {
      if rule.kind == .approximate { add("c. ", from: call.node) }
      return rule.kind != .show
    }
    guard hasContent(pattern, call) else {
      if rule.kind == .approximate { add("c. ", from: call.node) }
      return rule.kind == .approximate
    }
    open(call)
    pushQualifier(of: rule, call)
    if rule[.small] != nil { beginSpan(.small, node: call.node) }
    if rule[.raised] != nil { beginSpan(.raised, node: 1) }
    if rule[.lowered] != nil { beginSpan(.lowered, node: 0) }
    push(pattern, call)
    if rule.kind == .approximate { add("c. ", from: call.node) }
    if rule.kind == .since { add("since ", from: call.node) }
    return true
  }

  /// Begins a template's span.
  mutating func open(_ call: TemplateCall) {
    beginSpan(.template, node: call.node)
    openTemplates.append(call.node)
    jobs.append(.endTemplate)
  }

  /// Puts a pattern on the stack.
  mutating func push(_ pattern: ArgumentPattern, _ call: TemplateCall) {
    jobs.append(.pattern(pattern, part: 0, call: call))
  }

  /// Shows the parts of a pattern, from one on up to the next argument.
  mutating func go(on pattern: ArgumentPattern, _ first: Int, _ call: TemplateCall) {
    var part = first
    while part < pattern.parts.count {
      switch pattern.parts[part] {
      case .literal(let text):
        addLines(text, from: call.node)
      case .optionalStart:
        let end = pattern.endOfOption(part)
        if !hasContent(pattern, part + 1..<end, call) { part = end }
      case .optionalEnd:
        break
      case .argument(let names):
        jobs.append(.pattern(pattern, part: part + 1, call: call))
        showArgument(names, call)
        return
      }
      part += 1
    }
  }

  /// Adds text in which line breaks and item boundaries stand for themselves.
  private mutating func addLines(_ literal: String, from node: Int) {
    var line = ""
    for scalar in literal.unicodeScalars {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if scalar.value == UInt32(byte), byte == ValueText.Control.line || byte == ValueText.Control.item {
        if !line.isEmpty { add(line, from: node) }
        line = ""
        addBoundary(byte)
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    if !line.isEmpty { add(line, from: node) }
  }

  private mutating func showArgument(_ names: [String], _ call: TemplateCall) {
    if names == ["*"] {
      for (place, argument) in call.positional.enumerated().reversed() {
        jobs.append(.nodes(argument + 1, end: Int(records[argument].next)))
        if place > 0 { jobs.append(.literal(call.separator, call: call.node)) }
      }
    } else if let argument = call.firstArgument(names, in: document) {
      jobs.append(.nodes(argument + 1, end: Int(records[argument].next)))
    } else if let name = calledName(names, call) {
      add(name, from: call.node)
    }
  }

  /// What a pattern's `{name}` or `{name*}` stands for.
  private func calledName(_ names: [String], _ call: TemplateCall) -> String? {
    switch names {
    case ["name"]: call.name
    case ["name*"]: packs.familyPart(of: call.name)
    default: nil
    }
  }

  // MARK: Lists

  private mutating func list(_ rule: TemplateRule, _ call: TemplateCall) -> Bool {
    guard rule[.items].map({ hasContent($0, call) }) ?? !call.positional.isEmpty else { return false }
    open(call)
    addBoundary(ValueText.Control.item)
    jobs.append(.boundary(ValueText.Control.item))
    if let items = rule[.items] {
      push(items.replacing("\n", with: String(UnicodeScalar(ValueText.Control.item))), call)
      return true
    }
    let first = rule[.first].map { plain($0, call) }.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 1
    jobs.append(.arguments(call.positional.dropFirst(max(first, 1) - 1), pairs: rule[.pairs] != nil))
    return true
  }

  /// Shows the next argument of a list, or the next two.
  mutating func add(_ arguments: ArraySlice<Int>, _ pairs: Bool) {
    guard let first = arguments.first else { return }
    jobs.append(.arguments(arguments.dropFirst(pairs ? 2 : 1), pairs: pairs))
    addBoundary(ValueText.Control.item)
    if pairs, arguments.count > 1 {
      let second = arguments[arguments.startIndex + 1]
      jobs.append(.nodes(second + 1, end: Int(records[second].next)))
      jobs.append(.literal(" ", call: first))
      beginSpan(.small, node: first)
    }
    jobs.append(.nodes(first + 1, end: Int(records[first].next)))
  }

  /// Puts the remark of a rule on the stack, behind what is shown.
  mutating func pushQualifier(of rule: TemplateRule, _ call: TemplateCall) {
    guard let qualifier = rule[.qualifier], hasContent(qualifier, call) else { return }
    jobs.append(.qualifier(qualifier, call: call))
  }

  /// Shows a remark beside a value.
  mutating func addQualifier(_ pattern: ArgumentPattern, _ call: TemplateCall) {
    addSpace()
    beginSpan(.small, node: call.node)
    push(pattern, call)
  }

  // MARK: Patterns as text

  /// The text of a pattern.
  func plain(_ pattern: ArgumentPattern, _ call: TemplateCall) -> [UInt8] {
    var text: [UInt8] = []
    var part = 0
    while part < pattern.parts.count {
      switch pattern.parts[part] {
      case .literal(let literal): text += Array(literal.utf8)
      case .optionalStart:
        let end = pattern.endOfOption(part)
        if !hasContent(pattern, part + 1..<end, call) { part = end }
      case .optionalEnd: break
      case .argument(["*"]):
        for (place, argument) in call.positional.enumerated() {
          if place > 0 { text += Array(call.separator.utf8) }
          text += document.plainText(ofArgument: argument)
        }
      case .argument(let names):
        if let argument = call.firstArgument(names, in: document) {
          text += document.plainText(ofArgument: argument)
        } else if let name = calledName(names, call) {
          text += Array(name.utf8)
        }
      }
      part += 1
    }
    return text
  }

  /// The text of a rule's pattern; nil where it has none or it is empty.
  func plain(_ key: TemplateRule.Key, _ rule: TemplateRule, _ call: TemplateCall) -> [UInt8]? {
    guard let pattern = rule[key] else { return nil }
    let text = plain(pattern, call)
    return text.isEmpty ? nil : text
  }

  /// Whether a pattern shows more than literals, or is nothing but literals. What stands in brackets is an addition: it
  /// counts where no argument stands outside of them.
  func hasContent(_ pattern: ArgumentPattern, _ call: TemplateCall) -> Bool {
    var hasArguments = false
    var part = 0
    while part < pattern.parts.count {
      switch pattern.parts[part] {
      case .literal, .optionalEnd: break
      case .optionalStart: part = pattern.endOfOption(part)
      case .argument:
        hasArguments = true
        if hasContent(pattern, part..<part + 1, call) { return true }
      }
      part += 1
    }
    if hasArguments { return false }
    return hasContent(pattern, pattern.parts.indices, call) || !pattern.parts.contains(.optionalStart)
  }

  private func hasContent(_ pattern: ArgumentPattern, _ parts: Range<Int>, _ call: TemplateCall) -> Bool {
    pattern.parts[parts].contains {
      guard case .argument(let names) = $0 else { return false }
      if names == ["*"] { return call.positional.contains { document.hasContent($0) } }
      return names == ["name"] || names == ["name*"] || call.firstArgument(names, in: document) != nil
    }
  }
}

extension ArgumentPattern {
  /// The pattern with other text for a character of its literals.
  func replacing(_ character: Character, with text: String) -> ArgumentPattern {
    ArgumentPattern(
      parts: parts.map { part in
        guard case .literal(let literal) = part else { return part }
        return .literal(literal.split(separator: character, omittingEmptySubsequences: false).joined(separator: text))
      }
    )
  }

  /// The end of the option that begins at a part.
  func endOfOption(_ start: Int) -> Int {
    var depth = 0
    for part in start..<parts.count {
      if parts[part] == .optionalStart { depth += 1 }
      if parts[part] == .optionalEnd {
        depth -= 1
        if depth == 0 { return part }
      }
    }
    return parts.count
  }
}

extension Document {
  /// Whether a template is an infobox of its own.
  ///
  /// - Complexity: O(log infoboxes).
  func isInfobox(_ node: Int) -> Bool {
    let infoboxes = extras.infoboxes
    var low = 0
    var high = infoboxes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(infoboxes[middle].node) < node { low = middle + 1 } else { high = middle }
    }
    return low < infoboxes.count && Int(infoboxes[low].node) == node
  }
}
