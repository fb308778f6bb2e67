import WikitextDocument
import WikitextSyntax

/// Where a redirect leads.
extension HTMLWriter {
  /// Writes where the page redirects to (`Article::getRedirectHeaderHtml`).
  mutating func writeRedirect() {
    guard let target = document.extras.redirect else { return }
    let title = PageTitle(Array(pool[target.offsets]), in: document.configuration)
    output.append("<div class=\"redirectMsg\"><p>Redirect to:</p><ul class=\"redirectText\"><li><a href=\"")
    appendAttributeValue(address(of: title))
    output.append(UInt8(ascii: "\""))
    appendAttribute("title", title.text)
    output.append(UInt8(ascii: ">"))
    appendText(title.text)
    output.append("</a></li></ul></div>\n")
  }
}
