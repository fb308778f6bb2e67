public import WikitextSyntax

/// A place on a globe, in degrees.
public struct Coordinates: Sendable, Hashable {
  /// Degrees north of the equator, -90 to 90.
  public let latitude: Double
  /// Degrees east of the prime meridian, -180 to 180.
  public let longitude: Double
  /// Whether the page shows them beside its title: they are those of its subject.
  public let isOfSubject: Bool
  /// Where the page says it.
  public let range: SourceRange

  package init(latitude: Double, longitude: Double, isOfSubject: Bool, range: SourceRange) {
    self.latitude = latitude
    self.longitude = longitude
    self.isOfSubject = isOfSubject
    self.range = range
  }
}
