import EvidenceVault

extension Failure {
  /// Why a release was refused.
  init(_ fault: ReleaseFault, file: String) {
    switch fault {
    case .tooLarge: self.init(.badInput, "\(file) is too large for a release.")
    case .noProof:
      self.init(
        .badInput, "There is no proof in \(file).",
        next: """
          HTML and JSON releases have one. For Markdown or plain text give the same release in JSON \
          with --proof. What was approved by an older program has none: a custodian approves it anew.
          """)
    case .document:
      self.init(.integrity, "\(file) is altered: its document is not written as a release is.")
    case .page:
      self.init(.integrity, "\(file) is altered: it is not what its proof was made for.")
    case .key, .checkpoint:
      self.init(.integrity, "\(file) is altered: its vault key and checkpoint do not fit together.")
    case .signature:
      self.init(.integrity, "\(file) is altered: its signature is wrong.")
    case .words:
      self.init(
        .integrity,
        "\(file) does not prove its words: they are not those of the text that it names.")
    case .shown:
      self.init(.integrity, "\(file) shows something else than what it proves.")
    case .otherKey:
      self.init(.integrity, "\(file) is not of the vault whose key you gave.")
    case .otherCheckpoint:
      self.init(.integrity, "\(file) is not of the vault whose checkpoint you gave.")
    }
  }
}
