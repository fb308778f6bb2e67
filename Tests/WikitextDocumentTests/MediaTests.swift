import Testing
import WikitextDocument
import WikitextSyntax

@Suite struct MediaTests {
  private func options(_ parts: String, _ configuration: SiteConfiguration = .standard) -> ImageOptions? {
    let document = assertDocument("[[File:A.png|\(parts)]]", configuration: configuration)
    return document.root.descendants.first { $0.kind == .image }.map { ImageOptions($0) }
  }

  @Test func `The first format and alignment count`() {
    #expect(options("frame|thumb|left|right|middle|top")?.format == .framed)
    #expect(options("left|right")?.alignment == .left)
    #expect(options("middle|top")?.verticalAlignment == .middle)
    #expect(options("thumb=B.png")?.format == .manualThumbnail("B.png"))
  }

  @Test func `Sizes are widths, heights or both`() {
    #expect(options("120px")?.width == 120)
    #expect(options("x80px")?.height == 80)
    #expect(options("x80px")?.width == nil)
    #expect(options("120x80px")?.width == 120)
    #expect(options("120x80px")?.height == 80)
    #expect(options("upright")?.upright == 0.75)
    #expect(options("upright=1.2")?.upright == 1.2)
  }

  @Test(arguments: [
    ("link=", ImageOptions.Link.nowhere),
    ("link=Main_Page#top", .page("Main Page#top")),
    ("link=A%26b", .page("A&b")),
    ("link=https://example.org/a", .address("https://example.org/a")),
    ("link=<", .file),
    ("link=A%2541", .file),
    ("link=<nowiki>A</nowiki>b", .page("Ab")),
    ("link=[[B|C]]", .page("C")),
    ("thumb", .file),
  ])
  func `Links lead to pages, addresses or nowhere`(_ option: String, _ link: ImageOptions.Link) {
    #expect(options(option)?.link == link)
  }

  @Test func `Alternative text is what a reader would see`() {
    #expect(options("alt=a<!-- b --> ''c'' [[D|e]] &amp;")?.alternative == "a c e &")
    #expect(options("alt=<nowiki>''x''</nowiki>")?.alternative == "''x''")
  }

  @Test func `A gallery has a mode, sizes and a caption`() {
    let document = assertDocument(
      "<gallery mode=Packed widths=70px heights=40 perrow=3 caption=\" ''A'' \">\nFile:A.png\n</gallery>"
    )
    let gallery = document.root.descendants.first { $0.kind == .gallery }.map { GalleryOptions($0) }
    #expect(gallery?.mode == .packed)
    #expect(gallery?.width == 70)
    #expect(gallery?.height == 40)
    #expect(gallery?.imagesPerRow == 3)
    #expect(gallery?.caption == "''A''")
  }
}

@Suite struct ImageMapTests {
  private func read(_ lines: String) -> (Document, ImageMap)? {
    let document = assertDocument("a\n<imagemap>\n\(lines)\n</imagemap>\nb")
    return document.root.descendants.compactMap { ImageMap($0) }.first.map { (document, $0) }
  }

  @Test func `A map has an image and areas, which are nodes of the page`() throws {
    let (document, map) = try #require(
      read(
        "# a comment\nFile:A.png|thumb|An ''image''<ref>R</ref>\nrect 1 2 3 4 [[B|c]]\npoly 1 2.5 3 4 [[de:D]].\n"
          + "circle 5 6 7 [https://example.org E]\ndefault [[F]]\ndesc bottom-left"
      )
    )
    #expect(map.failure == nil)
    #expect(map.image?.target == "A.png")
    #expect(map.image?.plainText == "An image")
    #expect(map.areas.map(\.shape) == ["rect", "poly", "circle", "default"])
    #expect(map.areas.map(\.coordinates) == [[1, 2, 3, 4], [1, 2.5, 3, 4], [5, 6, 7], []])
    #expect(map.areas.map(\.link.target) == ["B", "de:D", "https://example.org", "F"])
    #expect(map.areas[0].link.sourceText == "[[B|c]]")
    #expect(map.description == "bottom-left")
    #expect(document.references.map { $0.definition?.plainText } == ["R"])
  }

  @Test(arguments: [
    ("", ImageMap.Failure.noImage),
    ("A.png", .noImage),
    ("File:A.png\ndesc here", .invalidDescription),
    ("File:A.png\nrect 1 2 3 4", .noLink),
    ("File:A.png\nrect 1 2 3 4 [[B]] c", .noLink),
    ("File:A.png\nrect 1 2 3 4 [[<]]", .invalidLink),
    ("File:A.png\nrect 1 2 3 [[B]]", .missingCoordinate),
    ("File:A.png\nrect 1 2 3 x [[B]]", .invalidCoordinate),
    ("File:A.png\npoly 1 2 3 [[B]]", .unevenPolygon),
    ("File:A.png\nstar 1 2 3 [[B]]", .unknownShape),
  ])
  func `A mistake leaves no map`(_ lines: String, _ failure: ImageMap.Failure) throws {
    let (_, map) = try #require(read(lines))
    #expect(map.failure == failure)
    #expect(map.image == nil)
  }
}
