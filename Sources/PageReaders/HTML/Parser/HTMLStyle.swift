/// What the style of an element tells.
enum HTMLStyle {
  /// The roles that a `style` gives: hidden, in a line, floating.
  ///
  /// - Complexity: O(bytes).
  static func roles(_ style: ArraySlice<UInt8>) -> HTMLRoles {
    var roles: HTMLRoles = []
    for declaration in style.split(separator: UInt8(ascii: ";")) {
      guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = declaration[..<colon].trimmed
      let value = declaration[(colon + 1)...].trimmed
      if name.equals("display") {
        if value.starts(with: "none") { roles.insert(.hidden) }
        if value.starts(with: "inline") { roles.insert(.inline) }
      } else if name.equals("visibility") {
        if value.starts(with: "hidden") { roles.insert(.hidden) }
      } else if name.starts(with: "background") {
        if !value.starts(with: "none"), !value.starts(with: "transparent") { roles.insert(.shaded) }
      } else if name.equals("float") {
        if value.starts(with: "right") || value.starts(with: "left") { roles.insert(.floating) }
      }
    }
    return roles
  }
}
