// swift-tools-version: 6.2
import PackageDescription

// A package as a user of the library would write it. It must build without what only the command needs.
let package = Package(
  name: "Consumer",
  dependencies: [.package(name: "swift-wikitext", path: "../..")],
  targets: [
    .executableTarget(name: "Consumer", dependencies: [.product(name: "Wikitext", package: "swift-wikitext")])
  ]
)
