/// The schema that the examples of rules about parameters are read with.
enum InfoboxExamples {
  /// A template of which all parameters are known, as `wikitext schema import` makes it of TemplateData.
  static let stream = ExampleFile(
    name: "stream.schema",
    text: """
      schema stream
      title Stream
      complete en
      infobox en Infobox stream

      field name name required
        en > name
      field length quantity
        en > length
      field source coordinates
        en > source_coordinates
      field mouth coordinates
        en > mouth_coordinates
      field basin item deprecated
        en > basin_state

      """
  )
}
