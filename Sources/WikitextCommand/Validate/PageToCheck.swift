import Wikitext

/// A page on its way to the validator.
struct PageToCheck: Sendable {
  /// What reports call it: the path of its file; of a page among others the path of their file, `#` and its title.
  var path: String
  /// The page as it is stored.
  var bytes: [UInt8]
  /// What it is written in; nil where its bytes are to tell.
  var dialect: Dialect?
  /// Whether the bytes are known to be UTF-8: strings of JSON and texts of dumps are.
  var isUTF8 = false
  /// The grammar of its wiki; nil where nothing tells it.
  var configuration: SiteConfiguration?
  /// Its title, where that is known for sure.
  var title: String?
  /// Whether its path is that of a file which holds this page and nothing else, as it is.
  var isFile = false
}

/// Pages that one thread checks.
struct PagesToCheck: Sendable {
  /// A batch is full with this many bytes of text.
  private static let fullSize = 128 << 10
  /// Or with this many pages.
  private static let fullLength = 256

  /// The place among the batches.
  let number: Int
  private(set) var pages: [PageToCheck] = []
  private(set) var byteCount = 0

  init(number: Int) { self.number = number }

  /// Whether it is time to hand it over.
  var isFull: Bool { byteCount >= PagesToCheck.fullSize || pages.count >= PagesToCheck.fullLength }

  mutating func append(_ page: PageToCheck) {
    byteCount += page.bytes.count
    pages.append(page)
  }
}
