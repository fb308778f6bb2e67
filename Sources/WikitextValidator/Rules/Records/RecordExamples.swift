/// Records that the examples of rules are made of.
enum RecordExamples {
  /// A record of a page with one infobox, which has one field.
  static func article(field: String, others: String = "") -> String {
    """
    {"name":"Isar","namespace":{"identifier":0},"version":{"size":{"value":31,"unit_text":"B"}},"in_language":{"identifier":"en"},\
    "is_part_of":{"identifier":"enwiki","name":"Wikipedia"},\
    "infoboxes":[{"type":"infobox","name":"Infobox river","evidence":"name","source":{"start":0,"end":31},\
    "has_parts":[{"type":"field","name":"Length","parameter":"length",\(field),"source":{"start":23,"end":29}}]}]\
    \(others),"coverage":{"left_out":{},"ranges":{}}}
    """
  }

  /// The typed values of the field: a quantity at a place, as the page writes it.
  static func length(raw: String, start: Int, number: String = "295") -> String {
    """
    "typed":[{"kind":"quantity","number":"\(number)","unit":"km","raw":"\(raw)",\
    "source":{"start":\(start),"end":29},"confidence":1.0}],"raw":"295 km"
    """
  }
}
