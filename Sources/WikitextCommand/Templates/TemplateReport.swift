import Wikitext
import WikitextNormalizer
import WikitextWriters

/// The templates of one or more wikis by how often they are called, those that no pack knows or those that one does.
struct TemplateReport {
  /// A line of it.
  struct Entry {
    var wiki: String
    var template: String
    var uses: TemplateCensus.Uses
    /// What the packs say that it is.
    var kind: TemplateRule.Kind?
  }

  private(set) var entries: [Entry] = []
  /// All calls, and those of templates that a pack knows.
  private(set) var calls = 0
  private(set) var knownCalls = 0
  private(set) var pages = 0
  private var wikis: Set<String> = []

  /// Adds the templates of a wiki.
  mutating func add(_ result: TemplateCounting.Result, _ data: NormalizerData, isKnown: Bool) {
    let redirects = result.census.redirects.map { (from: $0.key, to: $0.value) }
    let known = KnownTemplates(data.adding(redirects: redirects), configuration: result.configuration)
    wikis.insert(result.wiki)
    pages += result.census.pageCount
    for (template, uses) in result.census.resolved() {
      let kind = known.kind(of: template)
      calls += uses.calls
      if kind != nil { knownCalls += uses.calls }
      if (kind != nil) == isKnown {
        entries.append(Entry(wiki: result.wiki, template: template, uses: uses, kind: kind))
      }
    }
  }

  /// Puts the most frequent ones first, and keeps no more than that many.
  mutating func sort(limit: Int?) {
    entries.sort { left, right in
      if left.uses.calls != right.uses.calls { return left.uses.calls > right.uses.calls }
      return (left.wiki, left.template) < (right.wiki, right.template)
    }
    if let limit, entries.count > limit { entries.removeLast(entries.count - limit) }
  }

  /// In one sentence.
  var summary: String {
    let share = calls == 0 ? 1000 : knownCalls * 1000 / calls
    return "\(calls) calls in \(pages) pages, \(share / 10).\(share % 10) % of them of templates that a pack knows"
  }

  /// A line a template: calls, pages, name, kind, an example.
  func text() -> String {
    let calls = entries.map { String($0.uses.calls) }
    let pages = entries.map { String($0.uses.pages) }
    let widths = [calls, pages].map { column in column.map(\.utf8.count).max() ?? 0 }
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }
    var text = ""
    for (index, entry) in entries.enumerated() {
      text += padded(calls[index], max(widths[0], 5)) + "  " + padded(pages[index], max(widths[1], 5)) + "  "
      if wikis.count > 1 { text += entry.wiki + "  " }
      text += "{{" + StandardError.clean(entry.template) + "}}"
      if let kind = entry.kind { text += "  \(kind.rawValue)" }
      text += "  (" + StandardError.clean(entry.uses.example) + ")\n"
    }
    return entries.isEmpty
      ? "" : padded("calls", max(widths[0], 5)) + "  " + padded("pages", max(widths[1], 5)) + "\n" + text
  }

  /// An array with an object for each template, without line breaks.
  func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for entry in entries {
      json.beginObject()
      json.key("template")
      json.string(entry.template)
      json.key("wiki")
      json.string(entry.wiki)
      json.key("calls")
      json.int(entry.uses.calls)
      json.key("pages")
      json.int(entry.uses.pages)
      json.key("example")
      json.string(entry.uses.example)
      json.key("kind")
      if let kind = entry.kind { json.string(kind.rawValue) } else { json.null() }
      json.endObject()
    }
    json.endArray()
    return json.written
  }
}
