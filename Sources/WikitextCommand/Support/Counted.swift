/// A number of things in words: `no page`s, `1 page`, `2 pages`.
struct Counted: CustomStringConvertible {
  private let count: Int
  private let one: String
  private let many: String

  /// - Parameters:
  ///   - count: how many there are.
  ///   - one: what one is called.
  ///   - many: what several are called.
  init(_ count: Int, _ one: String, _ many: String) {
    self.count = count
    self.one = one
    self.many = many
  }

  var description: String { "\(count == 0 ? "no" : String(count)) \(count == 1 ? one : many)" }
}
