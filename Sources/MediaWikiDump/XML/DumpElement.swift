/// The elements of a dump that the reader understands. All others are skipped with what they contain.
enum DumpElement {
  case mediawiki, siteinfo, sitename, dbname, base, generator, `case`, namespaces, namespace
  case page, title, ns, id, redirect
  case revision, parentid, timestamp, contributor, username, ip, minor, comment, origin, model, format, text, sha1
  case content, role

  /// The element of that name, as bytes up to a NUL; `nil` if it is none of ours.
  ///
  /// The length decides first, so that no name is compared with more than five.
  init?(name: UnsafePointer<UInt8>) {
    var length = 0
    while length < 16, unsafe name[length] != 0 { length += 1 }
    func isName(_ literal: StaticString) -> Bool {
      let bytes = unsafe literal.utf8Start
      for index in 0..<length where unsafe bytes[index] != name[index] { return false }
      return true
    }
    switch length {
    case 2:
      if isName("id") {
        self = .id
      } else if isName("ns") {
        self = .ns
      } else if isName("ip") {
        self = .ip
      } else {
        return nil
      }
    case 4:
      if isName("text") {
        self = .text
      } else if isName("sha1") {
        self = .sha1
      } else if isName("page") {
        self = .page
      } else if isName("role") {
        self = .role
      } else if isName("base") {
        self = .base
      } else if isName("case") {
        self = .case
      } else {
        return nil
      }
    case 5:
      if isName("title") {
        self = .title
      } else if isName("model") {
        self = .model
      } else if isName("minor") {
        self = .minor
      } else {
        return nil
      }
    case 6:
      if isName("format") {
        self = .format
      } else if isName("origin") {
        self = .origin
      } else if isName("dbname") {
        self = .dbname
      } else {
        return nil
      }
    case 7:
      if isName("comment") { self = .comment } else if isName("content") { self = .content } else { return nil }
    case 8:
      if isName("revision") {
        self = .revision
      } else if isName("parentid") {
        self = .parentid
      } else if isName("username") {
        self = .username
      } else if isName("redirect") {
        self = .redirect
      } else if isName("siteinfo") {
        self = .siteinfo
      } else if isName("sitename") {
        self = .sitename
      } else {
        return nil
      }
    case 9:
      if isName("timestamp") {
        self = .timestamp
      } else if isName("namespace") {
        self = .namespace
      } else if isName("generator") {
        self = .generator
      } else if isName("mediawiki") {
        self = .mediawiki
      } else {
        return nil
      }
    case 10:
      if isName("namespaces") { self = .namespaces } else { return nil }
    case 11:
      if isName("contributor") { self = .contributor } else { return nil }
    default:
      return nil
    }
  }
}
