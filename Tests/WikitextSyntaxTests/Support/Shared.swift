import Foundation

/// Where the tests find files.
enum TestFiles {
  /// The root of the package.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What lies beside the repository, or where the environment variable `WIKITEXT_SHARED` says.
  static let shared =
    ProcessInfo.processInfo.environment["WIKITEXT_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? package.deletingLastPathComponent().appendingPathComponent("shared")

  /// The articles, in a stable order.
  static let articles: [URL] = {
    let folder = shared.appendingPathComponent("corpus/articles")
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "wikitext" }.sorted { $0.path < $1.path }
  }()

  /// An environment variable that holds a number.
  static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  /// Whether the tests were built with optimization.
  static let isOptimized: Bool = {
    var isOptimized = true
    assert(
      {
        isOptimized = false
        return true
      }()
    )
    return isOptimized
  }()
}
