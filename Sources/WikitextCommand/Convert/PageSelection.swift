import ArgumentParser
import MediaWikiDump
import Wikitext

/// Which pages of a dump become records.
struct PageSelection: Sendable {
  /// The namespaces; `nil` for all of them.
  var namespaces: Set<Int>?
  /// The most records.
  var limit: Int?

  /// Why a page that could be read becomes no record.
  func reason(against page: DumpPage, in namespace: Int) -> OmissionReason? {
    if let namespaces, !namespaces.contains(namespace) { return .namespace }
    if contentModel(of: page, in: namespace) != "wikitext" { return .contentModel }
    switch page.revision.textState {
    case .deleted: return .deletedText
    case .missing: return .missingText
    case .present, .empty: break
    }
    return page.revision.text.count > WikitextParser.maximumPageSize ? .tooLarge : nil
  }

  /// The content model, which MediaWiki tells by the title where a dump does not say.
  private func contentModel(of page: DumpPage, in namespace: Int) -> String {
    if let model = page.revision.model { return model }
    switch namespace {
    case Namespace.module:
      return page.title.hasSuffix("/doc") ? "wikitext" : "Scribunto"
    case Namespace.user, Namespace.mediaWiki:
      return page.title.hasSuffix(".css")
        ? "css" : page.title.hasSuffix(".js") ? "javascript" : page.title.hasSuffix(".json") ? "json" : "wikitext"
    default:
      return "wikitext"
    }
  }
}

/// Why a page becomes no record: what the options say, or what the reader could not read.
enum OmissionReason: String, CaseIterable, Sendable {
  case namespace, contentModel, deletedText, missingText, noRevision, otherFile, tooLarge, broken, lostData, truncated

  init(_ reason: SkipReason) {
    switch reason {
    case .broken: self = .broken
    case .lostData: self = .lostData
    case .noRevision: self = .noRevision
    case .tooLarge: self = .tooLarge
    case .truncated: self = .truncated
    }
  }

  /// Whether it means that the dump is damaged.
  var isDamage: Bool {
    switch self {
    case .broken, .lostData, .truncated, .tooLarge: true
    case .namespace, .contentModel, .deletedText, .missingText, .noRevision, .otherFile: false
    }
  }

  /// For people, in the plural.
  var phrase: String {
    switch self {
    case .namespace: "of other namespaces"
    case .contentModel: "not in wikitext"
    case .deletedText: "with deleted text"
    case .missingText: "without text"
    case .noRevision: "without a revision"
    case .otherFile: "no pages by their names"
    case .tooLarge: "too large"
    case .broken: "broken"
    case .lostData: "in lost blocks"
    case .truncated: "cut off"
    }
  }
}

/// A namespace asked for: a number, or all.
enum NamespaceChoice: ExpressibleByArgument, Equatable {
  case all
  case number(Int)

  init?(argument: String) {
    if argument == "all" {
      self = .all
    } else if let number = Int32(argument) {
      self = .number(Int(number))
    } else {
      return nil
    }
  }

  /// The namespaces of several choices; `nil` for all.
  static func numbers(of choices: [NamespaceChoice]) -> Set<Int>? {
    var numbers: Set<Int> = []
    for choice in choices {
      switch choice {
      case .all: return nil
      case .number(let number): numbers.insert(number)
      }
    }
    return numbers
  }

  var defaultValueDescription: String {
    switch self {
    case .all: "all"
    case .number(let number): "\(number)"
    }
  }
}

extension DumpProblem.Kind {
  /// Whether something of the dump is lost.
  var isDamage: Bool {
    switch self {
    case .brokenRevision, .brokenSiteInfo, .corruptData, .truncated: true
    case .anotherDocument, .encoding, .junk, .logItems, .missingRoot, .missingTitle, .repaired, .revisionOutsidePage:
      false
    }
  }
}
