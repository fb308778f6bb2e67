/// What a `DumpReader` found next, in the order of the dump.
public enum DumpEvent: Sendable, Equatable {
  /// A page with one revision.
  case page(DumpPage)
  /// A page that could not be read; the run goes on behind it.
  case skipped(SkippedPage)
  /// Something wrong with the dump that the caller should hear of. It costs no page by itself: lost pages have
  /// their own `skipped` event.
  case problem(DumpProblem)
}
