import WikitextSyntax

/// Looking at tokens. Any index may be asked for; outside of the tokens there is nothing.
extension ValueGrammar {
  /// The token at `index`.
  func token(_ index: Int) -> ValueToken? { index >= 0 && index < tokens.count ? tokens[index] : nil }

  /// Whether there is a token of `kind` at `index`.
  func isKind(_ kind: ValueToken.Kind, _ index: Int) -> Bool { token(index)?.kind == kind }

  /// The scalar of the mark at `index`; 0 where there is no mark.
  func mark(_ index: Int) -> UInt32 {
    guard let token = token(index), token.kind == .mark else { return 0 }
    return UInt32(truncatingIfNeeded: token.payload)
  }

  /// Whether the mark at `index` is `scalar`.
  func isMark(_ scalar: Unicode.Scalar, _ index: Int) -> Bool { mark(index) == scalar.value }

  /// Whether the token at `index` touches the one before it.
  func touches(_ index: Int) -> Bool { token(index).map { !$0.isSpaced } ?? false }

  /// Whether there is a dash at `index` that may stand between two ends. The minus sign is none.
  func isDash(_ index: Int) -> Bool {
    switch mark(index) {
    case 0x2D, 0x2010...0x2015, 0x7E, 0x301C: !(token(index)?.isRaised ?? false)
    default: false
    }
  }

  /// What the word at `index` means in the sense of `kind`.
  func meaning(_ kind: WordMeaning.Kind, _ index: Int) -> Int32? {
    guard let token = token(index), token.kinds & kind.bit != 0 else { return nil }
    return lexicon.meaning(kind, ofWord: token.payload, in: text.bytes.span, token.range)
  }

  /// Whether the word at `index` has a meaning of `kind`.
  func means(_ kind: WordMeaning.Kind, _ index: Int) -> Bool { meaning(kind, index) != nil }

  /// All that the word at `index` means in the sense of `kind`.
  func meanings(_ kind: WordMeaning.Kind, _ index: Int) -> [Int32] {
    guard let token = token(index), token.kinds & kind.bit != 0 else { return [] }
    return lexicon.meanings(kind, ofWord: token.payload, in: text.bytes.span, token.range)
  }

  /// Whether the word at `index` has a meaning of `kind` that the data write with the same capitals.
  func isWritten(_ kind: WordMeaning.Kind, _ index: Int) -> Bool {
    guard let token = token(index), token.kinds & kind.bit != 0 else { return false }
    return lexicon.isWritten(kind, ofWord: token.payload, in: text.bytes.span, token.range)
  }

  /// The value of an atom at `index`.
  func atom(_ index: Int) -> Value.Content? {
    guard let token = token(index), token.kind == .atom, token.payload >= 0 else { return nil }
    return text.atoms[token.payload].value.content
  }

  /// How many digits are at `index`.
  func digitCount(_ index: Int) -> Int {
    guard let token = token(index), token.kind == .digits else { return 0 }
    return Int(token.count)
  }

  /// The whole number at `index`, of at most nine digits; not a raised one.
  func integer(_ index: Int) -> Int? {
    guard let token = token(index), !token.isRaised else { return nil }
    return anyInteger(index)
  }

  /// The whole number at `index`, of at most nine digits, raised or not.
  func anyInteger(_ index: Int) -> Int? {
    guard let token = token(index), token.kind == .digits, token.count <= 9 else { return nil }
    return token.payload
  }

  /// Whether the digits at `index` begin with a zero.
  func beginsWithZero(_ index: Int) -> Bool {
    guard let token = token(index), token.kind == .digits, (1...ValueToken.mostDigits).contains(Int(token.count)) else {
      return false
    }
    return token.payload < Figure.powers[Int(token.count) - 1]
  }

  /// Whether the token at `index` is the ASCII text `word`, in any case.
  func isText(_ word: StaticString, _ index: Int) -> Bool {
    guard let token = token(index), token.range.count == word.utf8CodeUnitCount else { return false }
    return Bytes.matches(text.bytes.span, at: token.start, end: token.end, word)
  }

  /// The bytes between two tokens' outer ends as text.
  func string(_ range: Range<Int>) -> String {
    String(decoding: text.bytes[range], as: UTF8.self)
  }

  /// The bytes of the tokens from `first` up to `end`.
  func bytes(from first: Int, to end: Int) -> Range<Int> {
    guard let start = token(first)?.start, let stop = token(end - 1)?.end, start <= stop else { return 0..<0 }
    return start..<stop
  }

  /// Whether no token from `first` up to `end` is a digit, an atom, a bracket or the end of an item: words.
  func areWords(from first: Int, to end: Int) -> Bool {
    guard first < end else { return false }
    for index in first..<end {
      switch tokens[index].kind {
      case .digits, .atom, .boundary: return false
      case .mark:
        switch mark(index) {
        case 0x28, 0x29, 0x5B, 0x5D, 0x3A, 0x3B: return false
        default: break
        }
      case .word, .letters: break
      }
    }
    return true
  }

  /// The index behind the bracket that closes the one at `index`; nil where none closes it.
  func behindBracket(_ index: Int) -> Int? {
    guard let closer = ValueGrammar.closer(of: mark(index)) else { return nil }
    var depth = 0
    for place in index..<tokens.count {
      if mark(place) == mark(index) { depth += 1 }
      if mark(place) == closer {
        depth -= 1
        if depth == 0 { return place + 1 }
      }
    }
    return nil
  }

  private static func closer(of opener: UInt32) -> UInt32? {
    switch opener {
    case 0x28: 0x29
    case 0x5B: 0x5D
    default: nil
    }
  }
}
