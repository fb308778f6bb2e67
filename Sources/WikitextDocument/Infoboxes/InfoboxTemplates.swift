/// Names by which templates are known to be infoboxes, or known not to be: data, a pattern a line, grouped by the
/// language they are from. A name of one language does no harm in another.
enum InfoboxTemplates {
  /// Infoboxes.
  static let infoboxes = TemplateNames(
    """
    // English, and what many wikis took over
    Infobox*
    * infobox
    *-infobox
    Taxobox
    Automatic taxobox
    Speciesbox
    Subspeciesbox
    Infraspeciesbox
    Hybridbox
    Virusbox
    Ichnobox
    Oobox
    Mycomorphbox
    Nematodebox
    Paraphyletic group
    Population taxobox
    Chembox
    Chembox new
    Drugbox
    Geobox*
    Starbox*
    Planetbox*
    Ethnic group
    Protected area
    Pfam box
    Protein
    GNF Protein box
    NRHP
    // German
    Taxobox Virus
    Infobox_*
    Personenleiste*
    Tabelle Staat
    // French
    Taxobox début
    Infobox/*
    // Spanish, Galician, Asturian
    Ficha de *
    Ficha
    Ficha *
    // Portuguese
    Info/*
    Info *
    // Italian
    Bio
    Divisione amministrativa
    Tassobox
    Composto chimico
    Sportivo
    Corpo celeste
    Infobox linea ferroviaria
    // Catalan, Basque, Occitan
    Infotaula*
    * infotaula
    // Dutch, Afrikaans, Frisian
    Inligtingskas*
    // Swedish, Norwegian, Danish, Icelandic, Faroese
    Faktamall*
    Infoboks*
    Faktaboks*
    Fakta *
    Upplýsingar*
    // Polish, Hungarian, Estonian, Lithuanian, Latvian
    Infobox *
    * infobox
    * infokast
    Infokast*
    * infolentelė
    * infokaste
    // Finnish
    * tietolaatikko
    Tietolaatikko*
    // Turkish, Azerbaijani, Uzbek
    * bilgi kutusu
    Bilgi kutusu*
    * bilgi qutusu
    * bilgi qutisi
    // Czech, Slovak, Slovene, Croatian, Bosnian
    Infopolje*
    Infookvir*
    Infokutija*
    // Romanian
    Infocaseta*
    Caseta *
    Cutie *
    // Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, Kazakh, Tatar
    Карточка*
    Картка*
    Инфокутија*
    Инфокутия*
    * инфо
    Инфобокс*
    * инфобокс
    Государственный деятель
    Персона
    Фильм
    Таксон
    НП
    НП-*
    НП+*
    Учёный
    Писатель
    Футболист
    Музыкант
    Страна
    Картка:*
    Таксобокс
    Біографія
    // Greek, Georgian, Armenian
    Πληροφορίες*
    Κουτί *
    ინფოდაფა*
    Տեղեկաքարտ*
    // Hebrew, Arabic, Persian, Urdu
    צוענים*
    מידע *
    صندوق معلومات*
    معلومات *
    جعبه اطلاعات*
    جعبهٔ اطلاعات*
    خانہ معلومات*
    // Hindi, Bengali, Tamil, Telugu, Marathi, Thai
    ज्ञानसन्दूक*
    * ज्ञानसन्दूक
    तथ्यछक*
    तথ্যছক*
    তথ্যছক*
    தகவற்சட்டம்*
    సమాచారపెట్టె*
    माहितीचौकट*
    กล่องข้อมูล*
    // Vietnamese, Indonesian, Malay, Javanese, Tagalog
    Thông tin *
    Hộp thông tin*
    Kotak info*
    Kotak *
    Infokotak*
    Kotakinfo*
    // Japanese, Chinese, Korean
    基礎情報*
    生物分類表
    行政区画*
    駅情報
    * 信息框
    *信息框
    *信息欄
    *資訊框
    *資訊欄
    信息框*
    艺人
    藝人
    * 정보
    *정보
    정보상자*
    생물 분류
    // Esperanto, Latin, Welsh, Irish, Breton
    Informkesto*
    Capsa *
    Pennawd*
    Bosca Sonraí*
    """
  )

  /// Templates that look like infoboxes and are none, or that only help to build one.
  static let others = TemplateNames(
    """
    Navbox*
    * navbox
    Infobox mapframe
    Infobox settlement/*
    Infobox medal templates
    Cite *
    Citation*
    Cita *
    Lien web
    Ouvrage
    Article
    Literatur
    Internetquelle
    Coord*
    Coordinate*
    Authority control
    Normdaten
    Persondata
    Personendaten
    Multiple image
    Quote box
    Quotation
    Sidebar*
    * sidebar
    Campaignbox*
    Location map*
    Use * dates
    Multiple issues
    Article issues
    Article history
    ArticleHistory
    Talk header
    WikiProject*
    Redirect*
    About
    For
    Distinguish
    Hatnote
    Portal*
    Sister project links
    Commons*
    Short description
    Family name hatnote
    Track listing
    Tracklist
    Album ratings
    Side box
    Succession box
    S-*
    Football box*
    Footballbox*
    Historical populations
    US Census population
    Weather box
    Climate chart
    Ahnentafel*
    Chart*
    Graph*
    Timeline
    Legend
    Image label*
    Annotated image
    CSS image crop
    Panorama
    Wide image
    Listen
    Audio sample box
    Information
    Imagemap
    TOC*
    Compact ToC
    Unreferenced
    Refimprove
    Cleanup*
    Afd*
    Db-*
    """
  )

  /// Templates whose parts, or whose list, are the items of a value.
  static let lists = TemplateNames(
    """
    Plainlist
    Plain list
    Unbulleted list
    Ubl
    Ublist
    UBL
    Hlist
    H-list
    Flatlist
    Flat list
    Bulleted list
    Blist
    Ordered list
    Collapsible list
    Br separated entries
    Br list
    Comma separated entries
    Cslist
    Pagelist
    Tree list
    Columns-list
    Lista plegable
    Lista desplegable
    Lista
    Liste simple
    Plainliste
    Cast listing
    素リスト
    """
  )

  /// Templates that say where on a globe something is.
  static let coordinates = TemplateNames(
    """
    Coord
    Coords
    Coor *
    Coor
    Coordinate
    Coordinates
    Koordinate
    Koord
    Coordenadas
    Coordonnées
    Coordinaten
    Координаты
    ウィキ座標*
    座標
    좌표
    """
  )
}
