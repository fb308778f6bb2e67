extension CitationData {
  /// The lines of a user's file that are not understood.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: what errors call it.
  /// - Returns: an error for each.
  /// - Complexity: O(`bytes.count`).
  static func errors(_ bytes: [UInt8], file: String) -> [DataFileError] {
    let language = String(file.prefix { $0 != "." })
    return CitationData([(language, String(decoding: bytes, as: UTF8.self))]).problems.map { problem in
      // `en:12: …`
      let parts = problem.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      let line = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
      let text = parts.count > 2 ? parts[2].drop { $0 == " " } : ""
      return DataFileError(
        file: file,
        line: line,
        column: 1,
        problem: "not understood: \(DataFileError.quoted(text.utf8))",
        advice: "see Data/README.md, section 4, for what a line says"
      )
    }
  }
}
