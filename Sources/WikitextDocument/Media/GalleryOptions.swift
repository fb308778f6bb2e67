/// The attributes of a `gallery` node, as `Parser::renderImageGallery` understands them.
public struct GalleryOptions: Sendable {
  /// How a gallery is laid out.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// Boxes of one size.
    case traditional
    /// Boxes of one size, without their lines.
    case nolines
    /// Rows of one height.
    case packed
    /// Rows of one height; captions appear over the image.
    case packedHover = "packed-hover"
    /// Rows of one height; captions lie over the image.
    case packedOverlay = "packed-overlay"
    /// One image after another.
    case slideshow
  }

  /// How it is laid out.
  public private(set) var mode = Mode.traditional
  /// The caption, as wikitext.
  public private(set) var caption = ""
  /// How many images stand in a row at most; nil for as many as there is room for.
  public private(set) var imagesPerRow: Int?
  /// The width of an image, in pixels.
  public private(set) var width = GalleryOptions.defaultSize
  /// The height of an image, in pixels.
  public private(set) var height = GalleryOptions.defaultSize
  /// Whether the names of the files are shown.
  public private(set) var showsFileName = false

  /// `$wgGalleryOptions`: `imageWidth` and `imageHeight`.
  private static let defaultSize = 120

  /// Reads the attributes of a node; what is no number or no mode is as if it were not there.
  public init(_ node: Node) {
    for (name, value) in node.attributes {
      switch name {
      case "mode": mode = Mode(rawValue: AttributeValue.folded(value).lowercased()) ?? .traditional
      case "caption": caption = AttributeValue.trimmed(value)
      case "perrow":
        if let count = Int(AttributeValue.folded(value)), count > 0 {
          imagesPerRow = min(count, GalleryOptions.maximumImagesPerRow)
        }
      case "widths": width = GalleryOptions.size(value) ?? width
      case "heights": height = GalleryOptions.size(value) ?? height
      case "showfilename": showsFileName = true
      default: break
      }
    }
  }

  /// The space around an image in its box, in pixels.
  public var padding: Int { mode == .traditional ? 30 : mode == .nolines ? 0 : 2 }

  /// `120` or `120px`.
  private static func size(_ value: String) -> Int? {
    var digits = AttributeValue.folded(value)[...]
    if digits.hasSuffix("px") { digits = digits.dropLast(2) }
    return Int(digits).flatMap { $0 > 0 && $0 <= maximumSize ? $0 : nil }
  }

  /// Wider or higher than this is a mistake.
  private static let maximumSize = 10_000

  /// More images are never in a row: as many as the largest size has pixels.
  private static let maximumImagesPerRow = 10_000
}
