/// Builds pages out of the start tags, end tags and characters of a dump.
///
/// It lives behind a pointer that libxml2 hands to its callbacks, so it is a struct without any locks of its own:
/// exclusivity checks and reference counts on each callback would show.
struct PageAssembler {
  /// Where in the document the assembler is. Elements that hold nothing but text are `field`s, not places.
  enum Place {
    case document, mediawiki, siteinfo, namespaces, page, revision, contributor, content
  }

  /// The text element being read.
  enum Field {
    case none
    case siteName, dbName, base, generator, caseRule, namespace
    case title, pageNamespace, pageID
    case revisionID, parentID, timestamp, username, userID, ip, comment, origin, model, format, text, sha1, role
  }

  /// A page whose end has not come.
  struct PageInProgress {
    var title: String?
    var namespace: Int32?
    var id: Int64?
    var redirectTitle: String?
    var byteOffset: Int64
    var revisionCount = 0
    /// The newest revision so far; or, when all are wanted, the last one, held back until it is known whether it is
    /// the page's last.
    var held: DumpRevision?
    /// Events made of this page so far.
    var returnedCount = 0
  }

  /// What stops the assembler, besides what stops the parser.
  enum Failure {
    case tooDeep
    case tooLarge
  }

  /// Elements may nest this deep. Dumps nest 5 deep; libxml2's own limit is off, and its stack costs memory.
  static let maximumDepth = 256

  let keepsAllRevisions: Bool
  /// The most bytes a text may have.
  let maximumBytes: Int

  /// Pages and problems in the order found, for the reader to take.
  var events: [DumpEvent] = []
  private(set) var siteInfo: SiteInfo?
  private(set) var revisionsSeen = 0
  private(set) var page: PageInProgress?
  private(set) var failure: Failure?
  /// What libxml2 said when it gave up.
  var parserMessage: String?
  /// Where the next `<page>` is, told by the reader before the parser gets there.
  var nextPageOffset: Int64 = 0
  /// True while the parser reads the made-up start tags that put a fresh parser into the middle of a document.
  var isPriming = false
  /// Whether a revision, and whether a page, ended since `beginUnit()`.
  private(set) var hasEndedRevision = false
  private(set) var hasEndedPage = false

  private var places: [Place] = [.document]
  /// Depth inside an element that is skipped; 0 outside.
  private var skippedDepth = 0
  private var field = Field.none
  private var characters: [UInt8] = []
  /// The content of the open `<text>` when the reader decoded it past the parser.
  private var decodedText: [UInt8]?
  private var revision = DumpRevision()
  private var slot = DumpSlot(role: "main")
  private var textAttributes = TextAttributes()
  private var namespaceID: Int32?
  private var namespaceCase: SiteInfo.CaseRule?
  private var user: (name: String?, id: Int64?, ip: String?) = (nil, nil, nil)
  /// True when the revision is known to be older than the held one: its text is not worth copying.
  private var isOutdated = false
  private var ignoresNextRevision = false

  private struct TextAttributes {
    var isDeleted = false
    var hasAddress = false
  }

  init(keepsAllRevisions: Bool, maximumBytes: Int) {
    self.keepsAllRevisions = keepsAllRevisions
    self.maximumBytes = maximumBytes
  }

  /// The innermost place; `nil` inside a skipped element or a text element.
  var place: Place? { skippedDepth == 0 && field == .none ? places.last : nil }
  /// Whether a text element is being read.
  var isInField: Bool { field != .none }
  /// Whether a revision is open.
  var isInRevision: Bool { places.contains(.revision) }

  /// Whether a text is open of which nothing was read yet.
  var isAtStartOfText: Bool { field == .text && skippedDepth == 0 && characters.isEmpty }
  /// Whether a text is open that nobody wants.
  var isInUnwantedText: Bool { isAtStartOfText && isOutdated }

  // MARK: - Steps of the reader

  /// Takes the whole content of the open text, which the parser will not see.
  mutating func setText(_ text: [UInt8]) {
    decodedText = text
  }

  /// Forgets what ended before.
  mutating func beginUnit() {
    hasEndedRevision = false
    hasEndedPage = false
  }

  /// Makes ready for a fresh parser.
  /// - Parameter repeatsUnit: the parser will be given the unit begun last again; what ended in it must not count twice.
  mutating func restart(repeatsUnit: Bool) {
    places = [.document]
    skippedDepth = 0
    field = .none
    failure = nil
    parserMessage = nil
    decodedText = nil
    ignoresNextRevision = repeatsUnit && hasEndedRevision
  }

  /// Gives up the open page: what is complete of it becomes the last event, or the page is skipped.
  mutating func abandonPage(_ reason: SkippedPage.Reason, at offset: Int64) {
    guard let page else { return }
    self.page = nil
    guard keepsAllRevisions, let held = page.held else {
      events.append(
        .skipped(
          SkippedPage(
            title: page.title,
            id: page.id,
            namespace: page.namespace,
            byteOffset: page.byteOffset,
            reason: reason
          )
        )
      )
      return
    }
    emit(held, of: page, isLast: true)
    let message = "the revisions behind the \(page.revisionCount) read of “\(page.title ?? "")” are lost"
    events.append(.problem(DumpProblem(kind: .brokenRevision, message: message, offset: .decompressed(offset))))
  }

