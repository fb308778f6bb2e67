import Wikitext

/// What came of an expectation.
struct FixtureResult: Sendable {
  enum Outcome: Sendable, Equatable {
    /// The page becomes what is expected.
    case passed
    /// It becomes something else, and that is known.
    case knownFailure
    /// It becomes something else: the difference as a diff.
    case failed([UInt8])
    /// It becomes what is expected, though that is listed as a known failure.
    case unexpectedPass
    /// The file was written: anew, or for the first time.
    case written
    /// The page, its settings or the file cannot be read.
    case broken(String)
  }

  /// The name of the page.
  var name: String
  var kind: FixtureKind?
  /// The path of the file of the expectation.
  var path: String
  var outcome: Outcome

  /// Whether the command fails with it.
  var isFailure: Bool {
    switch outcome {
    case .passed, .knownFailure, .written: false
    case .failed, .unexpectedPass, .broken: true
    }
  }
}

/// Compares pages with what they are expected to become, for any number of threads.
struct FixtureCheck: Sendable {
  /// The kinds that count.
  var kinds: Set<FixtureKind>
  /// The rules that are off.
  var off: [String]
  /// Whether files that are not as expected are written anew.
  var updates = false
  /// Whether files that do not exist are written.
  var records = false
  let known: KnownFailures

  /// What comes of a page's expectations.
  func callAsFunction(_ fixture: Fixture) -> [FixtureResult] {
    let expected = Dictionary(uniqueKeysWithValues: fixture.expectations.map { ($0.kind, $0.path) })
    let wanted = FixtureKind.allCases.filter {
      kinds.contains($0) && (records ? expected[$0] == nil : expected[$0] != nil)
    }
    guard !wanted.isEmpty else { return [] }
    do throws(CommandFailure) {
      let reader = try FixtureReader(fixture, without: off)
      return wanted.compactMap { kind in
        let path = expected[kind] ?? fixture.stem + kind.ending
        let outcome: FixtureResult.Outcome
        if let made = reader.make(kind) {
          outcome = records ? write(made, to: path) : compare(made, kind, path, fixture)
        } else if records {
          return nil
        } else {
          outcome = .broken("only pages of wikitext have this: \(path)")
        }
        return FixtureResult(name: fixture.name, kind: kind, path: path, outcome: outcome)
      }
    } catch {
      return [FixtureResult(name: fixture.name, kind: nil, path: fixture.path, outcome: .broken(error.message))]
    }
  }

  private func compare(
    _ made: [UInt8],
    _ kind: FixtureKind,
    _ path: String,
    _ fixture: Fixture
  ) -> FixtureResult.Outcome {
    let expected: [UInt8]
    do throws(CommandFailure) {
      expected = try Descriptor.readAll(of: path)
    } catch {
      return .broken(error.message)
    }
    let isSame = made == expected || kind.isJSON && JSONComparison.areEqual(made, expected)
    if known.contains(fixture.name, kind) { return isSame ? .unexpectedPass : .knownFailure }
    if isSame { return .passed }
    if updates { return write(made, to: path) }
    // JSON in one layout; where only the layout of what is no JSON differs, as it is.
    let laidOut = kind.isJSON ? JSONComparison.indented(expected) : expected
    let diff = UnifiedDiff(from: laidOut == made ? expected : laidOut, to: made)
    return .failed(diff.bytes(oldName: path, newName: "\(fixture.path) as \(kind.rawValue)"))
  }

  private func write(_ bytes: [UInt8], to path: String) -> FixtureResult.Outcome {
    do throws(CommandFailure) {
      let file = try NewFile(path: path)
      try file.descriptor.write(bytes)
      try file.finish()
      return .written
    } catch {
      return .broken(error.message)
    }
  }
}
