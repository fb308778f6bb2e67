/// The name that somebody may have meant.
package enum NearestName {
  /// The name that is the fewest letters away, at most a third of them and never more than three; of several the first.
  ///
  /// - Complexity: O(letters of all names × letters of `name`).
  package static func of(_ name: String, among names: some Sequence<String>) -> String? {
    let wanted = EditDistance.folded(name)
    var best: (name: String, distance: Int)?
    for candidate in names {
      let letters = EditDistance.folded(candidate)
      let most = min(3, max(wanted.count, letters.count) / 3, (best?.distance ?? 4) - 1)
      guard most >= 0, abs(letters.count - wanted.count) <= most,
        let distance = EditDistance.distance(wanted, letters, most: most)
      else { continue }
      best = (candidate, distance)
    }
    return best?.name
  }
}
