/// Reads the pages of a MediaWiki XML dump, in order, in constant memory.
///
///     let reader = try DumpReader(path: "enwiki-20260101-pages-articles.xml.bz2")
///     while let event = try reader.next() {
///       switch event {
///       case .page(let page): print(page.title, page.revision.text.count)
///       case .skipped(let page): print("skipped", page.title ?? "?", page.reason)
///       case .problem(let problem): print(problem.message)
///       }
///     }
///
/// The dump may be plain, gzip, bzip2, xz, lzma or zstd, told by its bytes; UTF-8 or UTF-16; of any export schema.
///
/// ## How it works
///
/// The reader cuts the decompressed bytes into units at the tags `<page`, `<revision` and the like, found by a byte
/// search (`Boundary`), and feeds one unit after the other to libxml2. All is well when the parser, at each cut, is
/// where such a tag may be. If it is not, or gave up before:
///
/// 1. The unit is repaired (`MarkupRepair`) and parsed again by a fresh parser, shown made-up start tags first.
/// 2. If that fails, the page is skipped, and the reader goes on at the next `<page`.
///
/// So a unit stays in memory until it is parsed, up to `retentionLimit`; a page of many revisions needs memory for one.
///
/// A reader is for one thread at a time.
public final class DumpReader {
  private enum State {
    case preamble
    case unit(Unit)
    /// Behind something broken, on the way to the next page.
    case skipping
    /// Behind `</mediawiki>`.
    case outside
    case finished
  }

  private enum Unit {
    /// From `<mediawiki` to the first page.
    case head
    /// From `<page` to the page's first revision.
    case page
    /// From `<revision` to the next one, or to the next page.
    case revision
    /// Anything else between pages.
    case stray
  }

  /// Units up to this size can be repaired; larger ones are not kept. In bytes.
  static let retentionLimit = 64 << 20
  /// How far the first tag may be from the start of the file, in bytes.
  static let preambleLimit = 1 << 20
  /// How long a CDATA section or comment with page tags in it may be before it counts as broken, in bytes. Behind a
  /// broken one the reader goes back to the first of those tags, so this bounds how often a byte is read.
  static let opaqueLimit = 1 << 20
  /// How many of these may turn out broken. After that, page tags are taken for page tags wherever they stand: a dump
  /// with a CDATA section left open in every page would be read a megabyte a page.
  static let opaqueTrials = 16

  private static let endTag = Array("</mediawiki".utf8)

  private let stream: DecompressedStream
  private var window: InputWindow
  private var parser: XMLPushParser
  private var state = State.preamble
  private var counts = DumpStatistics()

  /// Where the unit begins; bytes before `fed` went to the parser, bytes before `searched` hold no further boundary.
  private var unitStart = 0
  private var fed = 0
  private var searched = 0
  /// The first boundary passed over because it seemed to lie in a CDATA section or comment.
  private var opaqueStart: Int?
  private var failedTrials = 0
  /// What was wrong with the unit before its repair.
  private var repairMessage: String?

  private var hasSourceEnded = false
  /// True when data is lost right behind the window.
  private var isBeforeGap = false
  private var encoding: String?
  private var hasRoot = false
  private var hasReportedDamage = false
  private var hasReportedJunk = false
  private var hasReportedLogItems = false

  // MARK: - Making a reader

  /// Opens a dump.
  /// - Parameters:
  ///   - path: a file of any supported compression; `-` is the standard input.
  ///   - options: what to return.
  /// - Throws: `DumpError` when the file cannot be opened or is an archive to be unpacked first. That a file is no dump
  ///   shows with the first `next()`.
  public convenience init(path: String, options: Options = Options()) throws(DumpError) {
    try self.init(source: ByteSource(path: path, digest: options.digest), options: options)
  }

  /// Reads a dump from an open file descriptor, which the reader does not close.
  public convenience init(descriptor: Int32, options: Options = Options()) throws(DumpError) {
    let name = "file descriptor \(descriptor)"
    try self.init(source: ByteSource(descriptor: descriptor, name: name, digest: options.digest), options: options)
  }

