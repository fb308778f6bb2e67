import WikitextDocument
import WikitextSyntax

/// What extensions make of their tags.
extension HTMLWriter {
  /// Writes a block whose name is an extension's tag.
  mutating func writeExtensionBlock(_ index: Int) {
    switch String(decoding: pool[records[index].name.offsets], as: UTF8.self) {
    case "indicator":
      // It stands beside the title of the page.
      break
    case "poem":
      openTag("div", index, classes: "poem")
      output.append("\n")
      writeChildren(of: index)
      output.append("</div>\n")
    default:
      writeChildren(of: index)
    }
  }

  /// Writes a formula, the source of a program, or the content of an extension's tag that is not read any further.
  mutating func writeExtension(_ index: Int) {
    switch records[index].kind {
    case .math: writeFormula(index)
    case .code: writeCode(index)
    default:
      switch String(decoding: pool[records[index].name.offsets], as: UTF8.self) {
      case "imagemap":
        writeImageMap(index)
      case "html" where options.allowsRawHTML:
        let pool = pool
        output.append(pool.span, records[index].target.offsets.lowerBound, records[index].target.offsets.upperBound)
      case "section", "templatestyles", "templatedata":
        // They show nothing where they stand.
        break
      default:
        writeUnexpanded(index)
      }
    }
  }

  // MARK: Formulas

  /// A formula as its TeX, which is how the extension Math writes it for a script in the browser.
  private mutating func writeFormula(_ index: Int) {
    let isBlock = records[index].flags.contains(.block)
    output.append(
      isBlock
        ? "<div class=\"mwe-math-element mwe-math-fallback-source-display tex\" dir=\"ltr\">$ "
        : "<span class=\"mwe-math-element mwe-math-fallback-source-inline tex\" dir=\"ltr\">$ "
    )
    let pool = pool
    appendText(pool.span, records[index].target.offsets)
    output.append(isBlock ? " $</div>\n" : " $</span>")
  }

  // MARK: Programs

  /// The source of a program (`SyntaxHighlight::highlightInner` and its wrapper), not coloured.
  private mutating func writeCode(_ index: Int) {
    let node = Node(document: document, index: index)
    let isInline = node.attribute("inline") != nil || node.attribute("enclose") == "none"
    var classes = "mw-highlight"
    if let language = node.attribute("lang")?.lowercased(), !language.isEmpty {
      classes += " mw-highlight-lang-\(language.replacing(" ", with: ""))"
    }
    classes += " mw-content-ltr"
    openTag(isInline ? "code" : "div", index, classes: classes, replacing: ("dir", "ltr"))
    let code = HTMLWriter.trimmedCode(pool[records[index].target.offsets], isInline: isInline)
    if isInline {
      appendText(Array(code))
      output.append("</code>")
    } else {
      if !code.isEmpty {
        output.append("<pre>")
        if code.first == 0x0A { output.append("\n") }
        appendText(Array(code))
        output.append("\n</pre>")
      }
      output.append("</div>\n")
    }
  }

  /// A program without the line breaks before it and the whitespace behind it; in a line without both.
  private static func trimmedCode(_ code: ArraySlice<UInt8>, isInline: Bool) -> ArraySlice<UInt8> {
    var code = code
    while let byte = code.last, Bytes.isSpace(byte) { code.removeLast() }
    while let byte = code.first, isInline ? Bytes.isSpace(byte) : byte == 0x0A || byte == 0x0D { code.removeFirst() }
    return code
  }

  // MARK: Tags

  /// Writes a start tag with the attributes that the page gives it, classes and a style that come before the page's, and
  /// an attribute that has its value whatever the page says.
  mutating func openTag(
    _ name: StaticString,
    _ index: Int,
    classes: String,
    style: String = "",
    replacing: (name: StaticString, value: String)? = nil
  ) {
    var classes = Array(classes.utf8)
    var style = Array(style.utf8)
    var others: [(name: [UInt8], value: [UInt8])] = []
    let fixed = replacing.map { Array("\($0.name)".utf8) }
    let sanitizer = AttributeSanitizer(options.fragmentModes)
    for (attribute, value) in sanitizer.attributes(of: index, in: document, tag: Array("\(name)".utf8)) {
      if attribute.elementsEqual("class".utf8) {
        classes += [0x20] + value
      } else if attribute.elementsEqual("style".utf8) {
        style += (style.isEmpty ? [] : [0x20]) + value
      } else if attribute != fixed, !(fixed != nil && attribute.elementsEqual("lang".utf8)) {
        others.append((attribute, value))
      }
    }
    output.append("<")
    output.append(name)
    appendAttribute("class", classes)
    if let replacing { appendAttribute(replacing.name, Array(replacing.value.utf8)) }
    if !style.isEmpty { appendAttribute("style", style) }
    for (attribute, value) in others {
      output.append(" ")
      append(attribute)
      output.append("=\"")
      appendAttributeValue(value)
      output.append("\"")
    }
    output.append(">")
  }
}
