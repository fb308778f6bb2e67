import WikitextDocument
import WikitextSyntax

/// Images, galleries and what is written below them.
extension TextWalker {
  mutating func visitGallery(_ index: Int) {
    boundary()
    if selection.captions, let caption = attribute("caption", of: index) { writeAttribute(caption) }
    var child = index + 1
    while child < Int(records[index].next) {
      if records[child].kind != .image {
        visit(child)
      } else if flatDepth > 0 {
        run.separate()
        appendImage(child, hasCaption: true)
      } else {
        writeImage(child, hasCaption: true)
      }
      child = Int(records[child].next)
    }
    boundary()
  }

  /// Writes the caption of a gallery, which is wikitext in an attribute.
  private mutating func writeAttribute(_ wikitext: ArraySlice<UInt8>) {
    var caption = InlineRun()
    caption.append(readable(wikitext), keepsLines: false)
    if caption.isEmpty { return }
    if flatDepth > 0 {
      run.append(caption.text[...], keepsLines: false)
      run.separate()
    } else {
      sink.caption(caption)
    }
  }

  mutating func visitImage(_ index: Int) {
    let isBlock = records[index].flags.contains(.block)
    if flatDepth > 0 || !isBlock {
      if isBlock { run.separate() }
      appendImage(index, hasCaption: flatDepth > 0 && isFramed(index))
    } else if run.isEmpty {
      writeImage(index, hasCaption: isFramed(index))
    } else {
      deferredImages.append(index)
    }
  }

  /// Adds an image, and what is written below it, to the run.
  private mutating func appendImage(_ index: Int, hasCaption: Bool) {
    if sink.showsImages, !hasTemplates(records[index].target) {
      run.append(.image, alternativeText(of: index, hasCaption)[...], node: index)
    } else {
      coverage.note(.image, records[index])
    }
    guard selection.captions, hasCaption else { return }
    run.separate()
    visitChildren(of: index)
    run.separate()
  }

  /// Writes an image, and what is written below it, as blocks.
  private mutating func writeImage(_ index: Int, hasCaption: Bool) {
    if sink.showsImages, !hasTemplates(records[index].target) {
      var image = InlineRun()
      image.append(.image, alternativeText(of: index, hasCaption)[...], node: index)
      sink.paragraph(image)
    } else {
      coverage.note(.image, records[index])
    }
    guard selection.captions, hasCaption else { return }
    let caption = flatRun(of: index)
    if !caption.isEmpty { sink.caption(caption) }
  }

  /// Shows the images that waited for the end of their paragraph.
  mutating func writeDeferredImages() {
    if deferredImages.isEmpty { return }
    let images = deferredImages
    deferredImages.removeAll()
    for image in images { writeImage(image, hasCaption: isFramed(image)) }
  }

  /// Whether an image has a frame with its caption in it; other images are shown without their captions.
  private func isFramed(_ index: Int) -> Bool {
    guard records[index].flags.contains(.hasAttributes) else { return false }
    return document.attributeRecords(of: index).contains {
      switch document.string($0.name) {
      case "thumbnail", "manualthumb", "framed": true
      default: false
      }
    }
  }

  /// What stands for the image where it cannot be seen: MediaWiki's rule is the option, or else a caption that is not
  /// shown.
  private func alternativeText(of index: Int, _ hasCaption: Bool) -> [UInt8] {
    if let text = attribute("alt", of: index) { return Array(readable(text)) }
    if hasCaption { return [] }
    var text: [UInt8] = []
    document.appendPlainText(of: index, options: [], to: &text)
    return text
  }

  /// The text of a piece of wikitext that is no node of the document.
  func readable(_ wikitext: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard wikitext.contains(where: { $0 == 0x5B || $0 == 0x7B || $0 == 0x27 || $0 == 0x3C }) else {
      return wikitext
    }
    let part = Document(SyntaxTree(parsing: Array(wikitext), configuration: document.configuration))
    var text: [UInt8] = []
    part.appendPlainText(of: 0, options: [], to: &text)
    return text[...]
  }
}
