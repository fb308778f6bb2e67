// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "swift-wikitext", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [
        .product(name: "Wikitext", package: "swift-wikitext"),
        .product(name: "WikitextSyntax", package: "swift-wikitext"),
      ],
      swiftSettings: [
        .strictMemorySafety(),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
      ])
  ]
)
