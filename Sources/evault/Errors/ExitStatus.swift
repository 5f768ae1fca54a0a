/// The exit codes, which scripts may rely on.
enum ExitStatus: Int32, Sendable {
  case done = 0
  /// A bug, or something that nobody thought of.
  case unexpected = 1
  /// By the screen, the consent, a policy, the risk, or for want of an anchor.
  case refused = 3
  /// Not unlocked, or not a member of the role.
  case locked = 4
  /// Tampering, rollback or damage.
  case integrity = 5
  case notFound = 6
  case usage = 64
  /// Input that is not what it should be.
  case badInput = 65
  case inputOutput = 74

  /// The name that JSON errors carry.
  var name: String {
    switch self {
    case .done: "done"
    case .unexpected: "unexpected"
    case .refused: "refused"
    case .locked: "locked"
    case .integrity: "integrity"
    case .notFound: "not-found"
    case .usage: "usage"
    case .badInput: "bad-input"
    case .inputOutput: "input-output"
    }
  }
}
