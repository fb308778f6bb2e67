import WikitextDocument
import WikitextSyntax

/// Images with areas that lead somewhere (`ImageMap::render`).
extension HTMLWriter {
  mutating func writeImageMap(_ index: Int) {
    let node = Node(document: document, index: index)
    guard let map = ImageMap(node), let image = map.image, map.failure == nil else {
      output.append("<p class=\"error\">Error: ")
      appendText(Array((ImageMap(node)?.failure).explanation.utf8))
      output.append("</p>\n")
      return
    }
    let imageOptions = ImageOptions(image)
    var element = mediaElement(image.id, imageOptions)
    if !imageOptions.format.hasFrame {
      let caption = alternativeText(below: image.id)
      if !caption.isEmpty {
        element.alternative = element.alternative ?? caption
        element.tooltip = caption
      }
    }
    let target = map.areas.first { $0.shape == "default" }?.link
    element.options.link =
      target.map { $0.kind == .link ? .page($0.target) : .address($0.target) } ?? .nowhere
    var classes = ["noresize"]
    if map.description != "none", !imageOptions.format.hasFrame {
      classes.append("mw-ext-imagemap-desc-\(map.description)")
    }
    openMediaWrapper(element, isBlock: true, extraClasses: classes)
    let areas = map.areas.filter { $0.shape != "default" }
    if !areas.isEmpty {
      imageMaps += 1
      element.mapName = "ImageMap_\(imageMaps)"
    }
    writeMediaElement(element)
    if let name = element.mapName {
      output.append("<map")
      appendAttribute("name", Array(name.utf8))
      output.append(">")
      for area in areas { writeArea(area) }
      output.append("</map>")
    }
    output.append("<figcaption>")
    writeChildren(of: image.id)
    output.append("</figcaption></figure>\n")
  }

  private mutating func writeArea(_ area: ImageMap.Area) {
    let target = Array(pool[records[area.link.id].target.offsets])
    var text = alternativeText(below: area.link.id)
    output.append("<area")
    if area.link.kind == .link {
      let title = PageTitle(target, in: document.configuration)
      appendAttribute("href", address(of: title))
      if text == target { text = title.text }
    } else {
      appendAttribute("href", target)
      if area.link.flags.contains(.numbered) { text = target }
      if options.marksExternalLinksNoFollow { output.append(" rel=\"nofollow\"") }
    }
    appendAttribute("shape", Array(area.shape.utf8))
    let coordinates = area.coordinates.map { "\(Int(max(-1e9, min(1e9, $0.rounded()))))" }.joined(separator: ",")
    appendAttribute("coords", Array(coordinates.utf8))
    appendAttribute("alt", text)
    appendAttribute("title", text)
    output.append(" />")
  }
}

extension Optional<ImageMap.Failure> {
  /// What is wrong, for the author of the page.
  fileprivate var explanation: String {
    switch self {
    case .noImage, nil: "the first line of an image map must name a file."
    case .invalidDescription: "the description is at none of top-right, bottom-right, bottom-left, top-left, none."
    case .noLink: "a line of an image map must end in a link."
    case .invalidLink: "a link of an image map leads nowhere."
    case .unknownShape: "an area is none of default, rect, circle, poly."
    case .missingCoordinate: "an area has too few coordinates."
    case .invalidCoordinate: "a coordinate is no number."
    case .unevenPolygon: "a polygon needs two numbers for each of its points."
    }
  }
}
