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
  products: [
    .library(name: "Wikitext", targets: ["Wikitext"]),
    .library(name: "WikitextSyntax", targets: ["WikitextSyntax"]),
    .library(name: "MediaWikiDump", targets: ["MediaWikiDump"]),
    .executable(name: "wikitext", targets: ["WikitextCommand"]),
  ],
  dependencies: [
    // Only the command needs it; a package that uses the libraries never builds it.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    // Floor 0: system libraries.
    .systemLibrary(name: "CBZip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

    // Floor 1: bytes to syntax; dump files to pages.
    .target(name: "WikitextSyntax", swiftSettings: settings),
    .testTarget(name: "WikitextSyntaxTests", dependencies: ["WikitextSyntax"], swiftSettings: settings),

    .target(
      name: "MediaWikiDump",
      dependencies: ["CBZip2", "CCrypto", "CLZMA", "CLibXML2", "CZlib", "CZstd"],
      swiftSettings: settings
    ),
    .testTarget(name: "MediaWikiDumpTests", dependencies: ["MediaWikiDump"], swiftSettings: settings),

    // Floor 2: the typed document.
    .target(name: "WikitextDocument", dependencies: ["WikitextSyntax"], swiftSettings: settings),
    .testTarget(name: "WikitextDocumentTests", dependencies: ["WikitextDocument"], swiftSettings: settings),

    // Floor 2: pages written as their editors agree to write them.
    .target(name: "WikitextFormatter", dependencies: ["WikitextSyntax"], swiftSettings: settings),
    .testTarget(
      name: "WikitextFormatterTests",
      dependencies: ["Wikitext", "WikitextFormatter", "WikitextSyntax"],
      swiftSettings: settings
    ),

    // Floor 3: rendered pages to documents.
    .target(
      name: "PageReaders",
      dependencies: ["CLibXML2", "WikitextDocument", "WikitextSyntax"],
      exclude: ["Data"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PageReadersTests",
      dependencies: ["PageReaders", "WikitextDocument", "WikitextSyntax"],
      swiftSettings: settings
    ),

    // Floor 3: what the page says, as values.
    .target(
      name: "WikitextNormalizer",
      dependencies: ["WikitextDocument", "WikitextSyntax"],
      exclude: ["Data"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "WikitextNormalizerTests",
      dependencies: ["WikitextNormalizer", "WikitextDocument", "WikitextSyntax"],
      swiftSettings: settings
    ),

    // Floor 4: what the stages found, written out.
    .target(
      name: "WikitextWriters",
      dependencies: ["WikitextDocument", "WikitextNormalizer", "WikitextSyntax"],
      exclude: ["JSONSchemas"],
      swiftSettings: settings
    ),
    .testTarget(name: "WikitextWritersTests", dependencies: ["WikitextWriters"], swiftSettings: settings),

    // Floor 4: what is wrong with a page.
    .target(
      name: "WikitextValidator",
      dependencies: ["PageReaders", "WikitextDocument", "WikitextNormalizer", "WikitextSyntax"],
      exclude: ["Documentation", "JSONSchemas"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "WikitextValidatorTests",
      dependencies: [
        "PageReaders", "WikitextDocument", "WikitextNormalizer", "WikitextSyntax", "WikitextValidator",
        "WikitextWriters",
      ],
      swiftSettings: settings
    ),

    // Floor 5: findings, written out.
    .target(
      name: "WikitextReports",
      dependencies: ["WikitextNormalizer", "WikitextSyntax", "WikitextValidator", "WikitextWriters"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "WikitextReportsTests",
      dependencies: ["WikitextReports", "WikitextSyntax", "WikitextValidator"],
      swiftSettings: settings
    ),

    // Floor 6: what a Swift user imports.
    .target(
      name: "Wikitext",
      dependencies: [
        "PageReaders", "WikitextDocument", "WikitextFormatter", "WikitextNormalizer", "WikitextReports",
        "WikitextSyntax", "WikitextValidator", "WikitextWriters",
      ],
      swiftSettings: settings
    ),

    // Floor 7: the command line.
    .executableTarget(
      name: "WikitextCommand",
      dependencies: [
        "MediaWikiDump", "Wikitext", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .testTarget(name: "WikitextCommandTests", dependencies: ["Wikitext", "WikitextCommand"], swiftSettings: settings),
  ]
)
