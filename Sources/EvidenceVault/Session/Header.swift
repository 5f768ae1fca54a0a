import Sealing
import Storage

/// All that lies open in a vault: format, id, key derivation and the public card.
struct Header: Sendable {
  static let format: [UInt8] = [0, 0, 0, 1]

  let vault: VaultID
  let parameters: PassphraseParameters
  /// 32 random bytes.
  let salt: [UInt8]

  init(vault: VaultID, parameters: PassphraseParameters, salt: [UInt8]) {
    self.vault = vault
    self.parameters = parameters
    self.salt = salt
  }

  /// Reads the header of a vault.
  init(_ store: any StoreReading) throws {
    guard let format = try store.header("format") else { throw VaultError.storage(.damaged) }
    guard format == Self.format else { throw VaultError.storage(.newerFormat) }
    guard let id = try store.header("vault").flatMap({ VaultID($0) }),
      let kdf = try store.header("kdf"), let salt = try store.header("salt"), salt.count == 32
    else { throw VaultError.integrity(.header) }
    do { parameters = try PassphraseParameters(kdf) } catch { throw VaultError.integrity(.header) }
    vault = id
    self.salt = salt
  }

  func write(_ store: any StoreWriting) throws {
    try store.setHeader("format", Self.format)
    try store.setHeader("vault", vault.bytes)
    try store.setHeader("kdf", parameters.bytes)
    try store.setHeader("salt", salt)
  }

  func keys(
    _ passphrase: borrowing Passphrase, handle: String
  ) throws(VaultError) -> PassphraseKeys {
    do {
      return try PassphraseKeys(
        passphrase, handle: handle, vault: vault, salt: salt, parameters: parameters)
    } catch { throw .sealing(error) }
  }
}
