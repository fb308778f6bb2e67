// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "swift-wikitext", path: "../..")
  ],
  targets: [
    // The baseline of the reader of HTML. Another name than the library's own module of it.
    .systemLibrary(name: "BenchLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .executableTarget(
      name: "bench",
      dependencies: [
        "BenchLibXML2",
        .product(name: "Wikitext", package: "swift-wikitext"),
        .product(name: "WikitextSyntax", package: "swift-wikitext"),
      ],
      swiftSettings: [
        .strictMemorySafety(),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("ExistentialAny"),
      ]
    )
  ]
)
