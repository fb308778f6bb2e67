/// Whether a text is there, and if not, why.
public enum DumpTextState: Sendable, Equatable {
  /// There is text: at least one byte.
  case present
  /// The page is empty: `<text bytes="0"/>`, `<text/>`.
  case empty
  /// The text is hidden from the public: `<text deleted="deleted"/>`.
  case deleted
  /// The dump has the text elsewhere, as stub dumps do (`<text id="7" bytes="120"/>`), or has no `<text>` at all.
  case missing
}
