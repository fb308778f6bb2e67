/// Who made a revision.
public enum DumpContributor: Sendable, Equatable {
  /// An account, temporary accounts (`~2025-…`) included. The id is `nil` when missing or `-1`.
  case user(name: String, id: Int64?)
  /// An edit without an account, by its network address.
  case ip(String)
  /// The name is hidden from the public.
  case deleted
  /// The dump does not say.
  case none
}