  /// Reads a dump that is in memory, compressed or not.
  public convenience init(bytes: [UInt8], options: Options = Options()) throws(DumpError) {
    try self.init(source: ByteSource(bytes: bytes, name: "the input", digest: options.digest), options: options)
  }

  private convenience init(source: ByteSource, options: Options) throws(DumpError) {
    self.init(stream: try DecompressedStream(source: source), options: options)
  }

  init(stream: DecompressedStream, options: Options) {
    self.stream = stream
    window = InputWindow(stream: stream)
    parser = XMLPushParser(
      assembler: PageAssembler(
        keepsAllRevisions: options.revisions == .all,
        maximumBytes: options.maximumRevisionBytes
      )
    )
  }

  // MARK: - Reading

  /// The next page or other event; `nil` at the end of the dump, and ever after.
  /// - Throws: `DumpError` when the input is no dump or cannot be read on; the reader is at its end then.
  /// - Complexity: O(bytes of the page)
  public func next() throws(DumpError) -> DumpEvent? {
    while true {
      if let event = takeEvent() {
        counts.count(event)
        return event
      }
      do throws(DumpError) {
        switch state {
        case .preamble: try readPreamble()
        case .unit(let unit): try read(unit)
        case .skipping: try skip()
        case .outside: try readOutside()
        case .finished: return nil
        }
      } catch {
        state = .finished
        throw error
      }
    }
  }

  /// What the dump says about its wiki: there once the first page was returned, and `nil` if the dump does not say.
  public var siteInfo: SiteInfo? { unsafe parser.assembler.pointee.siteInfo }

  /// What was read and returned so far.
  public var statistics: DumpStatistics {
    var statistics = counts
    statistics.revisionsSeen = unsafe parser.assembler.pointee.revisionsSeen
    statistics.compressedBytesRead = stream.compressedBytesRead
    statistics.bytesRead = stream.bytesRead
    return statistics
  }

  /// The SHA-256 of the stored bytes read so far, as hexadecimal digits: at the end, that of the file. `nil` unless
  /// `Options.digest` is on.
  public var digest: String? { stream.digest?.hexadecimal }

  private func takeEvent() -> DumpEvent? {
    let count = unsafe parser.assembler.pointee.events.count
    if count == 0 { return nil }
    // Nearly always there is one; then it moves out without a copy.
    return unsafe count == 1
      ? parser.assembler.pointee.events.removeLast() : parser.assembler.pointee.events.removeFirst()
  }

  private func report(_ kind: DumpProblem.Kind, _ message: String, at position: Int) {
    let problem = DumpProblem(kind: kind, message: message, offset: .decompressed(Int64(position)))
    unsafe parser.assembler.pointee.events.append(.problem(problem))
  }

  /// Reads a piece behind the window.
  private func readMore() throws(DumpError) {
    let piece = try window.readMore()
    for problem in stream.takeProblems() {
      if problem.kind != .junk { hasReportedDamage = true }
      unsafe parser.assembler.pointee.events.append(.problem(problem))
    }
    switch piece {
    case .bytes: break
    case .gap: isBeforeGap = true
    case .end: hasSourceEnded = true
    }
  }

  /// Searches for the next boundary from `searched` on, which moves up to it.
  private func search(findsText: Bool = false) -> Boundary.Kind? {
    let bytes = unsafe window.bytes(searched..<window.upperBound)
    let search = unsafe Boundary.search(bytes, isFinal: hasSourceEnded || isBeforeGap, findsText: findsText)
    searched += search.clearedCount
    return search.boundary?.kind
  }

  /// Moves `searched` behind the `<` it is at.
  private func pass() {
    searched += 1
  }

  // MARK: - Before the first element

