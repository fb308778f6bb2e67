import ArgumentParser
import Wikitext

/// Which styles a page is formatted in.
struct StyleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The styles to use and no others, with commas between them.", valueName: "styles"))
  var style: String?

  @Option(
    name: .customLong("with-style"),
    help: ArgumentHelp("Styles to use as well, with commas between them.", valueName: "styles")
  )
  var additional: String?

  @Option(
    name: .customLong("no-style"),
    help: ArgumentHelp("Styles not to use, with commas between them.", valueName: "styles")
  )
  var unwanted: String?

  /// The styles, in the order in which they are gone through.
  func selection() throws(CommandFailure) -> [any FormatStyle] {
    let only = try StyleOptions.ids(style)
    let more = try StyleOptions.ids(additional) ?? []
    let less = try StyleOptions.ids(unwanted) ?? []
    return StyleCatalog.all.filter { style in
      let about = style.about
      return (only?.contains(about.id) ?? about.isOn || more.contains(about.id)) && !less.contains(about.id)
    }
  }

  private static func ids(_ list: String?) throws(CommandFailure) -> Set<String>? {
    guard let list else { return nil }
    let ids = list.split(separator: ",").map { String($0.trimmingPrefix(" ")) }
    for id in ids where StyleCatalog.style(id) == nil {
      let known = StyleCatalog.all.map(\.about.id).joined(separator: ", ")
      throw CommandFailure(.usage, "there is no style \(id); styles are: \(known)")
    }
    return Set(ids)
  }

  /// All styles, a line each; those that are on have a mark.
  static func list(_ selected: [any FormatStyle]) -> [UInt8] {
    let on = Set(selected.map(\.about.id))
    let width = StyleCatalog.all.map(\.about.id.count).max() ?? 0
    let lines = StyleCatalog.all.map { style in
      let about = style.about
      let padding = String(repeating: " ", count: width - about.id.count)
      return "\(on.contains(about.id) ? "on " : "off")  \(about.id)\(padding)  \(about.summary)\n"
    }
    return Array(lines.joined().utf8)
  }
}
