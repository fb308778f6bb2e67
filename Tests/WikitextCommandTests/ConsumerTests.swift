import Foundation
import Testing

@Suite("A package that uses the library")
struct ConsumerTests {
  @Test("It reads an infobox in five lines, and builds nothing that only the command needs", .timeLimit(.minutes(10)))
  func consumer() throws {
    // In the package's own build folder, so that the next run is quick.
    let scratch = packageRoot.appending(path: ".build/consumer").path
    let package = packageRoot.appending(path: "Tests/Consumer").path
    let command = "swift run --quiet --package-path '\(package)' --scratch-path '\(scratch)' Consumer"
    var run = try Run.shell(command)
    if run.status != 0 {
      // A build folder of before files were moved is of no use to SwiftPM.
      try? FileManager.default.removeItem(atPath: scratch)
      run = try Run.shell(command)
    }
    #expect(run.status == 0, "\(run.text)\(run.error)")
    #expect(run.text == "name: Isar\nmouth: Danube\ncities: Munich, Landshut\n")
    let built = try FileManager.default.contentsOfDirectory(atPath: scratch + "/debug/Modules")
    #expect(built.contains("WikitextDocument.swiftmodule"))
    #expect(!built.contains { $0.hasPrefix("ArgumentParser") || $0.hasPrefix("MediaWikiDump") })
  }
}
