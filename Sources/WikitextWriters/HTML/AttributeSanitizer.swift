import WikitextDocument
import WikitextSyntax

/// Which attributes of a tag come through, and with what values (`Sanitizer::validateTagAttributes`).
struct AttributeSanitizer {
  private let idMode: FragmentMode

  /// A sanitizer for a wiki whose ids have these forms.
  init(_ fragmentModes: [FragmentMode]) {
    idMode = fragmentModes.first ?? .html5
  }

  /// The attributes of a node that an element with the name `tag` may have, in the order of the source.
  ///
  /// Of several with a name the last one counts, in the place of the first.
  func attributes(of node: Int, in document: Document, tag: [UInt8]) -> [(name: [UInt8], value: [UInt8])] {
    var found: [(name: [UInt8], value: [UInt8])] = []
    var places: [[UInt8]: Int] = [:]
    for record in document.attributeRecords(of: node) {
      let name = Array(document.pool[record.name.offsets])
      let written = document.pool[record.value.offsets]
      // A line break behind a backslash has a meaning in CSS.
      let value = AttributeNames.rule(of: name) == .style ? Array(written) : AttributeSanitizer.normalized(written)
      if let place = places[name] {
        found[place].value = value
      } else {
        places[name] = found.count
        found.append((name, value))
      }
    }
    return sanitized(found, tag: tag)
  }

  /// The attributes that an element with the name `tag` may have, with their values made safe.
  func sanitized(
    _ attributes: [(name: [UInt8], value: [UInt8])],
    tag: [UInt8]
  ) -> [(name: [UInt8], value: [UInt8])] {
    let allowed = AttributeNames.allowed(on: tag)
    var kept: [(name: [UInt8], value: [UInt8])] = []
    for (name, value) in attributes {
      guard AttributeNames.groups(of: name).isDisjoint(with: allowed) == false || AttributeNames.isUserData(name),
        let value = safe(value, of: name)
      else { continue }
      kept.append((name, value))
    }
    // These three mean nothing without `itemscope`.
    if !kept.contains(where: { $0.name.elementsEqual("itemscope".utf8) }) {
      kept.removeAll { AttributeNames.groups(of: $0.name).contains(.needsScope) }
    }
    return kept
  }

  /// The value of an attribute made safe; nil when the attribute is to go.
  private func safe(_ value: [UInt8], of name: [UInt8]) -> [UInt8]? {
    switch AttributeNames.rule(of: name) {
    case .any: return value
    case .style: return AttributeSanitizer.normalized(StyleSanitizer.safe(value)[...])
    case .id: return value.isEmpty ? nil : HeadingIDs.escaped(value, idMode)
    case .idList:
      return Array(value.split(separator: 0x20).map { HeadingIDs.escaped(Array($0), idMode) }.joined(separator: [0x20]))
    case .metadata: return AttributeSanitizer.isEvil(value) ? nil : value
    case .address: return AttributeSanitizer.isAddress(value) ? value : nil
    case .zero: return value == [UInt8(ascii: "0")] ? value : nil
    }
  }

  /// Runs of whitespace as one space, none at the ends (`Sanitizer::decodeTagAttributes`).
  private static func normalized(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var normalized: [UInt8] = []
    var isSpaced = true
    for byte in value {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isSpace { normalized.append(byte) } else if !isSpaced { normalized.append(0x20) }
      isSpaced = isSpace
    }
    if normalized.last == 0x20 { normalized.removeLast() }
    return normalized
  }

  /// Whether a value runs a program where an address is expected (`Sanitizer::EVIL_URI_PATTERN`).
  private static func isEvil(_ value: [UInt8]) -> Bool {
    let start = value.prefix { !Bytes.isSpace($0) && $0 != UInt8(ascii: ":") }
    guard start.count < value.count, value[start.count] == UInt8(ascii: ":") else { return false }
    return start.map(Bytes.lowercased).elementsEqual("javascript".utf8)
      || start.map(Bytes.lowercased).elementsEqual("vbscript".utf8)
  }

  /// Whether a value is an address that an external link could have.
  private static func isAddress(_ value: [UInt8]) -> Bool {
    guard !value.contains(where: Bytes.isSpace) else { return false }
    return SiteConfiguration.standard.protocolLength(at: 0, in: value.span) != nil
  }
}
