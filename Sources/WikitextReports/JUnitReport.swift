import WikitextSyntax
public import WikitextValidator

/// Findings as JUnit's XML: a page is a suite, a finding a case that failed. A page without findings is a suite with one
/// case that passed; so is a finding that does not make the command fail, with its message as output.
public struct JUnitReport: FindingReport {
  /// The findings that are failures.
  public var failures: FailureThreshold

  /// A report.
  ///
  /// - Parameter failures: the findings that are failures.
  public init(failures: FailureThreshold = .warning) { self.failures = failures }

  /// The beginning of the document.
  public var opening: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"wikitext validate\">\n".utf8)
  }
  /// Nothing: each suite has its lines.
  public var separator: [UInt8] { [] }
  /// The end of the document.
  public var closing: [UInt8] { Array("</testsuites>\n".utf8) }

  /// The suite of a page.
  public func part(for file: FindingsOfFile) -> [UInt8] {
    let path = XMLText.escaped(file.path)
    let failing = file.findings.count { failures.includes($0.severity) }
    let count = max(1, file.findings.count)
    var output = "<testsuite name=\"\(path)\" tests=\"\(count)\" failures=\"\(failing)\" errors=\"0\">\n"
    if file.findings.isEmpty { output += "<testcase name=\"no findings\" classname=\"\(path)\"/>\n" }
    let lines = file.findings.isEmpty ? nil : LineIndex(file.source)
    for finding in file.findings {
      let place = lines?.location(at: finding.range.start, in: .scalars) ?? SourceLocation(line: 1, column: 1)
      let message = XMLText.escaped(finding.message)
      output += "<testcase name=\"\(finding.rule) at \(place)\" classname=\"\(path)\">"
      if failures.includes(finding.severity) {
        output += "<failure type=\"\(finding.severity.rawValue)\" message=\"\(message)\">"
        output += "\(path):\(place): \(finding.severity.rawValue) \(finding.rule): \(message)</failure>"
      } else {
        output += "<system-out>\(finding.severity.rawValue): \(message)</system-out>"
      }
      output += "</testcase>\n"
    }
    return Array((output + "</testsuite>\n").utf8)
  }
}

/// Text in XML 1.0.
package enum XMLText {
  /// Text for content and values in double quotes; what XML cannot have becomes U+FFFD.
  package static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\n": output += "&#10;"
      case "\t": output += "&#9;"
      case "\r": output += "&#13;"
      default:
        let isCharacter = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        output.unicodeScalars.append(isCharacter ? scalar : "\u{FFFD}")
      }
    }
    return output
  }
}
