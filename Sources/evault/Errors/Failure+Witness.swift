import EvidenceVault
import Sealing

extension Failure {
  /// - Parameter file: the request.
  init(witness fault: WitnessFault, file: String = "") {
    switch fault {
    case .request:
      self.init(
        .badInput, "\(file) is no request to a witness.",
        next: "A custodian makes one: evault witness request --output FILE")
    case .unknownVault:
      self.init(
        .refused, "This witness does not know the vault yet.",
        next: """
          Get the vault key from the group itself, not with the request, and give it once with --vault-key. \
          evault log checkpoint shows it.
          """)
    case .notSigned:
      self.init(
        .integrity, "The checkpoint is not signed by the vault key that this witness holds.",
        next: "Sign nothing. Ask the group by another way what it sent.")
    case .otherSize(let size):
      self.init(
        .refused, "The request does not begin at what this witness signed last, size \(size).",
        next: size == 0
          ? "It has signed nothing of this vault: evault witness request without --seen makes the request."
          : "Send the group your last checkpoint: evault witness request --seen FILE makes the request."
      )
    case .fork:
      self.init(
        .integrity,
        "What this witness signed is no beginning of this checkpoint: the vault shows two histories.",
        next: "Sign nothing. Keep the request and your own last checkpoint: together they prove it."
      )
    case .state:
      self.init(
        .badInput, "The directory holds no witness, or one of a newer evault.",
        next: "evault witness create DIR --name NAME makes one.")
    case .name:
      self.init(
        .usage, "A witness's name has 1 to 100 visible ASCII characters and no +.",
        next: "For example: --name witness.example/kyiv")
    case .file(let error): self.init(error)
    }
  }
}
