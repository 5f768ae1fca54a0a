// expect: incorrect argument labels in call (have 'rowContents:vault:', expected 'new:genesis:')
import Sealing

/// Only a row that a passphrase opened, an agent of the same user, or a new member makes member keys.
func make(_ contents: borrowing SecretBytes, _ vault: VaultID) throws -> MemberKeys {
  try MemberKeys(rowContents: contents, vault: vault)
}
