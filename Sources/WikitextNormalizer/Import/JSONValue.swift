/// A value of JSON (RFC 8259), as data files of wikis are written in it.
package enum JSONValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  /// The number as it stands in the text.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members in their order; of two of the same name the last one counts.
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue
  }

  /// The member of an object; nil for none, and for other values.
  package subscript(name: String) -> JSONValue? { members.last { $0.name == name }?.value }

  /// The members of an object, in their order; none for other values.
  package var members: [Member] {
    if case .object(let members) = self { return members }
    return []
  }

  /// The values of an array; none for other values.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return []
  }

  /// The text of a string.
  package var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// Whether it is `true`.
  package var isTrue: Bool { self == .boolean(true) }
}
