import WikitextDocument
import WikitextSyntax

/// Galleries.
extension HTMLWriter {
  mutating func writeGallery(_ index: Int) {
    output.append("<ul class=\"gallery mw-gallery-traditional\">\n")
    var child = index + 1
    while child < Int(records[index].next) {
      output.append("<li class=\"gallerybox\"><div class=\"thumb\">")
      write(node: child)
      output.append("</div><div class=\"gallerytext\">")
      writeChildren(of: child)
      output.append("</div></li>\n")
      child = Int(records[child].next)
    }
    output.append("</ul>\n")
  }
}
