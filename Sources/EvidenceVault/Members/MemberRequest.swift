import Sealing
import Storage

/// A newcomer's request: handle and public keys, sealed to the `member` epoch of the card.
///
/// request = key id of the epoch (4) ‖ crypto_box_seal(padded JSON), padded to 1,024 bytes.
struct MemberRequest: Codable, Sendable {
  let version: Version1
  let member: RosterMember
  /// By the newcomer's own key, over vault, genesis, handle and keys.
  let signature: HexBytes

  static func leave(
    _ store: any VaultStore, _ handle: String, _ passphrase: borrowing PassphraseKeys,
    _ header: Header
  ) throws -> Vault.Request {
    let card = try store.read { reading -> Card in
      guard let bytes = try reading.header("card") else { throw VaultError.integrity(.header) }
      return try Card(bytes)
    }
    guard let genesis = Digest(card.genesis.bytes), let epoch = card.member.keys,
      card.vault.bytes == header.vault.bytes
    else { throw VaultError.integrity(.header) }
    let me = try MemberKeys(new: header.vault, genesis: genesis)
    let member = RosterMember(handle: handle, keys: me.publicKeys)
    let request = MemberRequest(
      version: Version1(), member: member,
      signature: HexBytes(
        me.signing.sign(.request, header.vault.bytes, genesis.bytes, try Codec.encode(member))))
    let sealed =
      card.memberKeyID.bytes
      + (try epoch.box.seal(try Padding.blocks(try Codec.encode(request), of: 1024)))
    let row = try passphrase.seal(me)
    guard let rowID = RowID(passphrase.rowID), let requestID = RowID(Random.bytes(16)) else {
      throw VaultError.integrity(.content)
    }
    try store.write { writing in
      guard try writing.cell(rowID) == nil else { throw VaultError.refused(.handleTaken) }
      try writing.setCell(rowID, row)
      try writing.setRequest(requestID, sealed)
    }
    return Vault.Request(
      fingerprint: me.publicKeys.fingerprint(in: header.vault, genesis: genesis),
      vaultFingerprint: try card.fingerprint())
  }

  /// Opens a waiting request; `nil` for one that is not for this vault's members, or not genuine.
  static func open(
    _ sealed: [UInt8], _ epochs: MemberEpochs, _ roster: RosterState
  ) -> MemberRequest? {
    let opened = epochs.epochs(Array(sealed.prefix(4))).lazy
      .compactMap { try? $0.keys.box.open(Array(sealed.dropFirst(4))) }
    guard let padded = opened.first,
      let plain = try? Padding.strip(padded),
      let request = try? Codec.decode(MemberRequest.self, plain),
      let keys = request.member.keys, Handle.isValid(request.member.handle),
      let member = try? Codec.encode(request.member),
      keys.signing.verifies(
        request.signature.bytes, .request, roster.vault.bytes, roster.genesis.bytes, member)
    else { return nil }
    return request
  }
}
