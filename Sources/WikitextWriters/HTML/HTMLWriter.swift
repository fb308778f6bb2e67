public import WikitextDocument
import WikitextSyntax

/// Writes a document as HTML in the structure that MediaWiki gives a page: the content of its `mw-parser-output`.
///
/// Headings have their ids, elements the attributes that MediaWiki's `Sanitizer` lets through, media are figures as
/// Parsoid writes them. Templates are not expanded: they are written as MediaWiki writes those that do not exist.
///
/// The parts of the grammar have a file each: `HTMLWriter+Blocks.swift`, `+Links.swift` …
public struct HTMLWriter: ~Copyable {
  var output = ByteBuffer()
  var options = HTMLOptions()
  /// The document being written, and its arrays at hand.
  var document = HTMLWriter.blank
  var records: [NodeRecord] = []
  var pool: [UInt8] = []
  /// The title of the page; empty when it is not known.
  var ownTitle = PageTitle([], in: .standard)
  /// The ids of the headings of the document.
  var headings = HeadingIDs()
  /// The references of the document.
  var citations = CitationList(HTMLWriter.blank)
  /// How many fragments around: wikitext in attributes.
  var fragmentDepth = 0
  /// How many images with areas were written so far.
  var imageMaps = 0
  /// How many links were shown by their number so far.
  var numberedLinks = 0
  /// Where in the source the table of contents is to stand; nil when it is written, or there is none.
  var contentsPlace: Int?
  /// Where in the output the content of a block of the wiki's own begins, whose blanks at its ends do not count.
  var contentStart = 0
  /// How many `<pre>` around: there all spaces stay as they are.
  var preformattedDepth = 0

  /// Behind the start tag of the paragraph that goes on after the table of contents; nil where none does.
  var resumedParagraph: Int?
  /// Whether a link is around.
  var isInLink = false
  /// The marks of references in the link that is being written, which stand behind it.
  var marksBehindLink: [(citation: Citation, use: Int)] = []
  /// Whether a `<li>` of the writer's own is around, which another right in it would end.
  var isInOwnItem = false

  private static let blank = Document(wikitext: "")

  /// Creates a writer; one can write any number of documents.
  public init() {}

  /// The document as a fragment of HTML, in UTF-8.
  ///
  /// - Complexity: O(size of the document).
  public mutating func write(_ document: Document, options: HTMLOptions = HTMLOptions()) -> [UInt8] {
    begin(document, options)
    if document.extras.redirect != nil { writeRedirect() }
    writeFlow(of: 0)
    writeAutomaticReferenceLists()
    return output.take()
  }

  private mutating func begin(_ document: Document, _ options: HTMLOptions) {
    output.removeAll()
    self.options = options
    self.document = document
    records = document.records
    pool = document.pool
    ownTitle = PageTitle(Array(options.title.utf8), in: document.configuration)
    headings = HeadingIDs(document, modes: options.fragmentModes)
    citations = CitationList(document)
    fragmentDepth = 0
    imageMaps = 0
    contentsPlace = placeOfContents()
    numberedLinks = 0
    contentStart = 0
    preformattedDepth = 0
    resumedParagraph = nil
    isInLink = false
    marksBehindLink = []
    isInOwnItem = false
  }

  // MARK: Nodes

  /// Writes the nodes directly below a node.
  mutating func writeChildren(of index: Int) {
    var child = index + 1
    let end = Int(records[index].next)
    while child < end {
      write(node: child)
      child = Int(records[child].next)
    }
  }

  /// Writes a node and all below. The recursion is bounded by the depth of documents, 250 nodes.
  mutating func write(node index: Int) {
    switch records[index].kind {
    case .document, .section: writeFlow(of: index)
    case .heading: writeHeading(index)
    case .paragraph: writeParagraph(index)
    case .list: writeList(index)
    case .listItem, .term, .description: writeListItem(index)
    case .table: writeTable(index)
    case .tableCaption, .tableRow, .tableCell, .tableHeaderCell: writeTablePart(index)
    case .gallery: writeGallery(index)
    case .preformatted: writePreformatted(index)
    case .thematicBreak: writeThematicBreak(index)
    case .block: writeBlock(index)
    case .referenceList: writeReferenceList(index)
    case .text: writeText(index)
    case .bold: writeWrapped(index, in: "b")
    case .italic: writeWrapped(index, in: "i")
    case .link: writeLink(index)
    case .externalLink: writeExternalLink(index)
    case .image: writeImage(index)
    case .reference: writeReference(index)
    case .template: writeTemplate(index)
    case .parserFunction: writeFunction(index)
    case .parameter: writeParameter(index)
    case .argument: writeChildren(of: index)
    case .lineBreak: writeLineBreak(index)
    case .math, .code, .extension: writeExtension(index)
    case .element: writeElement(index)
    case .variant: writeChildren(of: index)
    }
  }
}
