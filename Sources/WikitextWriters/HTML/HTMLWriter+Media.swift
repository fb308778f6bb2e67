import WikitextDocument
import WikitextSyntax

/// Images and other media, as `Linker::makeImageLink` and Parsoid write them.
extension HTMLWriter {
  /// What is written about a file, put together from the options of an image and from where it stands.
  struct MediaElement {
    /// The name of the file.
    var name: [UInt8]
    /// The name of the file that is shown: another one with `thumb=`.
    var shownName: [UInt8]
    var options: ImageOptions
    var alternative: [UInt8]?
    var tooltip: [UInt8]?
    var width: Int?
    var height: Int?
    /// The name of the map that says where its areas lead.
    var mapName: String?
  }

  mutating func writeImage(_ index: Int) {
    let imageOptions = ImageOptions(Node(document: document, index: index))
    var element = mediaElement(index, imageOptions)
    if !imageOptions.format.hasFrame {
      let caption = alternativeText(below: index)
      if !caption.isEmpty {
        element.alternative = element.alternative ?? caption
        element.tooltip = caption
      }
    }
    openMediaWrapper(element, isBlock: imageOptions.isBlock, extraClasses: [])
    writeMediaElement(element)
    guard imageOptions.isBlock else { return output.append("</span>") }
    output.append("<figcaption>")
    writeChildren(of: index)
    output.append("</figcaption></figure>\n")
  }

  /// What the options of an image say about its element, without what its caption adds.
  func mediaElement(_ index: Int, _ imageOptions: ImageOptions) -> MediaElement {
    let title = filePage(Array(pool[records[index].target.offsets]))
    var element = MediaElement(name: title.name, shownName: title.name, options: imageOptions)
    element.alternative = imageOptions.alternative.map { Array($0.utf8) }
    (element.width, element.height) = (imageOptions.width, imageOptions.height)
    switch imageOptions.format {
    case .manualThumbnail(let file):
      let other = PageTitle(Array(file.utf8), in: document.configuration, namespace: Namespace.file).name
      if !other.isEmpty { element.shownName = other }
      (element.width, element.height) = (nil, nil)
    case .framed:
      (element.width, element.height) = (nil, nil)
    case .thumbnail, .frameless:
      if element.width == nil, element.height == nil {
        let size = Double(options.thumbnailWidth) * (imageOptions.upright ?? 1)
        // Sizes are rounded to tens, so that fewer of them are made.
        element.width = imageOptions.upright == nil ? Int(size) : Int((min(max(size, 0), 10_000) / 10).rounded()) * 10
      }
    case .plain: break
    }
    return element
  }

  // MARK: The wrapper

  /// Opens the element around a file, with the classes and the type that Parsoid gives it.
  mutating func openMediaWrapper(_ element: MediaElement, isBlock: Bool, extraClasses: [String]) {
    let imageOptions = element.options
    output.append(isBlock ? "<figure" : "<span")
    var classes: [String] = []
    if imageOptions.width == nil, imageOptions.height == nil { classes.append("mw-default-size") }
    if isBlock {
      if let alignment = imageOptions.alignment { classes.append("mw-halign-" + alignment.className) }
    } else if let alignment = imageOptions.verticalAlignment {
      classes.append("mw-valign-" + alignment.className)
    }
    if imageOptions.hasBorder, !imageOptions.format.hasFrame { classes.append("mw-image-border") }
    classes += extraClasses
    if !imageOptions.classes.isEmpty { classes.append(imageOptions.classes) }
    if !classes.isEmpty { appendAttribute("class", Array(classes.joined(separator: " ").utf8)) }
    output.append(" typeof=\"")
    if file(element.shownName) == nil { output.append("mw:Error ") }
    switch imageOptions.format {
    case .plain: output.append("mw:File\">")
    case .thumbnail, .manualThumbnail: output.append("mw:File/Thumb\">")
    case .framed: output.append("mw:File/Frame\">")
    case .frameless: output.append("mw:File/Frameless\">")
    }
  }

  /// What is known of a file; nil for one that does not exist.
  func file(_ name: [UInt8]) -> MediaFile? {
    guard let files = options.files else { return MediaFile(named: name) }
    return files[String(decoding: name, as: UTF8.self)]
  }

  // MARK: The element

  /// Writes a file and the link around it.
  mutating func writeMediaElement(_ element: MediaElement) {
    guard let file = file(element.shownName) else { return writeMissingFile(element) }
    if file.kind != .image { return writePlayer(element, file) }
    let linkEnd = openMediaLink(element)
    output.append("<img")
    if let alternative = element.alternative { appendAttribute("alt", alternative) }
    writeSource(element, file)
    output.append(" decoding=\"async\"")
    writeSize(element, file)
    if let name = element.mapName { appendAttribute("usemap", Array("#\(name)".utf8)) }
    output.append(" class=\"mw-file-element\"")
    // Where no link names the file, Parsoid and ImageMap say here which it is.
    if isInLink || element.options.link != .file {
      appendAttribute("resource", address(of: filePage(element.shownName)))
    }
    output.append(" />")
    output.append(linkEnd)
  }

