// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Conformance",
  dependencies: [
    .package(name: "swift-wikitext", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "parsertests-engine",
      dependencies: [.product(name: "Wikitext", package: "swift-wikitext")],
      swiftSettings: [
        .strictMemorySafety(),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
      ]
    )
  ]
)
