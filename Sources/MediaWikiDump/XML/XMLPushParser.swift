import CLibXML2

/// libxml2's push parser, feeding a `PageAssembler`.
///
/// No network, no document type: the reader never shows libxml2 what stands before `<mediawiki>`, so there is no
/// entity to expand and nothing external to load.
@safe struct XMLPushParser: ~Copyable {
  /// The start tags a fresh parser is shown first, so that it can begin in the middle of a document.
  enum Prime {
    case nothing
    case mediawiki
    case page

    fileprivate var markup: String {
      switch self {
      case .nothing: ""
      case .mediawiki: "<mediawiki>"
      case .page: "<mediawiki><page>"
      }
    }
  }

  /// What the callbacks write to. The parser owns it; the reader looks at it between two calls of `feed`.
  let assembler: UnsafeMutablePointer<PageAssembler>
  private var context: xmlParserCtxtPtr?

  init(assembler: consuming PageAssembler) {
    _ = XMLPushParser.startLibrary
    unsafe self.assembler = .allocate(capacity: 1)
    unsafe self.assembler.initialize(to: assembler)
  }

  deinit {
    unsafe XMLPushParser.free(context)
    unsafe assembler.deinitialize(count: 1)
    unsafe assembler.deallocate()
  }

  /// Puts a fresh parser in the place of the old one.
  /// - Parameters:
  ///   - prime: where in a document the parser finds itself.
  ///   - encoding: the encoding to declare; `nil` is UTF-8.
  ///   - repeatsUnit: see `PageAssembler.restart(repeatsUnit:)`.
  mutating func restart(_ prime: Prime, encoding: String?, repeatsUnit: Bool = false) {
    unsafe XMLPushParser.free(context)
    unsafe assembler.pointee.restart(repeatsUnit: repeatsUnit)
    var handler = unsafe XMLPushParser.handler
    unsafe context = xmlCreatePushParserCtxt(&handler, assembler, nil, 0, nil)
    unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
    let declaration = encoding.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
    unsafe assembler.pointee.isPriming = true
    for var markup in [declaration, prime.markup] where !markup.isEmpty {
      _ = markup.withUTF8 { unsafe feed(UnsafeRawBufferPointer($0)) }
    }
    unsafe assembler.pointee.isPriming = false
  }

  /// Parses more bytes.
  /// - Returns: false when the markup is not well-formed or the assembler gave up; then the parser is of no more use.
  mutating func feed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let context = unsafe context else { return false }
    if unsafe !bytes.isEmpty {
      unsafe xmlParseChunk(context, bytes.baseAddress!.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
    }
    return unsafe context.pointee.wellFormed != 0 && assembler.pointee.failure == nil
  }

  /// What the parser, fed up to the start of a tag, has made of it all.
  enum Rest {
    /// It has used up everything but blanks.
    case nothing
    /// It is inside a CDATA section, or waits for the end of a comment between elements: the tag is none.
    case opaqueSection
    /// It waits for the end of something else: the tag is not where it may be.
    case markup
  }

  /// What the parser, fed up to the start of a tag, has made of it all.
  var rest: Rest {
    guard let context = unsafe context else { return .nothing }
    if unsafe context.pointee.instate == XML_PARSER_CDATA_SECTION { return .opaqueSection }
    guard let input = unsafe context.pointee.input, let current = unsafe input.pointee.cur else { return .nothing }
    guard let end = unsafe input.pointee.end else { return .nothing }
    let bytes = unsafe UnsafeBufferPointer(start: current, count: end - current)
    if unsafe bytes.allSatisfy({ $0 <= 0x20 }) { return .nothing }
    if unsafe !assembler.pointee.isInField && bytes.starts(with: "<!--".utf8) { return .opaqueSection }
    return .markup
  }

  private static func free(_ context: xmlParserCtxtPtr?) {
    if let context = unsafe context { unsafe xmlFreeParserCtxt(context) }
  }

  private static let startLibrary: Void = xmlInitParser()

  private static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    // XML_SAX2_MAGIC, a macro too wide for Swift to see as an unsigned number.
    unsafe handler.initialized = 0xDEED_BEAF
    unsafe handler.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      guard let data = unsafe data, let name = unsafe name else { return }
      let assembler = unsafe data.assumingMemoryBound(to: PageAssembler.self)
      unsafe assembler.pointee.start(
        DumpElement(name: name),
        attributes: XMLAttributes(pointers: attributes, count: Int(count))
      )
    }
    unsafe handler.endElementNs = { data, _, _, _ in
      guard let data = unsafe data else { return }
      unsafe data.assumingMemoryBound(to: PageAssembler.self).pointee.end()
    }
    let append: charactersSAXFunc = { data, characters, count in
      guard let data = unsafe data else { return }
      let bytes = unsafe UnsafeBufferPointer(start: characters, count: Int(count))
      unsafe data.assumingMemoryBound(to: PageAssembler.self).pointee.append(bytes)
    }
    unsafe handler.characters = append
    unsafe handler.cdataBlock = append
    // The same function on purpose: libxml2 then does not look at each text twice to see whether it is blank.
    unsafe handler.ignorableWhitespace = append
    unsafe handler.serror = { data, error in
      guard let data = unsafe data, let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL else {
        return
      }
      let assembler = unsafe data.assumingMemoryBound(to: PageAssembler.self)
      guard unsafe assembler.pointee.parserMessage == nil, let text = unsafe error.pointee.message else { return }
      let message = unsafe String(cString: text)
      unsafe assembler.pointee.parserMessage = String(message.prefix { !$0.isNewline })
    }
    return unsafe handler
  }
}
