import WikitextDocument

/// What rendered pages show without a template that would say so.
extension PageReader {
  /// Takes in the coordinates that the page shows: beside its title, in its infoboxes, elsewhere.
  ///
  /// - Complexity: O(coordinates × infoboxes), of which a page has few.
  mutating func readShownCoordinates() {
    let boxes = document.extras.infoboxes.prefix(PageReader.mostBoxes).map { document.range(Int($0.node)) }
    for found in document.coordinates {
      let isInBox = boxes.contains { $0.start <= found.range.start && found.range.end <= $0.end }
      facts.coordinates.append(
        PageCoordinates(
          position: GeoPosition(latitude: found.latitude, longitude: found.longitude),
          origin: found.isOfSubject ? .title : isInBox ? .infobox : .elsewhere,
          range: found.range
        )
      )
    }
  }

  private static let mostBoxes = 64
}
