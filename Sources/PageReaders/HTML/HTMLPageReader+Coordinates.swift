import WikitextDocument
import WikitextSyntax

/// Where on a globe the page's subject is.
extension HTMLPageReader {
  /// Reads the coordinates that skins show beside the title. Their link to maps has them as numbers.
  mutating func readCoordinates(_ index: Int) {
    for link in index..<after(index) where tree.records[link].element == .a {
      guard let address = tree.attribute(.href, of: link), let place = HTMLCoordinates(inAddress: address) else {
        continue
      }
      let record = tree.records[index]
      let range = SourceRange(start: Int(record.start), end: Int(record.end))
      let coordinates = Coordinates(
        latitude: place.latitude,
        longitude: place.longitude,
        isOfSubject: true,
        range: range
      )
      // The link to maps is exact, the figures beside it are rounded.
      builder.extras.coordinates.removeAll { $0.isOfSubject }
      builder.extras.coordinates.append(coordinates)
      return
    }
  }

  /// Reads coordinates in figures: `48.20833; 9.68750`, as templates write them for programs.
  mutating func readPosition(_ index: Int, isBesideTitle: Bool) {
    guard let place = HTMLCoordinates(inFigures: content.text(of: index)) else { return }
    let record = tree.records[index]
    if isBesideTitle, builder.extras.coordinates.contains(where: { $0.isOfSubject }) { return }
    builder.extras.coordinates.append(
      Coordinates(
        latitude: place.latitude,
        longitude: place.longitude,
        isOfSubject: isBesideTitle,
        range: SourceRange(start: Int(record.start), end: Int(record.end))
      )
    )
  }
}

/// Coordinates in the address of a map.
///
///     …/geohack.php?pagename=Isar&params=48_48_10_N_12_58_36_E_type:waterbody
struct HTMLCoordinates {
  private(set) var latitude: Double
  private(set) var longitude: Double

  /// The coordinates that two figures of degrees are; nil for other text.
  init?(inFigures text: [UInt8]) {
    let parts = text.split(whereSeparator: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") })
    guard parts.count == 2, let latitude = Double(String(decoding: parts[0].trimmed, as: UTF8.self)),
      let longitude = Double(String(decoding: parts[1].trimmed, as: UTF8.self)), abs(latitude) <= 90,
      abs(longitude) <= 360
    else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The coordinates in an address; nil where there are none.
  init?(inAddress address: ArraySlice<UInt8>) {
    var parts: ArraySlice<ArraySlice<UInt8>>?
    for pair in address.split(whereSeparator: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") })
    where pair.starts(with: "params=") {
      parts = pair.dropFirst(7).split(separator: UInt8(ascii: "_"))[...]
    }
    guard var parts, let latitude = HTMLCoordinates.angle(&parts, "N", "S", 90),
      let longitude = HTMLCoordinates.angle(&parts, "E", "W", 180)
    else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Takes degrees, minutes and seconds, as many as there are, and the letter behind them.
  private static func angle(
    _ parts: inout ArraySlice<ArraySlice<UInt8>>,
    _ positive: StaticString,
    _ negative: StaticString,
    _ limit: Double
  ) -> Double? {
    var angle = 0.0
    var unit = 1.0
    while let part = parts.popFirst() {
      if part.equals(positive) || part.equals(negative) {
        return unit > 1 && angle <= limit ? (part.equals(negative) ? -angle : angle) : nil
      }
      guard unit <= 3600, let number = Double(String(decoding: part, as: UTF8.self)), number.isFinite, number >= 0
      else {
        return nil
      }
      angle += number / unit
      unit *= 60
    }
    return nil
  }
}
