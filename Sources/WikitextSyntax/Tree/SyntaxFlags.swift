/// Marks on a node that tell broken or special markup from the ordinary kind.
public struct SyntaxFlags: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates flags from their bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The construct was ended by its surroundings: `''italic` at the end of its line, `{|` with no `|}`.
  public static let missingClose = SyntaxFlags(rawValue: 1 << 0)
  /// The construct goes on from before and has no opening mark of its own, as the second bold of `''a'''b''c'''`.
  public static let missingOpen = SyntaxFlags(rawValue: 1 << 1)
  /// Bytes that MediaWiki's preprocessor drops along with a comment that has a line to itself; a line of a gallery that
  /// names no file, which MediaWiki skips.
  public static let dropped = SyntaxFlags(rawValue: 1 << 2)
  /// A tag that ends in `/>`.
  public static let selfClosing = SyntaxFlags(rawValue: 1 << 3)
  /// A closing mark with nothing to close.
  public static let stray = SyntaxFlags(rawValue: 1 << 4)
  /// A list item's second half on one line, as the `:` part of `;term:description`.
  public static let sameLine = SyntaxFlags(rawValue: 1 << 5)
  /// A list item with more markers than lists are nested (100); it stands at that depth.
  public static let tooDeep = SyntaxFlags(rawValue: 1 << 6)
}