  private mutating func writeSource(_ element: MediaElement, _ file: MediaFile) {
    var address: [UInt8] = []
    let title = Array("Special:FilePath/".utf8) + element.shownName
    if !element.shownName.isEmpty { address = URLEncoding.filled(options.articlePath, with: title) }
    let width = file.size(width: element.width, height: element.height).width
    if file.kind == .image, let width, width < file.width || file.width == 0 {
      address += Array("?width=\(width)".utf8)
    }
    appendAttribute("src", address)
  }

  private mutating func writeSize(_ element: MediaElement, _ file: MediaFile) {
    let size = file.size(width: element.width, height: element.height)
    if let width = size.width { appendAttribute("width", Array("\(width)".utf8)) }
    if let height = size.height { appendAttribute("height", Array("\(height)".utf8)) }
  }

  /// Opens the link around an image, and says what closes it.
  private mutating func openMediaLink(_ element: MediaElement) -> StaticString {
    switch isInLink ? .nowhere : element.options.link {
    case .nowhere:
      output.append("<span")
      if let tooltip = element.tooltip { appendAttribute("title", tooltip) }
      output.append(">")
      return "</span>"
    case .file:
      output.append("<a")
      appendAttribute("href", address(of: filePage(element.name)))
      output.append(" class=\"mw-file-description\"")
      if let tooltip = element.tooltip { appendAttribute("title", tooltip) }
    case .page(let title):
      output.append("<a")
      appendAttribute("href", address(of: PageTitle(Array(title.utf8), in: document.configuration)))
      appendAttribute("title", element.tooltip ?? Array(title.utf8))
    case .address(let address):
      output.append("<a")
      appendAttribute("href", Array(address.utf8))
      if let tooltip = element.tooltip { appendAttribute("title", tooltip) }
      if options.marksExternalLinksNoFollow { output.append(" rel=\"nofollow\"") }
    }
    output.append(">")
    return "</a>"
  }

  func filePage(_ name: [UInt8]) -> PageTitle {
    // Behind its own namespace, so that no part of the name is taken for one.
    let prefix = document.configuration.namespace(Namespace.file)?.localName ?? "File"
    return PageTitle(Array(prefix.utf8) + [UInt8(ascii: ":")] + name, in: document.configuration)
  }

  /// A film or a sound; what it is linked to does not count.
  private mutating func writePlayer(_ element: MediaElement, _ file: MediaFile) {
    output.append("<span>")
    output.append(
      file.kind == .video ? "<video controls=\"\" preload=\"none\"" : "<audio controls=\"\" preload=\"none\""
    )
    writeSource(element, file)
    writeSize(element, file)
    output.append(" class=\"mw-file-element\">")
    output.append(file.kind == .video ? "</video></span>" : "</audio></span>")
  }

  /// A file that does not exist: a link to where it can be uploaded.
  private mutating func writeMissingFile(_ element: MediaElement) {
    let title = filePage(element.shownName)
    var address = Array(options.scriptPath.utf8) + Array("?title=Special:Upload&wpDestFile=".utf8)
    URLEncoding.append(title: title.name, to: &address)
    beginLink(to: address)
    output.append(" class=\"new\"")
    appendAttribute("title", title.text)
    output.append("><span class=\"mw-file-element mw-broken-media\">")
    appendText(element.alternative ?? title.text)
    output.append("</span>")
    endLink()
  }

  // MARK: Links

  /// Writes a link to the bytes of a file, `[[Media:Isar.jpg]]`.
  mutating func writeMediaLink(_ index: Int) {
    let title = PageTitle(Array(pool[records[index].target.offsets]), in: document.configuration)
    let path = Array("Media:".utf8) + title.name
    if file(title.name) != nil {
      beginLink(to: URLEncoding.filled(options.articlePath, with: path))
      output.append(" class=\"internal\"")
    } else {
      var address = Array(options.scriptPath.utf8) + Array("?title=Special:Upload&wpDestFile=".utf8)
      URLEncoding.append(title: title.name, to: &address)
      beginLink(to: address)
      output.append(" class=\"new\"")
    }
    appendAttribute("title", title.name)
    output.append(UInt8(ascii: ">"))
    writeLinkText(index)
    endLink()
  }
}

extension ImageOption {
  /// The end of the class that stands for an alignment: `text-top`.
  fileprivate var className: String {
    String(rawValue.dropFirst("img_".count).map { $0 == "_" ? "-" : $0 })
  }
}
