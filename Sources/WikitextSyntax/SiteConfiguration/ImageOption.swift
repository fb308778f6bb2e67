/// An option of an embedded file: `[[File:a.png|thumb|upright=1.2|left|alt=A river|caption]]`.
///
/// The raw value is the name of MediaWiki's magic word.
public enum ImageOption: String, Sendable, Hashable, CaseIterable {
  /// `thumb`: a frame, a caption and the reader's own size.
  case thumbnail = "img_thumbnail"
  /// `thumb=other.png`: another file as the preview.
  case manualThumbnail = "img_manualthumb"
  /// `frame`: a frame and a caption at full size.
  case framed = "img_framed"
  /// `frameless`: the reader's own size without a frame.
  case frameless = "img_frameless"
  /// `border`: a thin line around the image.
  case border = "img_border"
  /// `left`
  case left = "img_left"
  /// `right`
  case right = "img_right"
  /// `center`
  case center = "img_center"
  /// `none`: not floating, but a block of its own.
  case none = "img_none"
  /// `upright`, `upright=1.2`: the reader's own size times a factor.
  case upright = "img_upright"
  /// `123px`, `x100px`, `100x100px`
  case width = "img_width"
  /// `alt=`
  case alt = "img_alt"
  /// `link=`
  case link = "img_link"
  /// `class=`
  case className = "img_class"
  /// `lang=`: the language in which an SVG file is drawn.
  case language = "img_lang"
  /// `page=`: the page of a PDF or DjVu file.
  case page = "img_page"
  /// `lossy=`
  case lossy = "img_lossy"
  /// `baseline`
  case baseline = "img_baseline"
  /// `sub`
  case sub = "img_sub"
  /// `super`
  case `super` = "img_super"
  /// `top`
  case top = "img_top"
  /// `text-top`
  case textTop = "img_text_top"
  /// `middle`
  case middle = "img_middle"
  /// `bottom`
  case bottom = "img_bottom"
  /// `text-bottom`
  case textBottom = "img_text_bottom"
  /// `thumbtime=`: the moment of a film that its preview shows.
  case thumbnailTime = "timedmedia_thumbtime"
  /// `start=`
  case startTime = "timedmedia_starttime"
  /// `end=`
  case endTime = "timedmedia_endtime"
  /// `disablecontrols=`
  case disabledControls = "timedmedia_disablecontrols"
  /// `loop`
  case loop = "timedmedia_loop"
  /// `muted`
  case muted = "timedmedia_muted"

  init?(number: UInt16) {
    guard number < Self.allCases.count else { return nil }
    self = Self.allCases[Int(number)]
  }
}