  private func readPreamble() throws(DumpError) {
    let length = window.upperBound
    let bytes = unsafe Array(window.bytes(0..<length))
    let preamble = Preamble(bytes)
    let isExhausted = hasSourceEnded || isBeforeGap || length >= DumpReader.preambleLimit
    if preamble.isComplete || isExhausted {
      searched = preamble.isComplete ? preamble.count : 0
      if let kind = search() {
        encoding = preamble.encoding
        checkForJunk(preamble.count..<searched)
        try beginDocument(kind)
        return
      }
    }
    if hasSourceEnded || length >= DumpReader.preambleLimit {
      throw .notADump(path: stream.name, found: Preamble.describe(bytes))
    }
    // What a lost block leaves of the preamble is of no use; pages may follow.
    isBeforeGap = false
    try readMore()
  }

  private func beginDocument(_ kind: Boundary.Kind) throws(DumpError) {
    if kind == .mediawiki {
      hasRoot = true
      parser.restart(.nothing, encoding: encoding)
      if encoding != nil, unsafe parser.assembler.pointee.parserMessage != nil {
        report(.encoding, "the encoding \(encoding ?? "") is not supported; reading UTF-8", at: 0)
        encoding = nil
        parser.restart(.nothing, encoding: nil)
      }
      begin(.head)
    } else {
      report(.missingRoot, "there is no <mediawiki> around the pages", at: searched)
      if kind == .revision { report(.revisionOutsidePage, "a revision stands outside any page", at: searched) }
      parser.restart(.mediawiki, encoding: encoding)
      state = .skipping
      fed = searched
      unitStart = searched
    }
  }

  /// Reports the first thing in a range outside the document that is neither blank nor a preamble.
  /// - Parameters:
  ///   - range: bytes in the window.
  ///   - isAfterEnd: the range may begin with the rest of the end tag.
  private func checkForJunk(_ range: Range<Int>, isAfterEnd: Bool = false) {
    guard !hasReportedJunk, range.lowerBound < range.upperBound else { return }
    var bytes = unsafe Array(window.bytes(range))
    if isAfterEnd {
      let tagEnd = bytes.prefix(DumpReader.endTag.count + 1).firstIndex(of: UInt8(ascii: ">"))
      if let tagEnd { bytes.removeFirst(tagEnd + 1) }
    }
    let offset = range.count - bytes.count + Preamble(bytes).count
    guard offset < range.count else { return }
    hasReportedJunk = true
    report(.junk, "there is something that is no part of a dump", at: range.lowerBound + offset)
  }

  // MARK: - Units

  /// Begins a unit at `searched`.
  private func begin(_ unit: Unit) {
    finishRepair()
    unsafe parser.assembler.pointee.beginUnit()
    unitStart = searched
    fed = searched
    opaqueStart = nil
    state = .unit(unit)
    if case .page = unit { unsafe parser.assembler.pointee.nextPageOffset = Int64(searched) }
    pass()
  }

  private func finishRepair() {
    guard let message = repairMessage else { return }
    repairMessage = nil
    report(.repaired, "the markup was repaired: \(message)", at: unitStart)
  }

  private func read(_ unit: Unit) throws(DumpError) {
    let boundary = search(findsText: encoding == nil)
    guard feed() else { return try repair(unit, or: failureMessage) }
    if let opaqueStart, searched - opaqueStart > DumpReader.opaqueLimit {
      try repair(unit, or: "a comment or CDATA section does not end")
    } else if boundary == .text {
      try readText()
    } else if let boundary {
      try cross(boundary, from: unit)
    } else if isBeforeGap || hasSourceEnded, opaqueStart != nil {
      try repair(unit, or: "a comment or CDATA section does not end")
    } else if isBeforeGap {
      leave(unit, .lostData)
      isBeforeGap = false
    } else if hasSourceEnded {
      end()
    } else {
      // The parser has its own copy; the window keeps the unit for a repair.
      window.discard(before: fed - unitStart > DumpReader.retentionLimit ? fed : max(unitStart, window.lowerBound))
      try readMore()
    }
  }

