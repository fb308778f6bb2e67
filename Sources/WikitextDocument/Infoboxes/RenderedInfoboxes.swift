import WikitextSyntax

/// The infoboxes of rendered pages. Their readers know where they are, and write each as a block template whose arguments
/// are its rows: an argument's name is the row's label (none where the page shows none), its children the row's content.
///
/// What a row has beside that are attributes of the argument, by the names of ``RowAttribute``; the box's caption is an
/// attribute of the template.
package enum RowAttribute {
  /// The heading row in force: "Population" for "Density".
  package static let group = "group"
  /// What a row without a label is: `image`, `subtitle`, `data`, `columns`, `below`.
  package static let role = "role"
  /// The parameter of the template that the row shows, where the page tells.
  package static let parameter = "parameter"
  /// Where the label leads, when it is a link: a page's title.
  package static let link = "link"
  /// What the page no longer shows of the row: `label` or `value`.
  package static let lost = "lost"
  /// The box's caption, of the template.
  package static let caption = "caption"
}

/// What the entries of a rendered page's references say beside their text.
package enum ReferenceAttribute {
  /// A citation as programs read it: the key-value pairs of a ContextObject (COinS, of OpenURL, NISO Z39.88).
  package static let contextObject = "context-object"
}

extension Document {
  /// The document with these templates as its infoboxes; the rows are divided into items.
  ///
  /// - Parameters:
  ///   - templates: the nodes, in the order of the page, one inside another after it.
  ///   - evidence: what told that they are infoboxes.
  /// - Returns: the document with them.
  /// - Complexity: O(nodes).
  package func adding(renderedInfoboxes templates: [Int], _ evidence: InfoboxEvidence) -> Document {
    guard !templates.isEmpty else { return self }
    var extras = extras
    var open: [(end: Int, infobox: UInt32)] = []
    var splitter = ItemSplitter(document: self)
    for template in templates {
      while let last = open.last, last.end <= template { open.removeLast() }
      let firstField = extras.fields.count
      let end = Int(records[template].next)
      var argument = template + 1
      while argument < end {
        let firstItem = extras.items.count
        splitter.split(argument, into: &extras.items)
        extras.fields.append(
          FieldRecord(
            node: UInt32(truncatingIfNeeded: argument),
            firstItem: UInt32(truncatingIfNeeded: firstItem),
            itemCount: UInt32(truncatingIfNeeded: extras.items.count - firstItem),
            position: 0,
            isOverridden: false
          )
        )
        argument = Int(records[argument].next)
      }
      let number = UInt32(truncatingIfNeeded: extras.infoboxes.count)
      extras.infoboxes.append(
        InfoboxRecord(
          node: UInt32(truncatingIfNeeded: template),
          firstField: UInt32(truncatingIfNeeded: firstField),
          fieldCount: UInt32(truncatingIfNeeded: extras.fields.count - firstField),
          parent: open.last?.infobox,
          evidence: evidence
        )
      )
      open.append((end, number))
    }
    return Document(
      source: source,
      configuration: configuration,
      records: records,
      pool: pool,
      attributes: attributes,
      extras: extras
    )
  }
}
