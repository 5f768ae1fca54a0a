/// The shares that were made together: what is the same on all of them.
public struct RecoverySet: Hashable, Sendable {
  /// Fewest and most shares that may be needed, and most that there may be.
  public static let counts = 2...16

  /// How many shares open.
  public let threshold: Int
  /// How many there are.
  public let count: Int
  /// 4 random bytes.
  let id: [UInt8]
  /// 8 bytes that tell the vault from others: H(recovery/vault, vault id ‖ genesis)[0..8].
  let vault: [UInt8]

  /// A new set for a vault; `nil` unless 2 ≤ threshold ≤ count ≤ 16.
  public init?(threshold: Int, of count: Int, vault: VaultID, genesis: Digest) {
    self.init(
      threshold: threshold, count: count, id: Random.bytes(4),
      vault: Self.tag(vault, genesis))
  }

  init?(threshold: Int, count: Int, id: [UInt8], vault: [UInt8]) {
    guard Self.areValid(threshold: threshold, count: count), id.count == 4, vault.count == 8 else {
      return nil
    }
    self.threshold = threshold
    self.count = count
    self.id = id
    self.vault = vault
  }

  /// Whether so many shares may be made, of which so many open.
  public static func areValid(threshold: Int, count: Int) -> Bool {
    counts.contains(threshold) && counts.contains(count) && threshold <= count
  }

  /// Whether the shares are of this vault.
  public func belongs(to vault: VaultID, genesis: Digest) -> Bool {
    self.vault == Self.tag(vault, genesis)
  }

  /// What the member is called whose passphrase the shares give: `recovery-` and seven letters.
  public var handle: String { Self.prefix + Crockford.encode(id).lowercased() }

  /// Whether a member's handle is one that only a recovery has.
  public static func isHandle(_ handle: String) -> Bool {
    let letters = handle.dropFirst(prefix.count)
    return handle.hasPrefix(prefix) && letters.count == 7
      && letters.allSatisfy { letter in
        Crockford.alphabet.contains { String($0).lowercased() == String(letter) }
      }
  }

  /// The vault's tag as people compare it: `7K2M-9XQ4-…`.
  public var vaultText: String {
    let letters = Crockford.encode(vault)
    return stride(from: 0, to: letters.count, by: 4).map {
      String(letters.dropFirst($0).prefix(4))
    }.joined(separator: "-")
  }

  private static let prefix = "recovery-"

  private static func tag(_ vault: VaultID, _ genesis: Digest) -> [UInt8] {
    Array(Digest.of(.recoveryVault, vault.bytes, genesis.bytes).bytes.prefix(8))
  }
}
