import Sealing
import Storage

/// Some entries of the log, and what can be found out of each without those before it.
struct EntryCheck: Sendable {
  let rows: [ChainRow]
  /// The detail of each row.
  let details: [DetailRow]
  /// The signing keys of those who are members so far.
  let keys: [MemberID: SigningPublicKey]
  let vault: VaultID

  struct Checked: Sendable {
    let entry: LogEntry
    let hash: Digest
    /// The hash of the detail that is there.
    let detail: Digest
    /// Whose signature it was found to have; `nil` when the member was not known by then.
    let signer: SigningPublicKey?
  }

  func run(_ epochs: MemberEpochs) -> [Result<Checked, any Error>] {
    zip(rows, details).map { row, detail in
      Result {
        let entry = try LogEntry(try epochs.open(row, .log), number: row.number)
        let key = keys[entry.member]
        let signed = key.map { entry.isSigned(by: $0, vault: vault) } ?? false
        return Checked(
          entry: entry, hash: entry.hash, detail: Digest.of(detail.body),
          signer: signed ? key : nil)
      }
    }
  }
}
