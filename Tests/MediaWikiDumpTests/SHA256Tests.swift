import Testing

@testable import MediaWikiDump

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "The digests of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]
  )
  func examples(text: String, digest: String) {
    let hash = SHA256()
    hash.update(Array(text.utf8).span)
    #expect(hash.hexadecimal == digest)
  }

  @Test("The digest does not depend on how the bytes come in pieces")
  func pieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let whole = SHA256()
    whole.update(bytes.span)
    for size in [1, 3, 55, 56, 63, 64, 65, 127, 128, 500] {
      let hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(bytes.span.extracting(start..<min(start + size, bytes.count)))
      }
      #expect(hash.finalized() == whole.finalized(), "pieces of \(size) bytes")
    }
  }
}
