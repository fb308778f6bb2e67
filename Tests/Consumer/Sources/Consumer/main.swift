import Wikitext

let document = Document(wikitext: "{{Infobox river|name=[[Isar]]|mouth=Danube|cities=Munich<br>Landshut}}")
for field in document.infoboxes[0].fields {
  print(field.name, field.items.map(\.text).joined(separator: ", "), separator: ": ")
}
