/// Targets of links, as far as their bytes tell what they are.
enum LinkTarget {
  /// Whether a target ends as names of files do: it may be in a namespace whose name is not known.
  static func isFileName(_ target: ArraySlice<UInt8>) -> Bool {
    guard let dot = target.lastIndex(of: UInt8(ascii: ".")), target.contains(UInt8(ascii: ":")) else { return false }
    let ending = ByteClass.folded(target[dot...].dropFirst())
    return [
      "jpg", "jpeg", "png", "svg", "gif", "webp", "tif", "tiff", "ogg", "ogv", "oga", "webm", "mp3", "wav", "pdf",
    ]
    .contains { ending.elementsEqual($0.utf8) }
  }
}
