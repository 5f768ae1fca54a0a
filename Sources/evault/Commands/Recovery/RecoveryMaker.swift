import EvidenceVault
import Sealing

/// From terms to a recovery member whose shares are on paper.
struct RecoveryMaker {
  let place: PageOptions.Destination
  let output: Output

  /// What was made, for a document.
  struct Document: Encodable {
    let recovery: String
    let threshold: Int
    let count: Int
    let roles: [String]
    let waiting: [String]
    let shares: [SharePages.Words]?
  }

  /// Shows the shares, then has the vault take in the member that they are the passphrase of.
  func make(
    _ session: Session, _ terms: ShareTerms, _ roles: [Role]
  ) throws -> (document: Document, member: RecoveryMember) {
    let draft = try session.draftRecovery(threshold: terms.threshold, of: terms.count)
    let pages = SharePages(draft: draft, place: place)
    try pages.show(output)
    let member: RecoveryMember
    do {
      member = try session.admitRecovery(draft, roles: roles)
    } catch VaultError.pinNotSaved(changed: true) {
      output.warn("\(draft.set.handle) is a member all the same: keep the pages.")
      throw VaultError.pinNotSaved(changed: true)
    } catch {
      output.warn("The recovery was not made. Destroy the pages: they open nothing.")
      throw error
    }
    let document = Document(
      recovery: member.handle, threshold: terms.threshold, count: terms.count,
      roles: member.roles.map(\.word), waiting: member.waiting.map(\.word),
      shares: place == .pipe && output.json ? try pages.words() : nil)
    return (document, member)
  }

  func text(_ document: Document) -> String {
    let text: ScreenText =
      "\(document.recovery) is a member: any \(document.threshold) of its \(document.count) shares open it.\n"
    return place.beside(text.text)
  }

  func notes(_ member: RecoveryMember, _ session: Session) throws {
    output.note(
      "Give each share to somebody else. See in a while whether they still open: evault recovery drill"
    )
    try PendingNote(
      pending: member.pending, member: member.handle, session: session
    ).show(output)
  }
}
