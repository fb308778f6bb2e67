/// Names of templates that are infoboxes, beside those that are known by themselves.
///
/// Compared without regard to case, as titles are for the rest; a `*` at either end stands for anything.
public struct InfoboxNames: Sendable {
  let names: TemplateNames

  /// Names and patterns: `Valuta`, `Ficha de *`.
  ///
  /// - Parameter names: without their namespace.
  /// - Complexity: O(size of the names).
  public init(_ names: some Sequence<String>) {
    self.names = TemplateNames(patterns: names)
  }

  /// No names.
  public static let none = InfoboxNames([])
}
