/// What is known of a file: what it is, and how large.
public struct MediaFile: Sendable, Hashable {
  /// What a file is shown as.
  public enum Kind: Sendable, Hashable {
    /// A picture, or a document of which a page is shown.
    case image
    /// A film.
    case video
    /// A sound.
    case audio
  }

  /// What it is shown as.
  public var kind: Kind
  /// Its width in pixels; 0 where it is not known or has none.
  public var width: Int
  /// Its height in pixels; 0 where it is not known or has none.
  public var height: Int

  /// A file of which this is known.
  public init(kind: Kind, width: Int = 0, height: Int = 0) {
    self.kind = kind
    self.width = width
    self.height = height
  }

  /// A file of which nothing but its name is known.
  init(named name: [UInt8]) {
    let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    let suffix = String(decoding: name[dot...].map(Bytes.lowercased), as: UTF8.self)
    switch suffix {
    case ".ogv", ".webm", ".mp4", ".mpg", ".mpeg", ".mov": self.init(kind: .video)
    case ".oga", ".ogg", ".mp3", ".wav", ".flac", ".opus", ".mid", ".midi": self.init(kind: .audio)
    default: self.init(kind: .image)
    }
  }

  /// The size at which the file is shown, of which neither side is known to be larger than the file.
  ///
  /// A side that is not known is nil.
  func size(width: Int?, height: Int?) -> (width: Int?, height: Int?) {
    guard self.width > 0, self.height > 0 else { return (width, height) }
    var shown = min(width ?? self.width, self.width)
    if let height, height < self.height { shown = min(shown, max(1, scaled(height))) }
    return (shown, max(1, Int((Double(shown) * Double(self.height) / Double(self.width)).rounded())))
  }

  /// The width that belongs to a height below the file's own.
  private func scaled(_ height: Int) -> Int { Int(Double(height) * Double(width) / Double(self.height)) }
}
