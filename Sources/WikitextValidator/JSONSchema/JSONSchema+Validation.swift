import WikitextNormalizer

extension JSONSchema {
  /// Something in a record that its schema does not allow.
  struct Violation: Hashable {
    /// The value.
    var node: Int
    /// What is wrong with it.
    var problem: String
    /// Whether its name is what is wrong.
    var isOfName = false
  }

  /// What a schema does not allow of a record, in no order.
  ///
  /// - Complexity: O(values × schemas that are for each): what is to be done lies on a list.
  func violations(in tree: JSONTree) -> [Violation] {
    var check = Check(schema: self, tree: tree)
    check.run()
    return check.violations
  }

  /// The work on a record.
  private struct Check {
    let schema: JSONSchema
    let tree: JSONTree
    var violations: [Violation] = []
    private var waiting: [(node: Int, schema: Int)] = [(0, 0)]

    init(schema: JSONSchema, tree: JSONTree) {
      self.schema = schema
      self.tree = tree
    }

    mutating func run() {
      while let next = waiting.popLast() {
        guard violations.count < Check.most else { return }
        check(next.node, schemasInPlace(of: next.schema, at: next.node))
      }
    }

    /// Nobody reads more of one record.
    private static let most = 1000

    /// The schemas that are for a value itself: the one, those that it refers to and joins, the case that fits.
    private mutating func schemasInPlace(of first: Int, at node: Int) -> [Int] {
      var found = [first]
      var index = 0
      while index < found.count {
        let keywords = schema.schemas[found[index]]
        index += 1
        for other in keywords.allOf + [keywords.reference, chosen(keywords.choice, at: node)].compactMap(\.self)
        where !found.contains(other) {
          found.append(other)
        }
      }
      return found
    }

    /// The case of a `oneOf` that a value is.
    private mutating func chosen(_ choice: Choice?, at node: Int) -> Int? {
      guard let choice, tree.nodes[node].kind == .object else { return nil }
      switch choice {
      case .member(let name, let places):
        // Where it is missing, the schema around the cases says so.
        guard let member = tree.member(name, of: node), let value = tree.string(member) else { return nil }
        if let place = places[value] { return place }
        violations.append(Violation(node: member, problem: "\"\(value)\" is none of the values of \"\(name)\""))
      case .required(let cases):
        let names = Set(tree.children(of: node).map { tree.name(of: $0) })
        let fitting = cases.count { $0.allSatisfy(names.contains) }
        guard fitting != 1 else { return nil }
        let lists = cases.map { $0.map { "\"\($0)\"" }.joined(separator: " and ") }.joined(separator: " or ")
        violations.append(Violation(node: node, problem: "it has to have one of \(lists), and not more"))
      }
      return nil
    }

    private mutating func check(_ node: Int, _ schemas: [Int]) {
      for index in schemas { checkValue(node, schema.schemas[index]) }
      switch tree.nodes[node].kind {
      case .object: checkMembers(of: node, schemas)
      case .array:
        let count = schemas.contains { index in
          let keywords = schema.schemas[index]
          return keywords.minItems != nil || keywords.maxItems != nil
        }
        if count { checkCount(of: node, schemas) }
        for index in schemas {
          guard let items = schema.schemas[index].items else { continue }
          for child in tree.children(of: node) { waiting.append((child, items)) }
        }
      default: break
      }
    }

    private mutating func checkCount(of node: Int, _ schemas: [Int]) {
      let count = tree.children(of: node).reduce(0) { count, _ in count + 1 }
      for index in schemas {
        let keywords = schema.schemas[index]
        if let least = keywords.minItems, count < least {
          report(node, "its elements are \(count), and have to be \(least) or more")
        }
        if let most = keywords.maxItems, count > most {
          report(node, "its elements are \(count), and may be \(most) or fewer")
        }
      }
    }

    private mutating func checkValue(_ node: Int, _ keywords: Keywords) {
      if keywords.isNever { report(node, "it may not be here") }
      if !keywords.types.isEmpty, !keywords.types.contains(where: { isOf($0, node) }) {
        report(node, "it is to be \(keywords.types.joined(separator: " or "))")
        return
      }
      if !keywords.constants.isEmpty, !keywords.constants.contains(where: { isEqual($0, node) }) {
        report(node, "it is to be \(keywords.constants.map(Check.text).joined(separator: " or "))")
      }
      if let pattern = keywords.pattern, let text = tree.string(node), !pattern.matches(text) {
        report(node, "\"\(Excerpt.short(text))\" does not have the form \(pattern.text)")
      }
      if let number = tree.number(node) {
        if let least = keywords.minimum, number < least { report(node, "it is less than \(Check.text(least))") }
        if let most = keywords.maximum, number > most { report(node, "it is more than \(Check.text(most))") }
      }
    }

    private mutating func checkMembers(of node: Int, _ schemas: [Int]) {
      var names: Set<String> = []
      for child in tree.children(of: node) {
        let name = tree.name(of: child)
        if !names.insert(name).inserted {
          violations.append(Violation(node: child, problem: "the name \"\(name)\" is here twice", isOfName: true))
        }
        checkMember(child, name, schemas)
      }
      for index in schemas {
        for name in schema.schemas[index].required where !names.contains(name) {
          report(node, "\"\(name)\" is missing")
        }
      }
    }

    private mutating func checkMember(_ child: Int, _ name: String, _ schemas: [Int]) {
      var isKnown = false
      for index in schemas {
        let keywords = schema.schemas[index]
        var isOwn = false
        if let property = keywords.properties[name] {
          isOwn = true
          waiting.append((child, property))
        }
        for (pattern, property) in keywords.patternProperties where pattern.matches(name) {
          isOwn = true
          waiting.append((child, property))
        }
        if !isOwn, let additional = keywords.additionalProperties {
          isOwn = true
          refer(child, name, to: additional)
        }
        isKnown = isKnown || isOwn
      }
      guard !isKnown else { return }
      for index in schemas {
        if let others = schema.schemas[index].unevaluatedProperties { refer(child, name, to: others) }
      }
    }

    /// Hands a member that no schema names to the schema for such members.
    private mutating func refer(_ child: Int, _ name: String, to place: Int) {
      if schema.schemas[place].isNever {
        violations.append(Violation(node: child, problem: "the name \"\(name)\" is not known here", isOfName: true))
      } else {
        waiting.append((child, place))
      }
    }

    private mutating func report(_ node: Int, _ problem: String) {
      violations.append(Violation(node: node, problem: problem))
    }

    // MARK: - Values

    private func isOf(_ type: String, _ node: Int) -> Bool {
      switch tree.nodes[node].kind {
      case .object: type == "object"
      case .array: type == "array"
      case .string: type == "string"
      case .boolean: type == "boolean"
      case .null: type == "null"
      case .number:
        type == "number" || type == "integer" && tree.number(node).map { $0.rounded() == $0 } ?? false
      }
    }

    private func isEqual(_ constant: JSONValue, _ node: Int) -> Bool {
      if case .number(let text) = constant { return tree.number(node).map { $0 == Double(text) } ?? false }
      return tree.scalar(node) == constant
    }

    private static func text(_ constant: JSONValue) -> String {
      switch constant {
      case .string(let text): "\"\(text)\""
      case .number(let text): text
      case .boolean(let value): value ? "true" : "false"
      default: "null"
      }
    }

    private static func text(_ number: Double) -> String {
      Int(exactly: number).map { String($0) } ?? number.description
    }
  }
}
