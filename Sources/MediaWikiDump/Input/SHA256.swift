/// SHA-256 (FIPS 180-4) over bytes that come in pieces.
///
/// Written out here because the package has no other use for a cryptography library.
public struct SHA256: Sendable {
  private var state: [UInt32]
  /// The last bytes that do not fill a block yet; always fewer than 64.
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// The digest of nothing so far.
  public init() {
    state = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    pending.reserveCapacity(128)
  }

  /// Takes in more bytes.
  /// - Complexity: O(bytes)
  public mutating func update(_ bytes: Span<UInt8>) {
    byteCount &+= UInt64(bytes.count)
    var position = 0
    if !pending.isEmpty {
      while pending.count < 64, position < bytes.count {
        pending.append(bytes[position])
        position += 1
      }
      guard pending.count == 64 else { return }
      let block = pending
      SHA256.compress(block.span, into: &state)
      pending.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - position) & ~63
    SHA256.compress(bytes.extracting(position..<position + blocks), into: &state)
    position += blocks
    while position < bytes.count {
      pending.append(bytes[position])
      position += 1
    }
  }

  /// The digest of everything taken in so far, 32 bytes. More may follow afterwards.
  public func finalized() -> [UInt8] {
    var copy = self
    var tail: [UInt8] = [0x80]
    tail.append(contentsOf: repeatElement(0, count: (119 - Int(byteCount % 64)) % 64))
    tail.append(contentsOf: bigEndianBytes(of: byteCount &* 8))
    copy.update(tail.span)
    return copy.state.flatMap(bigEndianBytes(of:))
  }

  /// The digest of everything taken in so far, as 64 hexadecimal digits.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: finalized().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Takes in whole blocks of 64 bytes.
  private static func compress(_ bytes: Span<UInt8>, into state: inout [UInt32]) {
    let constants = roundConstants.span
    let bytes = unsafe bytes.bytes
    var (s0, s1, s2, s3) = (state[0], state[1], state[2], state[3])
    var (s4, s5, s6, s7) = (state[4], state[5], state[6], state[7])
    // The schedule's last 16 words are all that a round looks back to.
    var words = InlineArray<16, UInt32>(repeating: 0)
    var offset = 0
    while offset < bytes.byteCount {
      var (a, b, c, d, e, f, g, h) = (s0, s1, s2, s3, s4, s5, s6, s7)
      for round in 0..<64 {
        let slot = round & 15
        if round < 16 {
          words[slot] = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset + round * 4, as: UInt32.self).bigEndian
        } else {
          let w15 = words[(round &+ 1) & 15]
          let w2 = words[(round &+ 14) & 15]
          let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >> 3)
          let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >> 10)
          words[slot] = words[slot] &+ sigma0 &+ words[(round &+ 9) & 15] &+ sigma1
        }
        let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let choice = (e & f) ^ (~e & g)
        let first = h &+ sum1 &+ choice &+ constants[round] &+ words[slot]
        let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ sum0 &+ majority)
      }
      (s0, s1, s2, s3) = (s0 &+ a, s1 &+ b, s2 &+ c, s3 &+ d)
      (s4, s5, s6, s7) = (s4 &+ e, s5 &+ f, s6 &+ g, s7 &+ h)
      offset += 64
    }
    state = [s0, s1, s2, s3, s4, s5, s6, s7]
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word >> count) | (word << (32 &- count))
  }

  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

private func bigEndianBytes<Integer: FixedWidthInteger>(of word: Integer) -> [UInt8] {
  stride(from: Integer.bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> Integer($0)) }
}
