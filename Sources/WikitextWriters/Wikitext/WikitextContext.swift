/// What text must not look like in the place where it is written.
struct WikitextContext: BitwiseCopyable {
  /// A line break would end what is open: an item, a heading, emphasis.
  var isLine = false
  /// In the text of a link: addresses are no links here, and brackets would end it.
  var isLink = false
  /// Where a bracket would end something.
  var endsAtBracket = false
  /// Where a pipe would begin the next part: in a cell, a caption, an argument.
  var endsAtPipe = false
  /// In a table, where `!!` may begin a cell.
  var isTable = false
  /// In a term, which a colon ends.
  var isTerm = false
  /// In an argument: braces would end it.
  var isArgument = false
  /// In an argument without a name: `=` would give it one.
  var isPositional = false
  /// In preformatted text: each line begins with a space.
  var isIndented = false
  /// In `<poem>`: line breaks are shown.
  var isPoem = false
}
