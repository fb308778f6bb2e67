/// Names of templates that stand for `<references>`: data, a pattern a line.
enum ReferenceTemplates {
  /// Templates that show the list of references, and may define some in an argument.
  static let lists = TemplateNames(
    """
    // English, and what many wikis took over
    Reflist
    Ref-list
    References
    Refs
    Notelist*
    Notes
    // German, French, Spanish, Portuguese, Italian
    Einzelnachweise
    Références
    Références nombreuses
    Listaref
    Reflista
    Referencias
    Referências
    // Swedish, Norwegian, Danish, Finnish
    Referenser
    Reflist*
    Viitteet
    // Russian, Ukrainian, Bulgarian
    Примечания
    Примітки
    Reflist
    // Polish, Czech, Turkish
    Przypisy
    Kaynakça
    // Japanese, Chinese, Korean
    脚注リスト
    參考文獻
    参考文献
    각주
    """
  )

  /// The arguments in which they define references.
  static let arguments = TemplateNames(
    """
    refs
    references
    références
    reflist
    refer
    przypisy
    viitteet
    """
  )
}
