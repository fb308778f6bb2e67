import WikitextDocument

extension Coverage {
  /// What was left out, as JSON without a line break: how many constructs for each reason, and their ranges of the source
  /// in UTF-8 bytes.
  ///
  ///     {"left_out":{"templates":2,…},"ranges":{"templates":[[0,12],[40,51]]}}
  ///
  /// Reasons for which nothing was left out have a count of 0 and no ranges.
  /// - Complexity: O(omissions).
  public func json() -> [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.take()
  }

  /// Writes the object.
  ///
  /// - Parameters:
  ///   - furniture: what surrounds the article on a rendered page; without any, nothing is written of it.
  ///   - json: where to.
  func write(furniture: [Furniture] = [], to json: inout JSONWriter) {
    var byReason: [[Omission]] = Array(repeating: [], count: Reason.allCases.count)
    for omission in omissions { byReason[Int(omission.reason.rawValue)].append(omission) }
    json.beginObject()
    json.key("left_out")
    json.beginObject()
    for reason in Reason.allCases {
      json.key(reason.key)
      json.int(byReason[Int(reason.rawValue)].count)
    }
    json.endObject()
    json.key("ranges")
    json.beginObject()
    for reason in Reason.allCases where !byReason[Int(reason.rawValue)].isEmpty {
      json.key(reason.key)
      json.beginArray()
      for omission in byReason[Int(reason.rawValue)] {
        json.beginArray()
        json.int(omission.range.start)
        json.int(omission.range.end)
        json.endArray()
      }
      json.endArray()
    }
    json.endObject()
    if !furniture.isEmpty { Coverage.write(furniture, to: &json) }
    json.endObject()
  }

  /// What surrounds an article, by kind.
  private static func write(_ furniture: [Furniture], to json: inout JSONWriter) {
    json.key("furniture")
    json.beginObject()
    for kind in Furniture.Kind.allCases where furniture.contains(where: { $0.kind == kind }) {
      json.key(named: kind.rawValue)
      json.beginArray()
      for part in furniture where part.kind == kind {
        json.beginArray()
        json.int(part.range.start)
        json.int(part.range.end)
        json.endArray()
      }
      json.endArray()
    }
    json.endObject()
  }
}

extension Coverage.Reason {
  /// The reason's name in JSON.
  var key: StaticString {
    switch self {
    case .template: "templates"
    case .parserFunction: "parser_functions"
    case .parameter: "parameters"
    case .reference: "references"
    case .image: "images"
    case .extension: "extensions"
    case .variant: "variants"
    case .address: "addresses"
    case .hidden: "hidden"
    case .category: "categories"
    case .languageLink: "language_links"
    case .table: "tables"
    case .formula: "formulas"
    case .code: "code"
    case .section: "sections"
    }
  }
}
