public import WikitextSyntax

/// The options of an `image` node, as `Parser::makeImage` understands them.
///
///     [[File:Isar.jpg|thumb|left|upright=1.2|alt=A river|The Isar]]
///
/// Of several formats, horizontal or vertical alignments the first counts; of all other options the last.
public struct ImageOptions: Sendable {
  /// How an image is set.
  public enum Format: Sendable, Hashable {
    /// In the line, at its own size.
    case plain
    /// In a frame with its caption, at the reader's size.
    case thumbnail
    /// In a frame with its caption, another file standing for it.
    case manualThumbnail(String)
    /// In a frame with its caption, at its own size.
    case framed
    /// In the line, at the reader's size.
    case frameless

    /// Whether there is a frame, below which the caption is seen.
    public var hasFrame: Bool { self != .plain && self != .frameless }
  }

  /// Where a click on the image leads.
  public enum Link: Sendable, Hashable {
    /// To the page of the file.
    case file
    /// Nowhere: `link=`.
    case nowhere
    /// To a page: its title.
    case page(String)
    /// To an address.
    case address(String)
  }

  /// How the image is set.
  public private(set) var format = Format.plain
  /// `left`, `right`, `center` or `none`.
  public private(set) var alignment: ImageOption?
  /// `baseline`, `sub`, `super`, `top`, `textTop`, `middle`, `bottom` or `textBottom`.
  public private(set) var verticalAlignment: ImageOption?
  /// Whether there is a thin line around it.
  public private(set) var hasBorder = false
  /// The width asked for, in pixels.
  public private(set) var width: Int?
  /// The height asked for, in pixels.
  public private(set) var height: Int?
  /// The factor by which the reader's size is multiplied; 0.75 for a bare `upright`.
  public private(set) var upright: Double?
  /// What describes the image to those who do not see it; nil where the page does not say.
  public private(set) var alternative: String?
  /// Where a click leads.
  public var link = Link.file
  /// Names of classes.
  public private(set) var classes = ""
  /// The language in which a drawing is shown.
  public private(set) var language: String?
  /// The page of a document that is shown.
  public private(set) var page: Int?

  /// Reads the options of a node.
  public init(_ node: Node) {
    for (name, value) in node.attributes {
      // Options of films are `timedmedia_…`; they have no place here.
      guard let option = ImageOption(rawValue: "img_" + name) else { continue }
      read(option, value, node.document.configuration)
    }
  }

  /// Whether the image is a block of its own, and not in the line: `Linker::makeImageLink` makes it a figure.
  public var isBlock: Bool { format.hasFrame || alignment != nil }

  /// The same without what means nothing in a gallery: format, alignment, border and size.
  public var inGallery: ImageOptions {
    var options = self
    options.format = .plain
    options.alignment = nil
    options.verticalAlignment = nil
    options.hasBorder = false
    return options
  }

  private mutating func read(_ option: ImageOption, _ value: String, _ configuration: SiteConfiguration) {
    switch option {
    case .thumbnail: setFormat(.thumbnail)
    case .manualThumbnail: setFormat(.manualThumbnail(value))
    case .framed: setFormat(.framed)
    case .frameless: setFormat(.frameless)
    case .left, .right, .center, .none: alignment = alignment ?? option
    case .baseline, .sub, .super, .top, .textTop, .middle, .bottom, .textBottom:
      verticalAlignment = verticalAlignment ?? option
    case .border: hasBorder = true
    case .width: setSize(value)
    case .upright: upright = Double(value) ?? ImageOptions.uprightFactor
    case .alt: alternative = value
    case .link: link = ImageOptions.link(value, configuration) ?? link
    case .className: classes = value
    case .language: language = value
    case .page: page = Int(value)
    default: break
    }
  }

  /// `$wgThumbUpright`.
  private static let uprightFactor = 0.75

  private var hasFormat: Bool { format != .plain }

  private mutating func setFormat(_ new: Format) {
    if !hasFormat { format = new }
  }

  /// `120`, `x80` or `120x80` (`Parser::parseWidthParam`).
  private mutating func setSize(_ size: String) {
    let parts = size.split(separator: "x", omittingEmptySubsequences: false)
    if let first = parts.first.flatMap({ Int($0) }) { width = first }
    if parts.count > 1, let second = Int(parts[1]) { height = second }
  }

  /// Where `link=` leads (`Parser::parseLinkParameter`); nil for what is neither an address nor a title.
  private static func link(_ value: String, _ configuration: SiteConfiguration) -> Link? {
    if value.isEmpty { return .nowhere }
    let bytes = Array(value.utf8)
    if configuration.protocolLength(at: 0, in: bytes.span) != nil {
      return bytes.contains { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") } ? nil : .address(value)
    }
    let title = percentDecoded(bytes)
    return isTitle(title) ? .page(String(decoding: title, as: UTF8.self)) : nil
  }

  private static func percentDecoded(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%"), position + 2 < bytes.count, let high = hexValue(bytes[position + 1]),
        let low = hexValue(bytes[position + 2])
      {
        decoded.append(high << 4 | low)
        position += 3
      } else {
        decoded.append(bytes[position] == UInt8(ascii: "_") ? 0x20 : bytes[position])
        position += 1
      }
    }
    return decoded
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
    default: nil
    }
  }

  /// Whether bytes may be a title, by their characters (`MediaWikiTitleCodec::getTitleInvalidRegex`).
  private static func isTitle(_ title: [UInt8]) -> Bool {
    let name = title.prefix { $0 != UInt8(ascii: "#") }
    for (place, byte) in name.enumerated() {
      switch byte {
      case 0x00..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"):
        return false
      case UInt8(ascii: "%") where place + 2 < name.count:
        if hexValue(name[place + 1]) != nil, hexValue(name[place + 2]) != nil { return false }
      default: break
      }
    }
    return !title.isEmpty
  }
}
