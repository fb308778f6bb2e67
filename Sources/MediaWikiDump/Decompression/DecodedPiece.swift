/// What one read of a decoder yields.
enum DecodedPiece: Equatable {
  /// That many bytes, at least one.
  case bytes(Int)
  /// Data is lost between the bytes before and the bytes to come: they must not be glued together.
  case gap
  /// There is no more, now and later.
  case end
}
