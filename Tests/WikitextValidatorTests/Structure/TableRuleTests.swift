import Testing

@Suite struct TableRuleTests {
  @Test(arguments: [
    ("uneven-table", "{|\n|a||b\n|-\n|c||d\n|-\n|e||f||g\n|}", ["|e"]),
    ("uneven-table", "{|\n|rowspan=2|a||b||c\n|-\n|d||e\n|-\n|colspan=2|f||g\n|}", []),
    ("uneven-table", "{|\n|a||b\n|-\n|c\n|-\n{{row|d}}\n|-\n|e||f||g\n|}", []),
    ("uneven-table", "{|\n|a||b\n|-\n|c\n|}", []),
    // Too far by the span of the last cell, or by empty ones; ended by a template that may bring more.
    ("uneven-table", "{|\n! a\n! colspan=2 | b\n|-\n|c||d\n|-\n|e||f\n|}", []),
    ("uneven-table", "{|\n! a !! b !!\n|-\n|c||d\n|-\n|e||f\n|}", []),
    ("uneven-table", "{|\n|a||b||c\n|-\n|d||'''{{convert|1|acre|disp=tablecen}}'''\n|-\n|e||f||g\n|}", []),
    ("uneven-table", "{|\n|a||b||c\n|-\n|d||{{e}} e\n|-\n|f||g||h\n|}", ["|d"]),
    ("uneven-table", "{|\n|a||b||c||{{d}}\n|-\n|e||f||g\n|-\n|h||i||j\n|}", ["|a"]),
    ("uneven-table", "{|\n|a||rowspan=2 {{N/A}}\n|-\n|c\n|-\n|d||e||f\n|-\n|g||h\n|}", []),
    ("table-without-caption", "{| class=\"wikitable\"\n|a\n|}\n{|\n|b\n|}", ["{|"]),
    ("table-without-headers", "{| class=\"wikitable\"\n|a\n|-\n|b\n|}", ["{|"]),
    ("table-without-headers", "{| class=\"wikitable\"\n!a\n|-\n|b\n|}", []),
  ])
  func `Tables are found that lack cells`(id: String, page: String, expected: [String]) throws {
    #expect(try RuleProbe(id).pieces(in: page) == expected)
  }
}
