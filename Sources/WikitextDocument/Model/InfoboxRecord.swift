/// What told that something is an infobox.
public enum InfoboxEvidence: UInt8, Sendable, BitwiseCopyable {
  /// Its name.
  case name
  /// Its shape and place: named arguments line by line, before the first heading.
  case shape
  /// Its name, which the caller gave: one that a schema is for.
  case given
  /// A rendered page: a table that looks like one.
  case table
  /// A page's text: lines that read like one.
  case lines
}

/// An infobox as it is stored.
package struct InfoboxRecord: Sendable, BitwiseCopyable {
  package var node: UInt32
  package var firstField: UInt32
  package var fieldCount: UInt32
  package var parent: UInt32?
  package var evidence: InfoboxEvidence
}

/// A field as it is stored.
package struct FieldRecord: Sendable, BitwiseCopyable {
  package var node: UInt32
  package var firstItem: UInt32
  package var itemCount: UInt32
  /// The number of a positional argument, or 0.
  package var position: UInt32
  package var isOverridden: Bool
}

/// A part of a value as it is stored.
package struct ItemRecord: Sendable, BitwiseCopyable {
  package var first: UInt32
  package var end: UInt32
  package var sourceStart: UInt32
  package var sourceEnd: UInt32
}
