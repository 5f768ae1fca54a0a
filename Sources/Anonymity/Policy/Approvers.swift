/// Who must approve an excerpt.
public struct Approvers: Equatable, Sendable {
  /// How many different custodians; 1 or 2.
  public let count: Int
  /// Whether who drafted the excerpt cannot be one of them.
  public let excludesDrafter: Bool
}
