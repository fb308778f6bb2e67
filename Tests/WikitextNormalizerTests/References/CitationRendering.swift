import WikitextDocument
import WikitextNormalizer
import WikitextSyntax

/// Reads what a page of a wiki cites.
func bibliography(_ text: String, _ language: String = "en") -> Bibliography {
  var reader = CitationReader(language: language)
  let configuration = SiteConfiguration(wiki: language) ?? .standard
  return reader.read(Document(wikitext: text, configuration: configuration))
}

/// The works that a page cites, a line each: `book | author Doe, Jane | title Rivers | issued 1999`.
func works(_ text: String, _ language: String = "en") -> [String] {
  bibliography(text, language).items.map(rendering)
}

/// A work in one line.
func rendering(_ item: BibliographicItem) -> String {
  var parts = [item.cslType.rawValue]
  for contributor in item.contributors { parts.append("\(contributor.role.rawValue) \(rendering(contributor.name))") }
  for role in item.abridgedRoles { parts.append("\(role.rawValue) et al.") }
  for text in item.texts { parts.append("\(text.variable.rawValue) \(text.text)") }
  for date in item.dates { parts.append("\(date.variable.rawValue) \(rendering(date.date))") }
  if let language = item.language { parts.append("language \(language)") }
  for identifier in item.identifiers {
    parts.append("\(identifier.scheme) \(identifier.value)\(identifier.isValid ? "" : " (invalid)")")
  }
  if let url = item.url { parts.append("url \(url)") }
  if let url = item.containerURL { parts.append("container-url \(url)") }
  if let archive = item.archive {
    parts.append("archive \(archive.url ?? "")")
    if let date = archive.date { parts.append("archived \(rendering(date))") }
    if let place = archive.place { parts.append("in \(place)") }
  }
  if let state = item.linkState { parts.append(state.rawValue) }
  if let external = item.external { parts.append("external \(external)") }
  if !item.unknownParameters.isEmpty { parts.append("unknown \(item.unknownParameters.joined(separator: ", "))") }
  return parts.joined(separator: " | ")
}

private func rendering(_ date: CitationDate) -> String { date.edtf ?? "\"\(date.literal)\"" }

private func rendering(_ name: PersonName) -> String {
  var text = name.literal ?? [name.family, name.given].compactMap { $0 }.joined(separator: ", ")
  if let link = name.link { text += " [\(link)]" }
  return text
}

/// A page of the English Wikipedia.
func page(_ text: String) -> Document { Document(wikitext: text) }
