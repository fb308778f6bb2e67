/// The classes and ids that MediaWiki, its skins and the templates of its wikis use.
extension HTMLRoles {
  /// What a list of classes tells.
  ///
  /// - Complexity: O(bytes).
  init(classes: some Sequence<UInt8>) {
    self = []
    var hash = HTMLNameHash()
    var prefix: UInt64 = 0
    var length = 0
    for byte in classes {
      if byte <= 0x20 {
        add(hash, prefix, length)
        (hash, prefix, length) = (HTMLNameHash(), 0, 0)
      } else {
        hash.add(byte)
        length += 1
        // The families of names below have stems of this length.
        if length == HTMLRoles.stemLength { prefix = hash.value }
      }
    }
    add(hash, prefix, length)
  }

  private mutating func add(_ hash: HTMLNameHash, _ prefix: UInt64, _ length: Int) {
    if length == 0 { return }
    if let roles = HTMLRoles.classTable[hash] {
      formUnion(roles)
    } else if prefix != 0 {
      if prefix == HTMLRoles.infoboxStem { insert(.infobox) }
      if prefix == HTMLRoles.authorityStem { insert(.navigation) }
    }
  }

  /// What an id tells.
  init(id: some Sequence<UInt8>) {
    var hash = HTMLNameHash()
    var length = 0
    var isInfobox = false
    for byte in id {
      hash.add(byte)
      length += 1
      if length == HTMLRoles.germanStemLength { isInfobox = hash.value == HTMLRoles.germanStem }
    }
    self = HTMLRoles.idTable[hash] ?? (isInfobox ? .infobox : [])
  }

  /// `Vorlage_Infobox_Fluss` …
  private static let germanStem = HTMLNameHash.of("vorlage_infobox".utf8)
  private static let germanStemLength = 15
  private static let stemLength = 8
  /// `infobox_v2`, `infobox-film` …
  private static let infoboxStem = HTMLNameHash.of("infobox_".utf8)
  /// `normdaten-typ-p` …
  private static let authorityStem = HTMLNameHash.of("normdate".utf8)

  private static let ids: [(HTMLRoles, String)] = [
    (.body, "bodyContent mw-content-text content pcs"),
    (.title, "firstHeading section_0"),
    (.categories, "catlinks"),
    (
      .site,
      """
      siteSub contentSub contentSub2 jump-to-nav mw-navigation footer mw-head mw-panel mw-page-base mw-head-base \
      siteNotice centralNotice mw-indicators mw-data-after-content p-lang-btn mw-fr-revisiontag pcs-footer-container
      """
    ),
    (.contents, "toc mw-panel-toc"),
    (.navigation, "normdaten stub p-lang interProjekte"),
    (.notice, "Vorlage_Begriffsklaerung"),
    (.hidden, "persondata"),
    (.coordinates, "coordinates coordinatesindicator"),
    (.infobox, "Vorlage_Taxobox"),
  ]

  private static let classes: [(HTMLRoles, String)] = [
    (.article, "mw-parser-output"),
    (.title, "firstHeading mw-first-heading pcs-edit-section-title"),
    (.categories, "catlinks"),
    (.languageLink, "interlanguage-link-target interlanguage-link"),
    (
      .site,
      """
      mw-jump-link mw-indicators printfooter mw-footer vector-header-container vector-page-toolbar mw-portlet \
      mw-ui-icon cdx-button mw-fr-revisiontag mw-tmh-player-controls oo-ui-buttonElement-button mw-hidden-catlinks \
      switcher-label magnify pcs-collapse-table-collapsed-container \
      pcs-collapse-table-collapsed-bottom mw-collapsible-toggle
      """
    ),
    (.editLink, "mw-editsection mw-editsection-like editsection pcs-edit-section-link-container"),
    (.contents, "toc tocright tocleft toclimit-2 toclimit-3 toclimit-4 toclimit-5 mw-table-of-contents-container"),
    (
      .navigation,
      """
      navbox navbox-styles vertical-navbox navbar tnavbar plainnavbox NavFrame BoxenVerschmelzen navbox-container \
      portal portal-bar portalbox sister-bar sister-box sistersitebox side-box sisterproject autres-projets bandeau-portail \
      authority-control wikidata-linkback noviewer-navigation succession-box sister-inline-image mw-authority-control \
      navigation-not-searchable infobox-navbar infobox-below-navbar interProject noprint-navigation breadcrumb-nav-container
      """
    ),
    (
      .notice,
      """
      ambox metadata mbox-small tmbox ombox cmbox fmbox asbox stub messagebox bandeau bandeau-container \
      bandeau-niveau-information bandeau-section bandeau-article noexcerpt-notice box-Unreferenced avviso mw-empty-notice
      """
    ),
    (.hatnote, "hatnote dablink rellink homonymie hauptartikel sieheauch seealso rellink mainarticle loupe"),
    (.contextObject, "Z3988"),
    (.position, "geo"),
    (.printFooter, "printfooter"),
    (.indicators, "mw-indicators mw-indicator"),
    (
      .hidden,
      "sortkey shortdescription Z3988 mw-empty-elt error-hidden mw-ref-hidden nomobile-hidden cs1-hidden-error persondata"
    ),
    (.unprinted, "noprint"),
    (.shown, "pcs-collapse-table-content"),
    (.redirect, "redirectText"),
    (.floating, "float-right floatright tright infobox-right"),
    (.referenceMark, "reference mw-ref"),
    (.referenceList, "references mw-references"),
    (.backlink, "mw-cite-backlink cite-accessibility-label mw-linkback-text"),
    (.referenceText, "reference-text mw-reference-text"),
    (
      .infobox,
      """
      infobox infobox_v2 infobox_v3 sinottico taxobox infobox-subbox infoboxp ficha toccolours-infobox box-infobox \
      infocaseta infotaula infokutija ujinfobox informkesto
      """
    ),
    (.boxTitle, "infobox-title infobox-above sinottico_testata entete"),
    (.boxSubtitle, "infobox-subheader"),
    (.boxImage, "infobox-image images infobox-photo"),
    (.boxHeader, "infobox-header sinottico_divisione bloc"),
    (.boxLabel, "infobox-label"),
    (.boxBelow, "infobox-below"),
    (.mergedRow, "mergedrow mergedbottomrow"),
    (.mergedTopRow, "mergedtoprow"),
    (.figure, "thumb tsingle"),
    (.gallery, "gallery"),
    (.galleryCaption, "gallerycaption"),
    (.imageLink, "image mw-file-description"),
    (.formula, "mwe-math-element mwe-math-mathml-inline"),
    (.quote, "templatequote quotebox poem quote citation-bloc cquote"),
    (.program, "mw-highlight"),
    (.selfLink, "selflink mw-selflink"),
    (.externalLink, "external"),
    (.numberedLink, "autonumber"),
    (.bareLink, "free"),
    (.dataTable, "wikitable"),
  ]

  private static let classTable = table(classes)
  private static let idTable = table(ids)

  private static func table(_ names: [(HTMLRoles, String)]) -> HTMLNameTable<HTMLRoles> {
    var roles: [String: HTMLRoles] = [:]
    for (role, list) in names {
      for name in list.split(separator: " ") { roles[String(name), default: []].formUnion(role) }
    }
    return HTMLNameTable(roles.map { ($0.key, $0.value) })
  }
}
