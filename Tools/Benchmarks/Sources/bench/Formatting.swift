import Foundation

/// A number with this many digits behind the point.
func fixed(_ value: Double, _ digits: Int = 1) -> String { String(format: "%.\(digits)f", value) }

extension String {
  func padded(_ width: Int) -> String { count < width ? self + String(repeating: " ", count: width - count) : self }

  func aligned(_ width: Int) -> String { count < width ? String(repeating: " ", count: width - count) + self : self }
}

extension [Double] {
  /// The middle value; 0 of none.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
