import Screen

/// Keeps names out of the reasons that people type.
///
/// Auditors read every reason and researchers some of them; neither may learn a name from it. Only
/// custodians are asked for reasons, and theirs is the program that knows the names.
struct ReasonScreen {
  let transaction: Transaction

  /// - Throws: ``VaultRefusal/screen(_:)`` when the words name somebody whom the vault knows.
  func check(_ reason: String) throws {
    guard !reason.isEmpty,
      transaction.state.roster.holds(transaction.session.myID, .custodian)
    else { return }
    let needles = try transaction.people().identities.needles(
      try BuiltIn.policy("internal"), audience: Audience.internalName)
    let outgoing = Outgoing(
      bytes: Array(reason.utf8), format: .txt, fileName: nil, metadata: [])
    guard case .clean = Screen(needles: needles).verdict(on: outgoing) else {
      throw VaultError.refused(.screen(ScreenRefusal(places: ["reviewer's words"])))
    }
  }
}
