import WikitextDocument
import WikitextSyntax

/// Images and coordinates that stand in the fields of infoboxes without markup of their own.
extension PageReader {
  /// Half a coordinate in fields of its own, or the parts of it.
  private struct Halves {
    var latitude = Half()
    var longitude = Half()
    var range: SourceRange

    /// The place, where both halves are given and there is such a place.
    var position: GeoPosition? {
      guard let latitude = latitude.degreesWithSign, let longitude = longitude.degreesWithSign, abs(latitude) <= 90,
        abs(longitude) <= 360
      else { return nil }
      let east = longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude
      return GeoPosition(latitude: latitude, longitude: east)
    }
  }

  private struct Half {
    var degrees: Double?
    var minutes = 0.0
    var seconds = 0.0
    var isNegative = false

    var degreesWithSign: Double? {
      degrees.map { degrees in
        let magnitude = abs(degrees) + minutes / 60 + seconds / 3600
        return isNegative || degrees.sign == .minus ? -magnitude : magnitude
      }
    }
  }

  /// Adds what the values of infoboxes say of the page.
  ///
  /// - Parameters:
  ///   - infoboxes: the infoboxes.
  ///   - roles: what parameters say, of those that were met; those of this page are added.
  /// - Complexity: O(n log n) for n values.
  mutating func readInfoboxes(_ infoboxes: [TypedInfobox], roles: inout [String: PageWords.FieldRole?]) {
    let noted = (images: facts.images, coordinates: facts.coordinates)
    for infobox in infoboxes {
      var groups: [String: Halves] = [:]
      var order: [String] = []
      var images: [Int] = []
      var caption: String?
      for field in infobox.fields where !field.field.isOverridden && !field.field.isEmpty {
        let found = readValues(of: field, noted)
        if !found.isEmpty {
          images = found
          if let early = caption { setCaption(early, images) }
          caption = nil
        }
        switch role(of: field.field.name, &roles) {
        case .caption?:
          let text = field.field.text
          if images.isEmpty { caption = text.ifNotEmpty } else { setCaption(text, images) }
        case .alternativeText?:
          let text = field.field.text
          for image in images where facts.images[image].alternativeText == nil {
            facts.images[image].alternativeText = text.ifNotEmpty
          }
        case .angle(let part, let group)?:
          if groups[group] == nil { order.append(group) }
          read(field, part, into: &groups[group, default: Halves(range: field.field.range)])
        case nil: break
        }
      }
      for group in order {
        guard let halves = groups[group], let position = halves.position else { continue }
        let origin: PageCoordinates.Origin = group.isEmpty ? .infobox : .elsewhere
        facts.coordinates.append(PageCoordinates(position: position, origin: origin, range: halves.range))
      }
    }
    facts.images.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    facts.coordinates.sort { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  /// Names that are kept at most: a dump has some thousands.
  private static let mostNames = 16384

  private func role(of name: String, _ roles: inout [String: PageWords.FieldRole?]) -> PageWords.FieldRole? {
    if let known = roles[name] { return known }
    let role = words.role(of: name)
    if roles.count < PageReader.mostNames { roles[name] = .some(role) }
    return role
  }

  /// Notes the values of a field, and says which images are its.
  private mutating func readValues(of field: TypedField, _ noted: (images: [PageImage], coordinates: [PageCoordinates]))
    -> [Int]
  {
    var images: [Int] = []
    var waiting = Array(field.values.reversed())
    while let value = waiting.popLast() {
      switch value.content {
      case .list(let values): waiting += values.reversed()
      case .image(let file):
        if let image = noted.images.first(in: value.range, \.range) {
          images.append(image)
        } else {
          images.append(facts.images.count)
          facts.images.append(PageImage(file: file, place: .infobox, range: value.range))
        }
      case .coordinates(let position) where position.latitude != nil && position.longitude != nil:
        if noted.coordinates.first(in: value.range, \.range) == nil {
          facts.coordinates.append(PageCoordinates(position: position, origin: .infobox, range: value.range))
        }
      default: break
      }
    }
    return images
  }

  private mutating func setCaption(_ caption: String, _ images: [Int]) {
    for image in images where facts.images[image].caption == nil { facts.images[image].caption = caption.ifNotEmpty }
  }

  /// Takes in a part of half a coordinate.
  private func read(_ field: TypedField, _ part: PageWords.CoordinatePart, into halves: inout Halves) {
    let range = field.field.range
    halves.range = SourceRange(start: min(halves.range.start, range.start), end: max(halves.range.end, range.end))
    var half = part.isLatitude ? halves.latitude : halves.longitude
    switch part.figure {
    case .hemisphere: half.isNegative = builder.isNegativeDirection(field.field.text)
    case .minutes: half.minutes = number(field).map(abs) ?? 0
    case .seconds: half.seconds = number(field).map(abs) ?? 0
    case .degrees: half.degrees = number(field)
    }
    if part.isLatitude { halves.latitude = half } else { halves.longitude = half }
  }

  /// The figure of a field: what the normalizer read, where that is a bare number or half a coordinate.
  private func number(_ field: TypedField) -> Double? {
    switch field.values.first?.content {
    case .number(let number): number.doubleValue
    case .quantity(let quantity) where ["deg", "'", "''"].contains(quantity.unit.ucum): quantity.number.doubleValue
    case .coordinates(let position): position.latitude ?? position.longitude
    default: nil
    }
  }
}

extension Array {
  /// The first element whose range begins in a range, where elements are sorted by where their ranges begin.
  ///
  /// - Complexity: O(log count).
  fileprivate func first(in range: SourceRange, _ rangeOf: (Element) -> SourceRange) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if rangeOf(self[middle]).start < range.start { low = middle + 1 } else { high = middle }
    }
    return low < count && rangeOf(self[low]).start < range.end ? low : nil
  }
}

extension ValueTextBuilder {
  /// Whether a text is the south or the west, by the language's words and letters.
  fileprivate func isNegativeDirection(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let lexicon = grammar.lexicon
    let end = bytes.count
    let found = lexicon.trie.longestMatch(at: 0, in: bytes.span, end: end) { $0 == end }
    let letter = found.flatMap { lexicon.meaning(.direction, ofWord: $0.meaning, in: bytes.span, 0..<end) }
    let direction = letter.map { UInt8(truncatingIfNeeded: $0) } ?? (end == 1 ? bytes[0] & 0xDF : 0)
    return direction == UInt8(ascii: "S") || direction == UInt8(ascii: "W")
  }
}
