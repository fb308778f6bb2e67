/// Places on a globe as text.
extension ValueGrammar {
  /// Half of a place.
  private struct Angle {
    var degrees: Double
    /// The letter of the direction: N, S, E, W.
    var direction: UInt8?
    var precision: Double
    var end: Int
  }

  /// `51° 30′ N`, `12.5°E`, `51/12/N`, `48.2, 16.35`.
  func coordinates(_ index: Int) -> Parse? {
    if case .coordinates(let position)? = atom(index) { return Parse(.coordinates(position), end: index + 1) }
    guard let first = angle(index) else { return nil }
    var next = first.end
    while next < tokens.count, [0x2C, 0x3B, 0x2F, 0xB7].contains(mark(next)) || means(.and, next) { next += 1 }
    guard let second = angle(next), !isSame(first, second) else {
      guard let direction = first.direction else { return nil }
      if expecting.kind == .angle { return angle(first) }
      var position = GeoPosition(latitude: nil, longitude: nil)
      if direction == 0x4E || direction == 0x53 { position.latitude = first.degrees }
      if direction == 0x45 || direction == 0x57 { position.longitude = first.degrees }
      position.precision = first.precision
      return isValid(position) ? Parse(.coordinates(position), end: first.end) : nil
    }
    // Without letters only a field of coordinates has a pair of numbers.
    guard
      first.direction != nil
        || expecting.kind == .coordinates && second.direction == nil && abs(second.degrees) <= 180
    else { return nil }
    let isLongitudeFirst = first.direction == 0x45 || first.direction == 0x57
    var position = GeoPosition(
      latitude: isLongitudeFirst ? second.degrees : first.degrees,
      longitude: isLongitudeFirst ? first.degrees : second.degrees
    )
    position.precision = max(first.precision, second.precision)
    guard isValid(position) else { return nil }
    // Other globes are counted all around: 200° E is 160° W.
    if let east = position.longitude, abs(east) > 180 { position.longitude = east > 0 ? east - 360 : east + 360 }
    return Parse(.coordinates(position), end: pastRepetitions(of: position, second.end))
  }

  /// Past the same place in other notations, as pages show it: `48°12′N 9°41′E / 48.20°N 9.69°E / 48.20; 9.69`.
  private func pastRepetitions(of position: GeoPosition, _ end: Int) -> Int {
    guard let latitude = position.latitude, let longitude = position.longitude else { return end }
    var end = end
    while end < tokens.count, isMark("/", end), let first = angle(end + 1, signsAreNeeded: false) {
      var next = first.end
      while next < tokens.count, [0x2C, 0x3B, 0xB7].contains(mark(next)) { next += 1 }
      guard let second = angle(next, signsAreNeeded: false), abs(first.degrees - latitude) < ValueGrammar.nearby,
        abs(second.degrees - longitude) < ValueGrammar.nearby
      else { break }
      end = second.end
    }
    return end
  }

  /// Two notations of a place differ by less than this, in degrees.
  private static let nearby = 0.1

  /// Half a place where the field holds half of one: signed degrees, as exact as a page may write them.
  private func angle(_ angle: Angle) -> Parse? {
    guard let degrees = DecimalNumber(mantissa: Int128((angle.degrees * 1e7).rounded()), exponent: -7) else {
      return nil
    }
    return Parse(.quantity(Quantity(degrees.normalized, MeasuredUnit(ucum: "deg", written: ""))), end: angle.end)
  }

  /// Whether both are latitudes, or both longitudes.
  private func isSame(_ left: Angle, _ right: Angle) -> Bool {
    guard let one = left.direction, let other = right.direction else {
      return left.direction != nil || right.direction != nil
    }
    return (one == 0x4E || one == 0x53) == (other == 0x4E || other == 0x53)
  }

  private func isValid(_ position: GeoPosition) -> Bool {
    abs(position.latitude ?? 0) <= 90 && abs(position.longitude ?? 0) <= 360
  }

  /// Degrees, minutes and seconds with the letter of their direction before or behind.
  private func angle(_ index: Int, signsAreNeeded: Bool = true) -> Angle? {
    var next = index
    var direction = direction(next)
    if direction != nil { next += 1 }
    guard let degrees = number(next), abs(degrees.number.doubleValue) <= 360 else { return nil }
    var value = degrees.number.doubleValue.magnitude
    let isNegative = degrees.number.mantissa < 0
    var precision = ValueGrammar.precision(degrees.number, of: 1)
    next = degrees.end
    var hasSigns = false
    if isDegree(next) {
      next += 1
      hasSigns = true
    }
    let isSlashed = !hasSigns && isMark("/", next) && touches(next)
    var size = 1.0 / 60
    for step in 0..<2 {
      if isSlashed, isMark("/", next) {
        next += 1
        // A field left empty: 23/19//N.
        if isMark("/", next) || self.direction(next) != nil { break }
      }
      guard hasSigns || isSlashed, let part = number(next, signed: false), part.number.doubleValue < 60,
        isSlashed || isMinute(part.end, step: step)
      else { break }
      value += part.number.doubleValue * size
      precision = ValueGrammar.precision(part.number, of: size)
      size /= 60
      next = part.end + (isSlashed ? 0 : minuteLength(part.end))
    }
    while isSlashed, isMark("/", next) { next += 1 }
    if direction == nil, let letter = self.direction(next) {
      direction = letter
      next += 1
      if isMark(".", next), touches(next) { next += 1 }
    }
    guard hasSigns || direction != nil || !signsAreNeeded || expecting.kind == .coordinates && !isSlashed else {
      return nil
    }
    if direction == 0x53 || direction == 0x57 { value = -value }
    return Angle(degrees: isNegative ? -value : value, direction: direction, precision: precision, end: next)
  }

  private static func precision(_ number: DecimalNumber, of size: Double) -> Double {
    var precision = size
    for _ in 0..<min(12, max(0, -number.exponent)) { precision /= 10 }
    return precision
  }

  private func direction(_ index: Int) -> UInt8? {
    if let letter = meaning(.direction, index) { return UInt8(truncatingIfNeeded: letter) }
    guard let token = token(index), token.range.count == 1 else { return nil }
    let letter = text.bytes[token.start]
    return letter == 0x4E || letter == 0x53 || letter == 0x45 || letter == 0x57 ? letter : nil
  }

  private func isDegree(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    return mark(index) == 0xB0 || mark(index) == 0xBA || ["°", "º"].contains(string(token.range))
      || meanings(.unit, index).contains { lexicon.units[Int($0)].ucum == "deg" }
  }

  /// Whether the sign of minutes (step 0) or seconds stands at `index`.
  private func isMinute(_ index: Int, step: Int) -> Bool {
    guard let token = token(index) else { return false }
    let sign = string(token.range)
    if step == 0 {
      return ["'", "′", "’", "´", "min"].contains(sign) && !(isQuote(index + 1) && touches(index + 1))
    }
    return ["\"", "″", "”", "''", "s"].contains(sign) || isQuote(index) && isQuote(index + 1) && touches(index + 1)
  }

  private func minuteLength(_ index: Int) -> Int {
    isQuote(index) && isQuote(index + 1) && touches(index + 1) ? 2 : 1
  }

  private func isQuote(_ index: Int) -> Bool {
    guard let token = token(index), token.range.count <= 3 else { return false }
    return ["'", "′", "’", "´"].contains(string(token.range))
  }
}
