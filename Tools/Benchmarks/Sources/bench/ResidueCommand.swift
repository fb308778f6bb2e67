import Foundation
import Wikitext

/// `bench residue`: whether any markup is left in the plain text and the Markdown of real articles.
struct ResidueCommand {
  private let folder: String
  private let step: Int

  init(_ arguments: inout Arguments) throws {
    step = max(try arguments.integer("--every") ?? 1, 1)
    folder = arguments.next() ?? Corpus.defaultFolder()
    try arguments.finish()
  }

  /// Prints each page that has residue, and a line for each form; fails when there is any.
  func run() throws {
    let corpus = try Corpus(folder, every: step)
    let engines = corpus.engines()
    var plainText = PlainTextWriter()
    var markdown = MarkdownWriter()
    markdown.options.repeatsSpans = false
    var totals: [Total] = [Total(form: "plain text"), Total(form: "Markdown")]
    for article in corpus.articles {
      let engine = engines[article.wiki]
      let tree = engine.parser.parse(article.source)
      let document = engine.reader.read(tree)
      let text = plainText.write(document)
      totals[0].add(text, Residue.find(in: text, of: tree), plainText.coverage, article.path)
      let marked = markdown.write(document)
      totals[1].add(marked, Residue.find(in: marked, .markdown, of: tree), markdown.coverage, article.path)
    }
    for total in totals { total.print() }
    if totals.contains(where: { $0.residue > 0 }) { throw Failure("there is markup left in texts") }
  }

  private struct Total {
    let form: String
    var pages = 0
    var bytes = 0
    var residue = 0
    var leftOut: [Coverage.Reason: Int] = [:]

    init(form: String) { self.form = form }

    mutating func add(_ text: [UInt8], _ found: [Residue], _ coverage: Coverage, _ path: String) {
      pages += 1
      bytes += text.count
      for omission in coverage.omissions { leftOut[omission.reason, default: 0] += 1 }
      if found.isEmpty { return }
      residue += found.reduce(0) { $0 + $1.count }
      Swift.print("\(path) (\(form)): " + found.map { "\($0.count) × \($0.mark)" }.joined(separator: ", "))
    }

    func print() {
      let reasons = Coverage.Reason.allCases.compactMap { reason in
        leftOut[reason].map { "\(reason) \($0)" }
      }
      Swift.print(
        "\(form): \(residue) marks left in \(pages) pages, \(bytes) bytes; left out: " + reasons.joined(separator: ", ")
      )
    }
  }
}
