/// Why something that a member wrote for others cannot be read, though the vault is whole.
public enum Unreadable: String, Codable, Equatable, Sendable {
  /// It opens, or its own hash shows it: the writer's program sealed what makes no sense.
  case content
  /// Its key does not open: the writer's program left it so, or the files were changed since. The
  /// two cannot be told apart.
  case key
  /// As ``key``; a holder's rotation has found it so and gone on without it.
  case passedOver = "passed-over"
  /// Its key was destroyed with the records that it was about.
  case erased
}
