extension SiteConfiguration {
  /// The same grammar with more extension tags, or with other content for those it has.
  public func adding(extensionTags: [ExtensionTag]) -> SiteConfiguration {
    changing { overlay in
      overlay.extensionTags += extensionTags
      overlay.keptExtensionTags?.formUnion(extensionTags.map(\.name))
    }
  }

  /// The same grammar with only those of its extension tags that have one of these names: those of the extensions that
  /// are installed.
  public func keeping(extensionTags names: Set<String>) -> SiteConfiguration {
    changing { overlay in
      overlay.keptExtensionTags = overlay.keptExtensionTags?.intersection(names) ?? names
    }
  }

  /// The same grammar with these interwiki prefixes and no others: those of the wiki's own interwiki map.
  public func replacing(interwiki prefixes: [String: Interwiki]) -> SiteConfiguration {
    changing { $0.interwiki = prefixes }
  }

  /// The same grammar with titles whose first letter is read in this way, but for namespaces with a rule of their own.
  ///
  /// Of a wiki that is not known, only ``TitleCase/caseSensitive`` is safe: what is the same page then is so everywhere.
  public func replacing(titleCase: TitleCase) -> SiteConfiguration {
    changing { $0.titleCase = titleCase }
  }

  private func changing(_ change: (inout SiteTables.Overlay) -> Void) -> SiteConfiguration {
    SiteConfiguration(tables: tables.changing(change))
  }
}
