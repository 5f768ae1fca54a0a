import Sealing

extension Failure {
  /// Why keys are not kept unlocked, or not taken from where they are.
  init(agent error: AgentError) {
    switch error {
    case .noRuntimeDirectory:
      self.init(
        .inputOutput, "This login session has no runtime directory (XDG_RUNTIME_DIR).",
        next: "Log in as usual, not with su. Without it every command asks for the passphrase.")
    case .untrusted:
      self.init(
        .integrity, "The runtime directory or the agent's socket is not yours alone.",
        next:
          "Nothing was given away. Look at XDG_RUNTIME_DIR: it must be yours, with mode 0700. Keys are not kept unlocked until then."
      )
    case .pathTooLong:
      self.init(
        .inputOutput, "The path of XDG_RUNTIME_DIR is too long for a socket.",
        next: "It is /run/user/NUMBER on most machines.")
    case .otherMember:
      self.init(
        .integrity, "The agent has the keys of another member under this name.",
        next: "End the process that listens there; then evault unlock starts one of this version.")
    case .malformed:
      self.init(
        .integrity, "What answered is no agent of this version.",
        next: "Run evault lock, then evault unlock.")
    case .notStarted:
      self.init(
        .inputOutput, "The process that would hold the keys did not start.",
        next: "Nothing is unlocked. Commands ask for the passphrase.")
    case .inputOutput:
      self.init(.inputOutput, "The agent could not be reached, or could not listen.")
    }
  }
}
