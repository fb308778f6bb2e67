import WikitextDocument
import WikitextSyntax

/// Galleries (`Parser::renderImageGallery`, `TraditionalImageGallery` and its kin).
extension HTMLWriter {
  mutating func writeGallery(_ index: Int) {
    let gallery = GalleryOptions(Node(document: document, index: index))
    writeGalleryTag(index, gallery)
    if !gallery.caption.isEmpty {
      output.append("\t<li class=\"gallerycaption\">")
      let isInOuterItem = isInOwnItem
      isInOwnItem = true
      writeFragment(Array(gallery.caption.utf8))
      isInOwnItem = isInOuterItem
      output.append("</li>\n")
    }
    var item = index + 1
    while item < Int(records[index].next) {
      if records[item].kind == .image { writeGalleryItem(item, gallery) }
      item = Int(records[item].next)
    }
    output.append("</ul>\n")
  }

  private mutating func writeGalleryTag(_ index: Int, _ gallery: GalleryOptions) {
    var style = ""
    // Room for the images, their padding, and the gaps between them.
    if let perRow = gallery.imagesPerRow { style = "max-width: \((gallery.width + 43) * perRow)px;" }
    openTag("ul", index, classes: "gallery mw-gallery-\(gallery.mode.rawValue)", style: style)
    output.append("\n")
  }

  private mutating func writeGalleryItem(_ index: Int, _ gallery: GalleryOptions) {
    let hasBox = gallery.mode == .traditional || gallery.mode == .nolines || gallery.mode == .slideshow
    output.append("\t<li class=\"gallerybox\"")
    if hasBox { appendAttribute("style", Array("width: \(gallery.width + gallery.padding + 5)px".utf8)) }
    output.append(">\n\t\t<div class=\"thumb\"")
    let height = gallery.mode == .traditional ? gallery.height + gallery.padding : gallery.height
    appendAttribute("style", Array("width: \(gallery.width + gallery.padding)px; height: \(height)px;".utf8))
    output.append(">")
    if let title = titleOfNoFile(index) {
      appendText(title)
    } else {
      writeGalleryImage(index, gallery)
    }
    output.append("</div>\n\t\t<div class=\"gallerytext\">")
    if gallery.showsFileName {
      let name = galleryFileName(index)
      beginLink(to: address(of: filePage(name)))
      output.append(" class=\"galleryfilename galleryfilename-truncate\">")
      appendText(name)
      endLink()
      output.append("\n")
    }
    let isInOuterItem = isInOwnItem
    isInOwnItem = true
    writeChildren(of: index)
    isInOwnItem = isInOuterItem
    output.append("</div>\n\t</li>\n")
  }

  private mutating func writeGalleryImage(_ index: Int, _ gallery: GalleryOptions) {
    // Formats and alignments mean nothing here.
    let imageOptions = ImageOptions(Node(document: document, index: index)).inGallery
    var element = mediaElement(index, imageOptions)
    let caption = alternativeText(below: index)
    if element.alternative == nil, !caption.isEmpty { element.alternative = caption }
    (element.width, element.height) = (gallery.width, gallery.height)
    openMediaWrapper(element, isBlock: false, extraClasses: [])
    writeMediaElement(element)
    output.append("</span>")
  }

  private func galleryFileName(_ index: Int) -> [UInt8] {
    filePage(Array(pool[records[index].target.offsets])).name
  }

  /// The title on a line that names no file, but a page: it is shown as text.
  private func titleOfNoFile(_ index: Int) -> [UInt8]? {
    let line = document.source[Int(records[index].sourceStart)..<Int(records[index].sourceEnd)]
    let written = Array(Bytes.trimmed(line.prefix { $0 != UInt8(ascii: "|") }))
    let title = PageTitle(written, in: document.configuration, namespace: Namespace.file)
    return title.namespace == Namespace.file ? nil : title.name
  }
}
