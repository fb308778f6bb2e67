import WikitextDocument
import WikitextSyntax

/// What a page has as a whole: its redirect, switches, categories, links to other languages.
extension WikitextWalker {
  mutating func writeRedirect() {
    guard let redirect = document.extras.redirect else { return }
    output.append("#REDIRECT [[")
    let target = pool[redirect.offsets]
    if isSpecial(target) { output.append(byte: UInt8(ascii: ":")) }
    writeTarget(target)
    output.append(raw: "]]".utf8)
    output.breakLine()
  }

  /// Whether a link to this title would be a file or a category.
  private func isSpecial(_ title: ArraySlice<UInt8>) -> Bool {
    guard let colon = title.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let name = title[..<colon]
    let namespace = configuration.namespace(named: name.span, in: 0..<name.count)
    return namespace == Namespace.file || namespace == Namespace.category
  }

  // MARK: Switches

  private static let contentsSwitch = MagicWord(named: "toc")

  /// Finds the first `__TOC__`: of all switches only its place means something.
  mutating func findContentsPlace() {
    let extras = document.extras
    contentsPlace = zip(extras.behaviorSwitches, extras.behaviorSwitchPlaces).first {
      $0.0 == WikitextWalker.contentsSwitch
    }.map { Int($0.1) }
  }

  /// Writes the switch for the table of contents if it stands before a place of the source.
  mutating func writeSwitch(before place: Int, _ state: inout FlowState) {
    guard let contents = contentsPlace, contents <= place, let word = WikitextWalker.contentsSwitch else { return }
    contentsPlace = nil
    if kept.contains(where: { $0.contains(contents) }) { return }
    writeSwitch(word)
    writtenSwitch = contents
    state.previous = .section
  }

  private mutating func writeSwitch(_ word: MagicWord) {
    guard let spelling = configuration.spellings(of: word).first else { return }
    output.breakLine()
    output.append(markup: spelling.utf8)
    output.breakLine()
  }

  // MARK: The end of the page

  mutating func writePageSets() {
    kept.sort { $0.lowerBound < $1.lowerBound }
    let extras = document.extras
    output.breakLine(2)
    for (word, place) in switches(extras) where place != writtenSwitch && !isKept(place) { writeSwitch(word) }
    let category = configuration.namespace(Namespace.category)?.localName ?? "Category"
    for entry in extras.categories where !isKept(entry.range.start) {
      writeEntry(Array(category.utf8)[...], pool[entry.name.offsets], sortKey: entry.sortKey)
    }
    for entry in extras.languageLinks where !isKept(entry.range.start) {
      writeEntry(pool[entry.name.offsets], pool[(entry.sortKey ?? PoolRange()).offsets], sortKey: nil)
    }
  }

  /// The switches with their places; those of a document without places are at its end.
  private func switches(_ extras: DocumentExtras) -> [(word: MagicWord, place: Int)] {
    extras.behaviorSwitches.enumerated().map { number, word in
      let places = extras.behaviorSwitchPlaces
      return (word, number < places.count ? Int(places[number]) : Int.max)
    }
  }

  private mutating func writeEntry(_ prefix: ArraySlice<UInt8>, _ title: ArraySlice<UInt8>, sortKey: PoolRange?) {
    output.breakLine()
    output.append("[[")
    output.append(raw: prefix)
    output.append(byte: UInt8(ascii: ":"))
    writeTarget(title)
    if let sortKey {
      output.append(byte: UInt8(ascii: "|"))
      // Behind a pipe that nothing follows it would be no link.
      if sortKey.isEmpty { output.append(byte: 0x20) }
      writeOptionValue(pool[sortKey.offsets])
    }
    output.append(raw: "]]".utf8)
    output.breakLine()
  }

  /// Whether a place of the source is in what was written as it stands there.
  ///
  /// - Complexity: O(log kept ranges), which do not overlap.
  private func isKept(_ place: Int) -> Bool {
    var low = 0
    var high = kept.count
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && kept[low - 1].contains(place)
  }
}
