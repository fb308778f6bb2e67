import Testing

@testable import WikitextCommand

@Suite("Unified diffs")
struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, context: Int = 3) -> String {
    let diff = UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8))
    return String(decoding: diff.bytes(oldName: "a", newName: "b", context: context), as: UTF8.self)
  }

  @Test("Texts that are the same have no diff")
  func same() {
    #expect(diff("", "") == "")
    #expect(diff("a\nb", "a\nb") == "")
    #expect(UnifiedDiff(from: [0xFF], to: [0xFF]).isEmpty)
  }

  @Test("A change is shown with the lines around it, and with where it is in both texts")
  func change() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
        == "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"
    )
  }

  @Test("Changes that are near share a hunk, others have their own")
  func hunks() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("3\n4\n", with: "3\nx\n4\n", maxReplacements: 1).replacing("19\n", with: "")
    #expect(
      diff(old, new, context: 1) == "--- a\n+++ b\n@@ -3,2 +3,3 @@\n 3\n+x\n 4\n@@ -18,3 +19,2 @@\n 18\n-19\n 20\n"
    )
    #expect(
      diff("a\nb\nc\nd\n", "A\nb\nc\nD\n", context: 1) == "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n-d\n+D\n"
    )
  }

  @Test("A range without lines is named by the line before it")
  func emptyRanges() {
    #expect(diff("", "a\n") == "--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n")
    #expect(diff("a\nb\n", "a\nx\nb\n", context: 0) == "--- a\n+++ b\n@@ -1,0 +2 @@\n+x\n")
  }

  @Test("A last line without a line feed is said to be one")
  func missingLineFeed() {
    #expect(diff("a", "a\n") == "--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
  }

  @Test("Bytes that are not UTF-8 come out as they are")
  func bytes() {
    let diff = UnifiedDiff(from: [0xFF, 0x0A], to: [0xFE, 0x0A])
    #expect(diff.bytes(oldName: "", newName: "").suffix(6) == [0x2D, 0xFF, 0x0A, 0x2B, 0xFE, 0x0A])
    #expect((diff.removedCount, diff.addedCount) == (1, 1))
  }

  @Test("Lines that were moved or repeated are matched in order: the diff makes the new text of the old")
  func applies() {
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<300 {
      let words = 1 + round % 40
      let old = (0..<random(60)).map { _ in random(words) }
      var new = old
      for _ in 0..<random(12) {
        if !new.isEmpty, random(2) == 0 { new.remove(at: random(new.count)) }
        new.insert(random(words), at: random(new.count + 1))
      }
      let matching = LineMatching(old, new)
      let kept = matching.newIndices.enumerated().compactMap { line, match in match.map { (line, $0) } }
      #expect(kept.allSatisfy { old[$0.0] == new[$0.1] })
      #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.1 < $1.1 })
    }
  }

  @Test("Large texts that have little in common take no more than linear time", .timeLimit(.minutes(1)))
  func large() {
    let old = (0..<200_000).map { $0 % 7 }
    let new = (0..<200_000).map { $0 % 11 }
    #expect(LineMatching(old, new).newIndices.count == old.count)
    let reversed = LineMatching(Array(0..<100_000), (0..<100_000).reversed())
    #expect(reversed.newIndices.count { $0 != nil } == 1)
  }
}
