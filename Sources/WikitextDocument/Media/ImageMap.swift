/// An `<imagemap>`: an image and areas of it that lead somewhere (MediaWiki's extension ImageMap).
///
///     <imagemap>
///     File:Isar.jpg|thumb|The Isar
///     circle 20 20 10 [[Bad Tölz]]
///     default [[Isar]]
///     desc none
///     </imagemap>
///
/// It is a node of the kind `extension` whose children are the image and the links of its areas. A mistake in it leaves
/// no map at all, as in MediaWiki.
public struct ImageMap: Sendable {
  /// A part of the image that leads somewhere.
  public struct Area: Sendable {
    /// `rect`, `circle` or `poly`; `default` for all that is in no other.
    public let shape: String
    /// The coordinates in pixels of the whole image: corners, center and radius, or the points of a polygon.
    public let coordinates: [Double]
    /// Where it leads: a `link` or an `externalLink`.
    public let link: Node
  }

  /// What is wrong with a map.
  public enum Failure: String, Sendable, Hashable, CaseIterable, Error {
    /// The first line names no file.
    case noImage
    /// `desc` has no place where the description could be.
    case invalidDescription
    /// A line of an area has no link, or not at its end.
    case noLink
    /// What should be a link leads nowhere.
    case invalidLink
    /// A shape that is none.
    case unknownShape
    /// Too few coordinates.
    case missingCoordinate
    /// A coordinate that is no number.
    case invalidCoordinate
    /// A polygon with half a point, or none.
    case unevenPolygon
  }

  /// The image; nil when the map has a mistake.
  public let image: Node?
  /// The areas, in order.
  public let areas: [Area]
  /// Where the link to the file's page is: `top-right`, `bottom-right`, `bottom-left`, `top-left` or `none`.
  public let description: String
  /// What is wrong.
  public let failure: Failure?

  /// Reads a node; nil when it is no map.
  public init?(_ node: Node) {
    guard node.kind == .extension, node.name == "imagemap" else { return nil }
    image = node.children.first { $0.kind == .image }
    areas = node.children.compactMap { child in
      guard child.kind != .image, let shape = child.attribute("shape") else { return nil }
      let coordinates = (child.attribute("coords") ?? "").split(separator: ",").compactMap { Double($0) }
      return Area(shape: shape, coordinates: coordinates, link: child)
    }
    description = node.attribute("desc") ?? "bottom-right"
    failure = node.attribute("error").flatMap { Failure(rawValue: $0) }
  }
}
