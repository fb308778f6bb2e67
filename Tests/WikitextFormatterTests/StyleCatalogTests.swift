import Testing
@testable import WikitextFormatter
import WikitextSyntax

@Suite("Styles")
struct StyleCatalogTests {
  static let ids = StyleCatalog.all.map(\.about.id)

  private func format(_ text: String, _ styles: [any FormatStyle]) -> FormattedSource {
    var formatter = PageFormatter(styles: styles)
    return formatter.format(Array(text.utf8))
  }

  @Test("What a style says that it makes of its example is what it makes of it", arguments: ids)
  func examples(id: String) throws {
    let style = try #require(StyleCatalog.style(id))
    let formatted = format(style.about.before, [style])
    #expect(String(decoding: formatted.source, as: UTF8.self) == style.about.after)
    #expect(formatted.refusals.isEmpty)
    #expect(style.about.before != style.about.after)
  }

  @Test("All styles together leave each example as one of them wrote it, or write it further", arguments: ids)
  func settled(id: String) throws {
    let style = try #require(StyleCatalog.style(id))
    let once = format(style.about.after, StyleCatalog.all)
    #expect(!once.isUnsettled)
    #expect(format(String(decoding: once.source, as: UTF8.self), StyleCatalog.all).source == once.source)
  }

  @Test("No two styles have one id, and ids are small letters and hyphens")
  func names() {
    #expect(Set(Self.ids).count == Self.ids.count)
    for id in Self.ids { #expect(id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(id)") }
    #expect(StyleCatalog.standard.count < StyleCatalog.all.count)
  }
}
