/// Who or what a known identifier belongs to; opaque to this target.
public struct EntityID: Hashable, Sendable {
  /// The caller's own name of the entity.
  public let raw: String

  /// Wraps the caller's own name of the entity.
  public init(raw: String) { self.raw = raw }
}
