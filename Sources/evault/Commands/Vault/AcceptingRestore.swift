import EvidenceVault

extension GlobalOptions {
  /// Opens a vault; where it was restored from a backup, asks at the terminal for the fingerprint that
  /// the steward read aloud. Typing it is the comparison: it is not shown.
  func accepting<Opened>(_ open: (String?) throws -> Opened) throws -> Opened {
    do {
      return try open(acceptRestore)
    } catch VaultError.integrity(.restored(let made)) where acceptRestore == nil && Ask.isPossible {
      output.warn("\(Failure.words(of: made))")
      let typed = try Ask.line(
        "The fingerprint that \(made.by) read to you, by a way nobody else can speak on: ")
      return try open(typed)
    }
  }
}

extension Failure {
  /// What was declared, in a sentence or two.
  static func words(of made: RestoreDeclaration) -> ScreenText {
    let lost: ScreenText =
      made.lost > made.kept
      ? "The log entries \(made.kept) to \(made.lost - 1) are lost, and what they did."
      : "Another history of the vault, which this device has seen, is lost."
    return
      "The vault was restored from a backup by \(made.by), on \(String(made.time.prefix(10))). \(lost)"
  }

  init(restored made: RestoreDeclaration) {
    self.init(
      .integrity, Self.words(of: made),
      next: """
        Ask \(made.by), by a way nobody else can speak on, whether that is so and for the fingerprint. Then run this again with --accept-restore FINGERPRINT.
        If nobody knows of it, somebody put an older copy in its place: change nothing in the vault's directory, and tell the others.
        """)
  }
}
