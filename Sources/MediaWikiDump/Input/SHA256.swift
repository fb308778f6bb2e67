internal import CCrypto

/// SHA-256 (FIPS 180-4) over bytes that come in pieces, by OpenSSL's libcrypto, which uses what the processor has for it.
@safe
final class SHA256 {
  private let context: OpaquePointer

  /// The digest of nothing so far.
  init() {
    guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("libcrypto has no SHA-256")
    }
    unsafe self.context = context
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  /// Takes in more bytes.
  ///
  /// - Complexity: O(bytes).
  func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      // Fails only for a context that was finished, which this one never is.
      _ = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }
  }

  /// The digest of everything taken in so far, 32 bytes. More may follow afterwards.
  func finalized() -> [UInt8] {
    guard let copy = unsafe EVP_MD_CTX_new(), unsafe EVP_MD_CTX_copy_ex(copy, context) == 1 else {
      fatalError("libcrypto cannot copy a digest")
    }
    defer { unsafe EVP_MD_CTX_free(copy) }
    return unsafe Array(unsafeUninitializedCapacity: 32) { buffer, count in
      var length: UInt32 = 0
      // SHA-256 has 32 bytes, which is the room there is.
      _ = unsafe EVP_DigestFinal_ex(copy, buffer.baseAddress, &length)
      count = Int(length)
    }
  }

  /// The digest of everything taken in so far, as 64 hexadecimal digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: finalized().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
