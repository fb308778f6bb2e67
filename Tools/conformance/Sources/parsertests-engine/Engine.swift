import Foundation
import Wikitext

/// Answers parser tests: a request in JSON on each line of the input, the page's HTML on the line of the output.
///
///     parsertests-engine SITECONFIG.json
@main
struct Engine {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: parsertests-engine SITECONFIG.json\n".utf8))
      exit(64)
    }
    let site = try JSONDecoder().decode(
      SiteDescription.self,
      from: Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
    )
    var wikis = Wikis(site)
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    while let line = readLine() {
      let request = try decoder.decode(Request.self, from: Data(line.utf8))
      let html = wikis.html(of: request)
      let answer = Answer(id: request.id, html: String(decoding: html, as: UTF8.self))
      FileHandle.standardOutput.write(try encoder.encode(answer) + Data("\n".utf8))
    }
  }
}

/// A test.
struct Request: Decodable {
  var id: String
  var title: String
  var wikitext: String
  /// The texts of other pages by their titles.
  var pages: [String: String]?
  var options: [String: Setting]
  var config: [String: Setting]
}

/// What the engine makes of it.
struct Answer: Encodable {
  var id: String
  var html: String
}

/// The value of an option of a test: text, a truth, a list; others mean nothing to the engine.
enum Setting: Decodable, Hashable {
  case text(String)
  case truth(Bool)
  case list([String])
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let list = try? container.decode([String].self) {
      self = .list(list)
    } else {
      self = .other
    }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [String]? { if case .list(let list) = self { list } else { nil } }
  /// Options are switched off by `false` and by `0`.
  var isOn: Bool { self != .truth(false) && self != .text("0") && self != .text("false") }
}
