import Foundation
import Sealing
import Storage

extension Session {
  /// Puts a testimony and who gave it into the inbox, sealed to the custodians: whoever hands it in
  /// cannot open it any more.
  ///
  /// - Throws: ``VaultError/roleMissing(_:)`` unless the member has the right `intake` or is a
  ///   custodian; ``VaultError/input(_:)``.
  public func handIn(_ testimony: [UInt8], source: [UInt8]) throws(VaultError) -> Code {
    try vaultErrors {
      try handIn([(testimony, source)])[0]
    }
  }

  /// Puts several testimonies into the inbox, all or none, each with its own log entry.
  ///
  /// - Returns: the code of each, in order.
  public func handIn(
    _ files: [(testimony: [UInt8], source: [UInt8])]
  ) throws(VaultError) -> [Code] {
    try vaultErrors {
      if !state.roster.holds(myID, .custodian) { try require(.intake) }
      let payloads = try files.map { testimony, source in
        _ = try TestimonyFile(testimony)
        _ = try SourceDocument(yaml: source)
        return try Codec.encode(DropPayload(testimony: testimony, source: source))
      }
      return try write { transaction in
        try payloads.map { try transaction.handIn($0) }
      }
    }
  }

  /// What waits in the inbox.
  ///
  /// - Throws: ``VaultError/integrity(_:)`` when a drop is missing or was changed; one that its
  ///   writer's program may have left unreadable is listed as such.
  public func inbox(
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Inbox {
    try vaultErrors {
      try write { transaction in try transaction.log(.inboxListed, [], reason: "") }
      return try read { reader in
        let desk = InboxReading(
          reader: reader, held: try self.holding(.custodian, self.state, reader.store),
          history: self.history(reader.store))
        return try desk.inbox(self.me)
      }
    }
  }

  /// One drop, before it is accepted or refused; logged before it is opened.
  ///
  /// - Throws: ``IntegrityFault/unreadable`` when it is none.
  public func drop(
    _ code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Drop {
    try vaultErrors {
      try write { transaction in
        guard try transaction.reader.leaf(.drop, code.text) != nil else {
          throw VaultError.notFound
        }
        try transaction.log(.dropOpened, [code.text], reason: "")
      }
      return try read { reader in
        let opened = try reader.drop(
          code, try self.holding(.custodian, self.state, reader.store), self.state.roster, self.me)
        return Drop(
          code: code, documenter: opened.documenter,
          testimony: try RawText(Array(opened.payload.testimony)), source: opened.source)
      }
    }
  }

  /// Takes a drop into the vault under new keys; it leaves the inbox.
  ///
  /// - Parameter source: a source that the vault has, when the drop is from the same person; the
  ///   drop's own source file makes a new source otherwise.
  /// - Throws: ``IntegrityFault/unreadable`` when it is none.
  public func accept(
    _ code: Code, as source: Code? = nil, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Accepted {
    try vaultErrors {
      try write { transaction in
        let opened = try transaction.reader.drop(
          code, try transaction.holding(.custodian), transaction.state.roster, self.me)
        let batch = try TestimonyBatch(transaction)
        let reference: SourceReference =
          source.map { .code($0) } ?? .document(Array(opened.payload.source))
        let item = TestimonyBatch.Item(
          file: opened.testimony, source: try reference.read(), documenter: opened.documenter)
        var accepted: Accepted?
        try batch.add([item]) { next in
          try transaction.remove(.drop, code.text)
          try transaction.log(
            .dropAccepted, [code.text, next.testimony.text, next.source.text], reason: "")
          accepted = next
        }
        guard let accepted else { throw VaultError.notFound }
        return accepted
      }
    }
  }

  /// Destroys a drop, readable or not.
  public func refuse(
    _ code: Code, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        try transaction.remove(.drop, code.text)
        try transaction.log(.dropRefused, [code.text], reason: reason)
      }
      _ = try store.destroyRemnants()
    }
  }

  /// Destroys what a log entry put into the inbox and nobody can read.
  ///
  /// - Throws: ``VaultError/notFound`` when the inbox has nothing unreadable of that entry.
  public func refuseUnreadable(
    entry: UInt64, reason: String, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) {
    try vaultErrors {
      try write { transaction in
        let desk = InboxReading(
          reader: transaction.reader, held: try transaction.holding(.custodian),
          history: transaction.history)
        let keys = try desk.unreadable(self.me).filter { $0.drop.entry == entry }.map(\.key)
        guard !keys.isEmpty else { throw VaultError.notFound }
        for key in keys { try transaction.removeDrop(key) }
        try transaction.log(.dropRefused, ["entry-\(entry)"], reason: reason)
      }
      _ = try store.destroyRemnants()
    }
  }
}

extension Reader {
  /// - Throws: ``VaultError/notFound``; ``IntegrityFault/unreadable``.
  fileprivate func drop(
    _ code: Code, _ held: HeldRole, _ roster: RosterState, _ me: borrowing MemberKeys
  ) throws -> OpenedDrop {
    guard let leaf = try leaf(.drop, code.text) else { throw VaultError.notFound }
    let reading = DropReading(reader: self, held: held, roster: roster)
    switch try reading.read(lookup.record(.drop, code.text), leaf, me) {
    case .readable(let opened): return opened
    case .unreadable: throw VaultError.integrity(.unreadable)
    }
  }
}

extension Transaction {
  fileprivate func handIn(_ payload: [UInt8]) throws -> Code {
    let code = try newCode(.drop, .drop)
    let record = DropRecord(
      payload, code: code, to: state.roster.recipients(of: .custodian), vault: vault,
      signer: session.myID, by: session.me.signing)
    try put(
      .drop, code.text, listing: try Codec.encode(["code": code.text]),
      body: try Codec.encode(record))
    try log(.dropHandedIn, [code.text], reason: "")
    return code
  }

  /// Takes a drop out whose code nobody knows.
  fileprivate func removeDrop(_ key: MapKey) throws {
    let id = key.id
    guard let leaf = try map.leaf(key) else { throw VaultError.notFound }
    try store.setRecord(id, nil)
    try store.setWrap(lookup.boxed(id, .custodian), nil)
    if let wrapID = RowID(try holding(.custodian).keys.wrapID(of: id.bytes)) {
      try store.setWrap(wrapID, nil)
    }
    stage(key, nil, leaf)
  }
}
