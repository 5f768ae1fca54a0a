import Sealing
public import Storage

/// Makes a store with contents, all at once or not at all.
///
/// The closure that it is given writes the contents.
public typealias StoreMaker =
  (_ contents: (any StoreWriting) throws -> Void) throws -> any VaultStore

/// The first transaction of a vault.
struct Founding {
  let header: Header
  let handle: String
  let pins: any PinStore
  let clock: @Sendable () -> UInt64

  /// Founds in a store that is there and empty.
  func run(
    in store: any VaultStore, _ passphrase: borrowing PassphraseKeys
  ) throws -> Session {
    try run(
      in: { contents in
        try store.write { try contents($0) }
        return store
      }, passphrase)
  }

  func run(in make: StoreMaker, _ passphrase: borrowing PassphraseKeys) throws -> Session {
    // The founder's keys sign the genesis entry whose hash then anchors them.
    let unanchored = try MemberKeys(new: header.vault, genesis: .zero)
    let lookup = try Lookup.random()
    let roles = try Role.keyed.map { role in
      HeldRole(
        role,
        try RoleKeys(
          new: RoleContext(vault: header.vault, role: role.rawValue, epoch: 1)))
    }
    guard let member = roles.first(where: { $0.role == .member }) else {
      preconditionFailure("`member` has keys")
    }
    let genesis = try RosterEntry(
      RosterPayload(
        version: Version1(), vault: HexBytes(header.vault.bytes), number: 0,
        previous: HexBytes(Digest.zero.bytes),
        change: .genesis(
          founder: RosterMember(handle: handle, keys: unanchored.publicKeys),
          epochs: roles.map {
            RosterEpoch($0.keys.context, role: $0.role, keys: $0.keys.publicKeys)
          },
          lookup: HexBytes(lookup.commitment(header.vault)))),
      signers: [.member(MemberID(unanchored.id))] + roles.map { .epoch($0.role, 1) }
    ) { signer, bytes in
      switch signer {
      case .member: unanchored.signing.sign(.roster, bytes)
      case .epoch(let role, _):
        roles.first { $0.role == role }?.keys.signing.sign(.roster, bytes) ?? []
      }
    }
    let me = try unanchored.anchored(at: genesis.hash)
    let memberRow = try passphrase.seal(me)
    let rowID = passphrase.rowID
    var state = ChainState(vault: header.vault)
    try state.roster.apply(genesis)
    // The store comes to be with its first contents, which this session writes.
    let session = Session(
      store: InMemoryStore(), pins: pins, me: me, lookup: lookup,
      memberEpochs: MemberEpochs.first(member), state: ChainState(vault: header.vault),
      clock: clock)
    let after = state
    let store = try make { writing in
      guard try writing.header("vault") == nil else { throw StoreError.exists }
      try header.write(writing)
      if let id = RowID(rowID) { try writing.setCell(id, memberRow) }
      for held in roles where held.role != .member {
        let id = lookup.row(
          .grant, session.myID.bytes, [held.role.rawValue], UInt32(1).bigEndianBytes)
        try writing.setCell(id, try held.keys.grant(to: session.me.box.publicKey))
      }
      let transaction = try Transaction(session: session, store: writing)
      try transaction.found(genesis, after)
      try transaction.finish()
      session.state = transaction.state
      try writing.setHeader(
        "card", try Card(session.state.roster, member: member).signed(by: member))
      try writing.setCell(
        FirstGrant.row(session.me.publicKeys, header.vault),
        try FirstGrant.seal(
          member, to: session.me.publicKeys, lookup: lookup, pin: session.state.pin))
    }
    session.settle(in: store)
    try session.savePin(afterChange: true)
    return session
  }
}
