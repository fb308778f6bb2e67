import WikitextNormalizer
import WikitextSyntax

/// What a page says of itself as a whole.
extension ArticleJSONWriter {
  mutating func writeFacts(_ page: PageFacts) {
    if let description = page.shortDescription { json.field("description", description) }
    if let abstract = page.abstract { json.field("abstract", abstract.text) }
    if page.isDisambiguation {
      json.key("is_disambiguation")
      json.bool(true)
    }
    if page.isStub {
      json.key("is_stub")
      json.bool(true)
    }
    if let image = page.image {
      json.key("image")
      json.beginObject()
      writeContent(of: image)
      json.endObject()
    }
  }

  /// The images, in the order of the page.
  mutating func writeImages(_ page: PageFacts) {
    guard !page.images.isEmpty else { return }
    json.key("images")
    json.beginArray()
    for image in page.images {
      json.beginObject()
      writeContent(of: image)
      json.field("place", image.place.rawValue)
      if image.isIcon {
        json.key("is_icon")
        json.bool(true)
      }
      json.source(image.range)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func writeContent(of image: PageImage) {
    json.key("type")
    json.string("image")
    json.field("name", image.file)
    if let text = image.alternativeText { json.field("alternative_text", text) }
    if let caption = image.caption { json.field("caption", caption) }
  }

  /// Coordinates as GeoJSON points, longitude first, in the order of the page.
  mutating func writeCoordinates(_ page: PageFacts) {
    guard !page.coordinates.isEmpty else { return }
    let ofSubject = page.position
    json.key("coordinates")
    json.beginArray()
    for coordinates in page.coordinates {
      let position = coordinates.position
      guard let latitude = position.latitude, let longitude = position.longitude else { continue }
      json.beginObject()
      json.point(latitude: latitude, longitude: longitude)
      json.details(of: position, typeKey: "place_type")
      if coordinates == ofSubject {
        json.key("is_of_subject")
        json.bool(true)
      }
      json.field("place", coordinates.origin.rawValue)
      json.source(coordinates.range)
      json.endObject()
    }
    json.endArray()
  }

  /// What leads elsewhere, and what editors say is wrong.
  mutating func writeNotices(_ page: PageFacts) {
    if !page.hatnotes.isEmpty {
      json.key("hatnotes")
      json.beginArray()
      for hatnote in page.hatnotes {
        json.beginObject()
        json.field("template", hatnote.template)
        if !hatnote.text.isEmpty { json.field("text", hatnote.text) }
        if !hatnote.links.isEmpty {
          json.key("links")
          json.beginArray()
          for link in hatnote.links {
            json.beginObject()
            json.title(link)
            json.endObject()
          }
          json.endArray()
        }
        json.source(hatnote.range)
        json.endObject()
      }
      json.endArray()
    }
    if !page.maintenance.isEmpty {
      json.key("maintenance")
      json.beginArray()
      for mark in page.maintenance {
        json.beginObject()
        json.field("template", mark.template)
        if let date = mark.date { json.field("date", date) }
        if let reason = mark.reason { json.field("reason", reason) }
        if mark.isInline {
          json.key("is_inline")
          json.bool(true)
        }
        json.source(mark.range)
        json.endObject()
      }
      json.endArray()
    }
  }
}

extension JSONWriter {
  /// The title that a link leads to, and the place there.
  mutating func title(_ link: LinkTitle) {
    field("name", link.title)
    if let fragment = link.fragment { field("fragment", fragment) }
  }
}
