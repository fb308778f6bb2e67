import Foundation

@testable import WikitextNormalizer

/// The data files of the module, as they lie in the repository.
enum DataFolder {
  static let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/WikitextNormalizer/Data")

  /// The files of a folder, sorted by name; none where there is no folder.
  static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    guard FileManager.default.fileExists(atPath: url.appending(path: folder).path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: url.appending(path: folder), includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
  }
}