  /// Reads the text whose start tag is at `searched` without the parser, if that can be done; see `TextContent`.
  private func readText() throws(DumpError) {
    let assembler = unsafe parser.assembler
    guard let content = try findContent() else { return pass() }
    searched = content.lowerBound
    guard feed(), unsafe assembler.pointee.isAtStartOfText, unsafe content.count <= assembler.pointee.maximumBytes
    else {
      return
    }
    // Anything but an end tag, such as a comment, means that the text goes on behind it.
    guard unsafe window.bytes(content.upperBound..<window.upperBound).starts(with: "</".utf8) else { return }
    if unsafe !assembler.pointee.isInUnwantedText {
      guard let text = unsafe TextContent.decode(window.bytes(content)) else { return }
      unsafe assembler.pointee.setText(text)
    }
    searched = content.upperBound
    fed = content.upperBound
  }

  /// What lies between the tag at `searched` and the next `<`; `nil` when the data ends before, or the unit grows too
  /// large.
  private func findContent() throws(DumpError) -> Range<Int>? {
    var tagEnd: Int?
    var position = searched
    while true {
      if tagEnd == nil {
        tagEnd = window.firstIndex(of: UInt8(ascii: ">"), from: searched).map { $0 + 1 }
        position = tagEnd ?? position
      }
      if let tagEnd {
        if let end = window.firstIndex(of: UInt8(ascii: "<"), from: position) { return tagEnd..<end }
        position = window.upperBound
      }
      if hasSourceEnded || isBeforeGap || window.upperBound - searched > DumpReader.retentionLimit { return nil }
      window.discard(before: max(unitStart, window.lowerBound))
      try readMore()
    }
  }

  /// Feeds the parser what was searched.
  private func feed() -> Bool {
    let range = fed..<max(fed, searched)
    fed = range.upperBound
    return unsafe parser.feed(window.bytes(range))
  }

  private var failureMessage: String {
    unsafe parser.assembler.pointee.parserMessage ?? "the markup is not well-formed"
  }

  /// Goes on behind a unit that was parsed up to the boundary at `searched`.
  private func cross(_ boundary: Boundary.Kind, from unit: Unit) throws(DumpError) {
    switch parser.rest {
    case .nothing: break
    case .opaqueSection where failedTrials < DumpReader.opaqueTrials:
      opaqueStart = opaqueStart ?? searched
      return pass()
    case .opaqueSection, .markup: return try repair(unit, or: "something does not end before the next tag")
    }
    let place = unsafe parser.assembler.pointee.place
    switch (boundary, place) {
    case (.page, .mediawiki):
      begin(.page)
    case (.revision, .page):
      begin(.revision)
    case (.revision, .mediawiki):
      report(.revisionOutsidePage, "a revision stands outside any page", at: searched)
      begin(.stray)
    case (.logItem, .mediawiki):
      reportLogItems()
      begin(.stray)
    case (.mediawiki, .mediawiki):
      finishRepair()
      beginNextDocument()
    case (.mediawikiEnd, .mediawiki):
      finishRepair()
      endDocument()
    default:
      if unsafe !parser.assembler.pointee.isInRevision && (boundary == .revision || boundary == .logItem) {
        // Inside an element nobody knows, which is skipped whole.
        pass()
      } else {
        try repair(unit, or: "a tag is missing before the next <\(boundary == .page ? "page" : "revision")>")
      }
    }
  }

  /// Goes on behind the `</mediawiki` at `searched`.
  private func endDocument() {
    hasRoot = false
    state = .outside
    searched += DumpReader.endTag.count
  }

  private func beginNextDocument() {
    report(.anotherDocument, "another document follows", at: searched)
    hasRoot = true
    parser.restart(.nothing, encoding: nil)
    begin(.head)
  }

  private func reportLogItems() {
    guard !hasReportedLogItems else { return }
    hasReportedLogItems = true
    report(.logItems, "the dump has log items, which are not pages", at: searched)
  }

  // MARK: - Repair