  // MARK: - Calls of the parser

  mutating func start(_ element: DumpElement?, attributes: XMLAttributes) {
    guard skippedDepth == 0, field == .none, let element, let place = places.last else {
      skippedDepth += 1
      if skippedDepth > PageAssembler.maximumDepth { failure = .tooDeep }
      return
    }
    switch (place, element) {
    case (.revision, .text): beginText(attributes)
    case (.revision, .id): begin(.revisionID)
    case (.revision, .parentid): begin(.parentID)
    case (.revision, .timestamp): begin(.timestamp)
    case (.revision, .contributor): beginContributor(attributes)
    case (.revision, .minor):
      revision.isMinor = true
      skippedDepth = 1
    case (.revision, .comment):
      revision.isCommentDeleted = attributes.contains("deleted")
      begin(.comment)
    case (.revision, .content):
      slot = DumpSlot(role: "")
      places.append(.content)
    case (.revision, .origin), (.content, .origin): begin(.origin)
    case (.revision, .model), (.content, .model): begin(.model)
    case (.revision, .format), (.content, .format): begin(.format)
    case (.revision, .sha1), (.content, .sha1): begin(.sha1)
    case (.content, .role): begin(.role)
    case (.content, .text): beginText(attributes)
    case (.contributor, .username): begin(.username)
    case (.contributor, .id): begin(.userID)
    case (.contributor, .ip): begin(.ip)
    case (.page, .revision): beginRevision()
    case (.page, .title): begin(.title)
    case (.page, .ns): begin(.pageNamespace)
    case (.page, .id): begin(.pageID)
    case (.page, .redirect):
      page?.redirectTitle = attributes["title"] ?? ""
      skippedDepth = 1
    case (.mediawiki, .page): beginPage()
    default: startHead(element, at: place, attributes: attributes)
    }
  }

  mutating func end() {
    // The parser goes on to the end of its chunk; what it finds there must not count.
    if failure != nil { return }
    if skippedDepth > 0 {
      skippedDepth -= 1
    } else if field != .none {
      endField()
    } else {
      switch places.popLast() {
      case .page: endPage()
      case .revision: endRevision()
      case .contributor: endContributor()
      case .content: revision.slots.append(slot)
      case .document: places.append(.document)
      default: break
      }
    }
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard field != .none, skippedDepth == 0 else { return }
    if isOutdated, field == .text { return }
    if characters.count + bytes.count > maximumBytes {
      failure = .tooLarge
      return
    }
    unsafe characters.append(contentsOf: bytes)
  }

  // MARK: - Siteinfo

  private mutating func startHead(_ element: DumpElement, at place: Place, attributes: XMLAttributes) {
    switch (place, element) {
    case (.document, .mediawiki):
      places.append(.mediawiki)
      if !isPriming {
        var info = SiteInfo()
        info.language = attributes["lang"]
        info.schemaVersion = attributes["version"]
        siteInfo = info
      }
    case (.mediawiki, .siteinfo): places.append(.siteinfo)
    case (.siteinfo, .sitename): begin(.siteName)
    case (.siteinfo, .dbname): begin(.dbName)
    case (.siteinfo, .base): begin(.base)
    case (.siteinfo, .generator): begin(.generator)
    case (.siteinfo, .case): begin(.caseRule)
    case (.siteinfo, .namespaces): places.append(.namespaces)
    case (.namespaces, .namespace):
      namespaceID = attributes["key"].flatMap { Int32($0) }
      namespaceCase = attributes["case"].map { SiteInfo.CaseRule($0) }
      begin(.namespace)
    default: skippedDepth = 1
    }
  }

  // MARK: - Pages

  private mutating func beginPage() {
    places.append(.page)
    if !isPriming { page = PageInProgress(byteOffset: nextPageOffset) }
  }

  private mutating func endPage() {
    hasEndedPage = true
    guard let page else { return }
    self.page = nil
    if page.title == nil {
      let problem = DumpProblem(
        kind: .missingTitle,
        message: "a page has no title",
        offset: .decompressed(page.byteOffset)
      )
      events.append(.problem(problem))
    }
    if let held = page.held {
      emit(held, of: page, isLast: true)
    } else {
      self.page = page
      abandonPage(.noRevision, at: page.byteOffset)
    }
  }

  private mutating func emit(_ revision: DumpRevision, of page: PageInProgress, isLast: Bool) {
    events.append(
      .page(
        DumpPage(
          title: page.title ?? "",
          namespace: page.namespace,
          id: page.id,
          redirectTitle: page.redirectTitle,
          revision: revision,
          revisionCount: keepsAllRevisions ? page.returnedCount + 1 : page.revisionCount,
          isLastRevision: isLast,
          byteOffset: page.byteOffset
        )
      )
    )
  }

