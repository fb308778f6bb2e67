import CLibXML2

/// libxml2's HTML parser, which makes a tree of any bytes.
///
/// No network, no entity but those of HTML, no list of errors.
enum HTMLParser {
  /// The tree of a page; its places are those of `source`.
  ///
  /// - Complexity: O(bytes).
  static func parse(_ source: [UInt8]) -> HTMLTree {
    _ = startLibrary
    let bytes = HTMLRepair.repaired(source) ?? source
    // libxml2 counts in 32 bits.
    let count = min(bytes.count, Int(Int32.max) - 1)
    if count == 0 { return HTMLTree() }
    return unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let context = unsafe htmlCreateMemoryParserCtxt(start, Int32(truncatingIfNeeded: count)) else {
        return HTMLTree()
      }
      var builder = unsafe HTMLTreeBuilder(bytes: bytes, context: context)
      unsafe run(context, &builder)
      let tree = builder.finish()
      unsafe htmlFreeParserCtxt(context)
      return tree
    }
  }

  private static func run(_ context: htmlParserCtxtPtr, _ builder: inout HTMLTreeBuilder) {
    var handler = unsafe handler
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    unsafe htmlCtxtUseOptions(context, Int32(truncatingIfNeeded: options))
    unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    unsafe withUnsafeMutablePointer(to: &builder) { builder in
      unsafe withUnsafeMutablePointer(to: &handler) { handler in
        let own = unsafe context.pointee.sax
        unsafe context.pointee.sax = handler
        unsafe context.pointee.userData = UnsafeMutableRawPointer(builder)
        unsafe htmlParseDocument(context)
        unsafe context.pointee.sax = own
      }
    }
  }

  private static let startLibrary: Void = xmlInitParser()

  private static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.startElement = { data, name, attributes in
      guard let builder = unsafe HTMLParser.builder(data), let name = unsafe name else { return }
      unsafe builder.pointee.start(name, attributes)
    }
    unsafe handler.endElement = { data, name in
      guard let builder = unsafe HTMLParser.builder(data), let name = unsafe name else { return }
      unsafe builder.pointee.end(name)
    }
    let text: charactersSAXFunc = { data, _, _ in unsafe HTMLParser.builder(data)?.pointee.text() }
    unsafe handler.characters = text
    unsafe handler.cdataBlock = text
    // The same function on purpose: libxml2 then does not look at each text twice to see whether it is blank.
    unsafe handler.ignorableWhitespace = text
    unsafe handler.comment = { data, _ in unsafe HTMLParser.builder(data)?.pointee.skip() }
    unsafe handler.processingInstruction = { data, _, _ in unsafe HTMLParser.builder(data)?.pointee.skip() }
    return unsafe handler
  }

  private static func builder(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTreeBuilder>? {
    unsafe data?.assumingMemoryBound(to: HTMLTreeBuilder.self)
  }
}
