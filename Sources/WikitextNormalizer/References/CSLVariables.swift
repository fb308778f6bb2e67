/// CSL's types of works.
public enum CSLType: String, Sendable, CaseIterable {
  /// A work by its type.
  case article, bill, book, broadcast, chapter, classic, collection, dataset, document, entry, event, figure, graphic,
    hearing, interview, legislation, manuscript, map, pamphlet, patent, performance, periodical, post, regulation,
    report, review, software, song, speech, standard, thesis, treaty, webpage
  /// A work by its type.
  case articleJournal = "article-journal"
  case articleMagazine = "article-magazine"
  case articleNewspaper = "article-newspaper"
  case entryDictionary = "entry-dictionary"
  case entryEncyclopedia = "entry-encyclopedia"
  case legalCase = "legal_case"
  case motionPicture = "motion_picture"
  case musicalScore = "musical_score"
  case paperConference = "paper-conference"
  case personalCommunication = "personal_communication"
  case postWeblog = "post-weblog"
  case reviewBook = "review-book"

  /// Whether works of this type are parts of others.
  var isPart: Bool {
    switch self {
    case .articleJournal, .articleMagazine, .articleNewspaper, .chapter, .entry, .entryDictionary, .entryEncyclopedia,
      .paperConference:
      true
    default: false
    }
  }
}

/// Texts of a work: CSL's variables, and behind them what citation templates have beyond CSL.
public enum CSLText: String, Sendable, CaseIterable {
  /// A variable of CSL.
  case title, volume, issue, page, number, edition, publisher, genre, medium, section, version, scale, status,
    authority, note, source, part, dimensions
  case titleShort = "title-short"
  case originalTitle = "original-title"
  case containerTitle = "container-title"
  case collectionTitle = "collection-title"
  case collectionNumber = "collection-number"
  case eventTitle = "event-title"
  case eventPlace = "event-place"
  case publisherPlace = "publisher-place"
  case volumeTitle = "volume-title"
  case numberOfPages = "number-of-pages"
  case numberOfVolumes = "number-of-volumes"
  case yearSuffix = "year-suffix"
  /// What follows the title.
  case subtitle
  /// The title in the language of the wiki.
  case translatedTitle = "translated-title"
  /// The title in the script of the work, beside a transliteration.
  case scriptTitle = "script-title"
  /// The title of a part; in a finished item it is the `title`.
  case chapter
  /// The same of a part.
  case translatedChapter = "translated-chapter"
  case scriptChapter = "script-chapter"
  /// A passage that is no page.
  case locator
  /// The words that the page cites.
  case quote
  /// The agency that a newspaper took the text from.
  case agency
  /// The form of a file.
  case format
}

/// What somebody did for a work.
public enum CSLRole: String, Sendable, CaseIterable {
  /// A variable of CSL.
  case author, editor, translator, contributor, director, illustrator, interviewer, composer, compiler, host,
    performer, producer, recipient, guest
  case collectionEditor = "collection-editor"
  case containerAuthor = "container-author"
  case editorialDirector = "editorial-director"
  case scriptWriter = "script-writer"
}

/// Dates of a work.
public enum CSLDate: String, Sendable, CaseIterable {
  /// When it came out.
  case issued
  /// When somebody read it.
  case accessed
  /// When it first came out.
  case originalDate = "original-date"
  /// When what it reports took place.
  case eventDate = "event-date"
  /// When it was handed in.
  case submitted
  /// When it came out in print, beside the date that it bears.
  case published
  /// When the copy in an archive was made; in a finished item it is ``ArchivedCopy/date``.
  case archived = "archive-date"
}