  // MARK: - Revisions

  private mutating func beginRevision() {
    if ignoresNextRevision {
      ignoresNextRevision = false
      skippedDepth = 1
      return
    }
    places.append(.revision)
    revision = DumpRevision()
    isOutdated = false
  }

  private mutating func endRevision() {
    hasEndedRevision = true
    revisionsSeen += 1
    guard page != nil else { return }
    page!.revisionCount += 1
    if keepsAllRevisions {
      if let held = page!.held {
        page!.held = nil
        emit(held, of: page!, isLast: false)
        page!.returnedCount += 1
      }
      page!.held = revision
    } else if !isOlderThanHeld() {
      page!.held = revision
    }
  }

  /// Whether the revision is older than the newest so far, by time and then by id. Times of ISO 8601 sort as text.
  private func isOlderThanHeld() -> Bool {
    guard let held = page?.held else { return false }
    if revision.timestamp != held.timestamp { return revision.timestamp < held.timestamp }
    return revision.id ?? 0 < held.id ?? 0
  }

  private mutating func beginContributor(_ attributes: XMLAttributes) {
    places.append(.contributor)
    user = (nil, nil, nil)
    if attributes.contains("deleted") { revision.contributor = .deleted }
  }

  private mutating func endContributor() {
    if let name = user.name {
      revision.contributor = .user(name: name, id: user.id)
    } else if let ip = user.ip {
      revision.contributor = .ip(ip)
    }
  }

  private mutating func beginText(_ attributes: XMLAttributes) {
    let isMain = places.last == .revision
    let declared = attributes["bytes"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    let sha1 = attributes["sha1"].flatMap { $0.isEmpty ? nil : $0 }
    textAttributes.isDeleted = attributes.contains("deleted")
    textAttributes.hasAddress = attributes.contains("id") || attributes.contains("location")
    if isMain {
      revision.main.declaredBytes = declared
      revision.main.sha1 = sha1
    } else {
      slot.declaredBytes = declared
      slot.sha1 = sha1
    }
    // Only when both are known: in dumps of today they come before the text.
    isOutdated = !keepsAllRevisions && !revision.timestamp.isEmpty && revision.id != nil && isOlderThanHeld()
    begin(.text)
  }

  private mutating func endText() {
    let declared = places.last == .revision ? revision.main.declaredBytes : slot.declaredBytes
    let text = decodedText ?? Array(characters[...])
    decodedText = nil
    let state: DumpTextState =
      if textAttributes.isDeleted {
        .deleted
      } else if !text.isEmpty {
        .present
      } else if let declared {
        declared > 0 ? .missing : .empty
      } else {
        textAttributes.hasAddress ? .missing : .empty
      }
    if places.last == .revision {
      revision.main.text = text
      revision.main.textState = state
    } else {
      slot.text = text
      slot.textState = state
    }
  }

  // MARK: - Text elements

  private mutating func begin(_ field: Field) {
    self.field = field
    characters.removeAll(keepingCapacity: true)
  }

  private mutating func endField() {
    let field = field
    self.field = .none
    // Texts stay bytes; all else is short.
    let string = field == .text ? "" : String(decoding: characters, as: UTF8.self)
    let number = Int64(string)
    switch field {
    case .none: break
    case .text: endText()
    case .siteName: siteInfo?.siteName = string
    case .dbName: siteInfo?.dbName = string
    case .base: siteInfo?.base = string
    case .generator: siteInfo?.generator = string
    case .caseRule: siteInfo?.caseRule = SiteInfo.CaseRule(string)
    case .namespace:
      guard let namespaceID else { return }
      siteInfo?.namespaces.append(SiteInfo.Namespace(id: namespaceID, caseRule: namespaceCase, name: string))
    case .title: page?.title = string
    case .pageNamespace: page?.namespace = number.flatMap { Int32(exactly: $0) }
    case .pageID: page?.id = number
    case .revisionID: revision.id = number
    case .parentID: revision.parentID = number.flatMap { $0 == -1 ? nil : $0 }
    case .timestamp: revision.timestamp = string
    case .username: user.name = string
    case .userID: user.id = number.flatMap { $0 == -1 ? nil : $0 }
    case .ip: user.ip = string
    case .comment: revision.comment = revision.isCommentDeleted ? nil : string
    case .origin: set(\.origin, to: number.flatMap { $0 == -1 ? nil : $0 })
    case .model: set(\.model, to: string.isEmpty || string == "error-no-model" ? nil : string)
    case .format: set(\.format, to: string.isEmpty || string == "error-no-format" ? nil : string)
    case .role: slot.role = string
    case .sha1: if !string.isEmpty { setDigest(string) }
    }
  }

  private mutating func set<Value>(_ property: WritableKeyPath<DumpSlot, Value>, to value: Value) {
    if places.last == .revision { revision.main[keyPath: property] = value } else { slot[keyPath: property] = value }
  }

  private mutating func setDigest(_ digest: String) {
    if places.last == .revision { revision.sha1 = digest } else { slot.sha1 = digest }
  }
}
