/// Why there is no agent to be used or started.
public enum AgentError: Error, Equatable, Sendable {
  /// The session has no runtime directory (`XDG_RUNTIME_DIR`).
  case noRuntimeDirectory
  /// A directory, socket or process is another user's, or open to others.
  case untrusted
  /// The path of the runtime directory is too long for a socket.
  case pathTooLong
  /// It is an agent, and holds another member's keys.
  case otherMember
  /// What came was no answer of an agent.
  case malformed
  /// The process could not be started, or did not come up.
  case notStarted
  case inputOutput
}