  /// Parses the unit again after a repair of its markup; gives it up if that does not help.
  private func repair(_ unit: Unit, or message: String) throws(DumpError) {
    let assembler = unsafe parser.assembler
    if unsafe assembler.pointee.failure == .tooLarge {
      return leave(unit, .tooLarge(limit: unsafe assembler.pointee.maximumBytes))
    }
    if unsafe assembler.pointee.failure == .tooDeep {
      return leave(unit, .broken(message: "elements nest deeper than \(PageAssembler.maximumDepth)"))
    }
    // A page that has ended is returned already; what is broken lies behind it.
    let isWorthIt = unsafe repairMessage == nil && window.lowerBound <= unitStart && !assembler.pointee.hasEndedPage
    guard isWorthIt, try findEndOfUnit() else { return leave(unit, .broken(message: message)) }
    let markup = unsafe MarkupRepair.repair(Array(window.bytes(unitStart..<searched)), isUTF8: encoding == nil)
    let prime: XMLPushParser.Prime =
      switch unit {
      case .head: .nothing
      case .page, .stray: .mediawiki
      case .revision: .page
      }
    parser.restart(prime, encoding: encoding, repeatsUnit: true)
    fed = searched
    repairMessage = message
    let isRepaired = unsafe markup.withUnsafeBytes { unsafe parser.feed($0) }
    if isRepaired { state = .unit(unit) } else { leave(unit, .broken(message: message)) }
  }

  /// Moves `searched` to the boundary that ends the unit, or to where the data ends.
  /// - Returns: false when the unit is too large to keep.
  private func findEndOfUnit() throws(DumpError) -> Bool {
    if let start = opaqueStart {
      failedTrials += 1
      searched = start
      opaqueStart = nil
      return true
    }
    while search() == nil, !hasSourceEnded, !isBeforeGap {
      if window.upperBound - unitStart > DumpReader.retentionLimit { return false }
      window.discard(before: unitStart)
      try readMore()
    }
    return true
  }

  /// Gives up the unit and its page, and goes on at the next page.
  private func leave(_ unit: Unit, _ reason: SkippedPage.Reason) {
    repairMessage = nil
    if let start = opaqueStart, start >= window.lowerBound {
      failedTrials += 1
      searched = start
    }
    opaqueStart = nil
    let offset = Int64(fed)
    if unsafe parser.assembler.pointee.page != nil {
      unsafe parser.assembler.pointee.abandonPage(reason, at: offset)
    } else if case .head = unit, unsafe reason != .lostData || parser.assembler.pointee.place != .mediawiki {
      report(.brokenSiteInfo, "the siteinfo cannot be read", at: unitStart)
    } else if case .broken = reason, !hasReportedJunk {
      hasReportedJunk = true
      report(.junk, "there is something unreadable between pages", at: fed)
    }
    parser.restart(.mediawiki, encoding: encoding)
    state = .skipping
  }

  // MARK: - Between units

  private func skip() throws(DumpError) {
    switch search() {
    case .page: begin(.page)
    case .mediawiki: beginNextDocument()
    case .mediawikiEnd:
      endDocument()
    case .revision, .text: pass()
    case .logItem:
      reportLogItems()
      pass()
    case nil: try readOnOrEnd()
    }
  }

  private func readOutside() throws(DumpError) {
    let start = searched
    let boundary = search()
    checkForJunk(start..<searched, isAfterEnd: true)
    switch boundary {
    case .mediawiki: beginNextDocument()
    case .page, .revision, .logItem, .text:
      report(.missingRoot, "there are pages behind the end of the document", at: searched)
      parser.restart(.mediawiki, encoding: encoding)
      state = .skipping
    case .mediawikiEnd: endDocument()
    case nil: try readOnOrEnd()
    }
  }

  private func readOnOrEnd() throws(DumpError) {
    if isBeforeGap {
      isBeforeGap = false
      searched = window.upperBound
    } else if hasSourceEnded {
      end()
      return
    }
    window.discard(before: searched)
    try readMore()
  }

  /// The data is used up.
  private func end() {
    finishRepair()
    let isPageOpen = unsafe parser.assembler.pointee.page != nil
    unsafe parser.assembler.pointee.abandonPage(.truncated, at: Int64(window.upperBound))
    if isPageOpen || hasRoot, !hasReportedDamage {
      report(.truncated, "the dump ends early", at: window.upperBound)
    }
    state = .finished
  }
}
