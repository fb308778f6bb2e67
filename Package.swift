// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: Swift 6 mode (from the tools version), and each unsafe line says so.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "swift-wikitext",
  products: [.library(name: "WikitextWriters", targets: ["WikitextWriters"]),.library(name: "WikitextDocument", targets: ["WikitextDocument"]),.library(name: "WikitextSyntax", targets: ["WikitextSyntax"])],
  targets: [
    // Floor 0: system libraries.

    // Floor 1: bytes to syntax; dump files to pages.
    .target(name: "WikitextSyntax", swiftSettings: settings),
    .testTarget(name: "WikitextSyntaxTests", dependencies: ["WikitextSyntax"], swiftSettings: settings),

    // Floor 2: the typed document.
    .target(name: "WikitextDocument", dependencies: ["WikitextSyntax"], swiftSettings: settings),

    // Floor 4: what the stages found, written out.
    .target(name: "WikitextWriters", dependencies: ["WikitextDocument", "WikitextSyntax"], swiftSettings: settings),
  ]
)
