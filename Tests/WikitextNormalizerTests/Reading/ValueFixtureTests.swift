import Foundation
import Testing
import WikitextDocument
import WikitextSyntax

@testable import WikitextNormalizer

/// The cases in `Fixtures/values`.
struct ValueFixtureTests {
  /// A field with its values as a careful reader finds them.
  struct Case: Sendable, CustomTestStringConvertible {
    var place: String
    var wiki: String
    var template: String
    var field: String
    var raw: String
    var expected: [String]

    var testDescription: String { "\(place) \(wiki) \(field)" }
  }

  static let cases: [Case] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/values")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.flatMap { file in
      cases(in: (try? String(contentsOf: file, encoding: .utf8)) ?? "", named: file.lastPathComponent)
    }
  }()

  private static func cases(in text: String, named file: String) -> [Case] {
    var cases: [Case] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#") && !line.hasPrefix("##") && cases.last?.raw.isEmpty != true || line.isEmpty { continue }
      let head = line.components(separatedBy: " | ")
      if head.count == 3, head[0].hasSuffix("wiki"), !head[0].contains(" ") {
        let place = "\(file):\(number + 1)"
        cases.append(Case(place: place, wiki: head[0], template: head[1], field: head[2], raw: "", expected: []))
      } else if line.hasPrefix("=> "), !cases.isEmpty {
        cases[cases.count - 1].expected.append(String(line.dropFirst(3)))
      } else if !cases.isEmpty {
        cases[cases.count - 1].raw += (cases[cases.count - 1].raw.isEmpty ? "" : "\n") + line
      }
    }
    return cases
  }

  @Test func `there are cases`() {
    #expect(ValueFixtureTests.cases.count > 60)
  }

  @Test(arguments: cases) func `a field has the values of its fixture`(fixture: Case) throws {
    let configuration = try #require(SiteConfiguration(wiki: fixture.wiki))
    var normalizer = Normalizer(configuration: configuration)
    let page = "{{\(fixture.template)|\(fixture.field)=\(fixture.raw)}}"
    let document = Document(wikitext: page, configuration: configuration)
    let template = try #require(document.root.descendants.first { $0.kind == .template })
    let argument = try #require(template.children.first { $0.name == fixture.field })
    let values = normalizer.values(of: argument, name: fixture.field, template: fixture.template)
    #expect(values.map(rendering) == fixture.expected, "\(fixture.place)")
    let again = normalizer.values(of: argument, name: fixture.field, template: fixture.template)
    #expect(values == again)
    for value in values { #expect(argument.range.contains(value.range), "\(fixture.place) \(value.range)") }
  }
}

/// A value in one line: its kind, what it is, its qualifiers in braces and the date it holds for behind an `@`.
func rendering(_ value: Value) -> String {
  var text = "\(value.content.kindName) "
  switch value.content {
  case .link(let target, let shown): text += "\(target)|\(shown)"
  case .place(let name, let country): text += name + (country.map { "/" + $0 } ?? "")
  case .identifier(let scheme, let code): text += (scheme.map { $0 + ":" } ?? "") + code
  default: text += value.content.description
  }
  if !value.qualifiers.isEmpty { text += " {" + value.qualifiers.joined(separator: "; ") + "}" }
  if let asOf = value.asOf { text += " @\(asOf)" }
  return text
}
