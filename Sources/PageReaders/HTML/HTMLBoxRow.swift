/// A stretch of records: whole elements that stand side by side.
struct HTMLStretch: BitwiseCopyable {
  var first: Int
  var end: Int
}

/// A row of an infobox as the page shows it.
struct HTMLBoxRow {
  /// What a row without a label is.
  enum Role: String {
    case image, subtitle, data, columns, below
    case gridHeader = "grid-header"
  }

  var label: [UInt8] = []
  /// The link in the label.
  var labelLink: Int?
  var group: [UInt8] = []
  /// Citation marks of the label, and of headings above the row.
  var marks: [Int] = []
  /// Nil for a row with a label.
  var role: Role?
  /// The cells with the row's content.
  var cells: [HTMLStretch]
}

/// A cell of an infobox, before it is known what its row is.
struct HTMLBoxCell {
  var content: HTMLStretch
  var roles: HTMLRoles
  var isHeader: Bool
}
