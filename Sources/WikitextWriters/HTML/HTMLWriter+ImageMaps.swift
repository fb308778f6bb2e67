import WikitextDocument
import WikitextSyntax

/// Images with areas that lead somewhere.
extension HTMLWriter {
  mutating func writeImageMap(_ index: Int) {
    writeUnexpanded(index)
  }
}
