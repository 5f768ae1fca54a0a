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
      if !state.roster.holds(myID, .custodian) { try require(.intake) }
      _ = try TestimonyFile(testimony)
      _ = try SourceDocument(yaml: source)
      let payload = try Codec.encode(
        DropPayload(
          version: Version1(), testimony: Data(testimony), source: Data(source)))
      return try write { transaction in
        let code = try transaction.newCode(.drop, .drop)
        let record = DropRecord(
          payload, code: code, to: transaction.state.roster.recipients(of: .custodian),
          vault: transaction.vault, signer: self.myID, by: self.me.signing)
        try transaction.put(
          .drop, code.text,
          listing: try Codec.encode(["code": code.text]), body: try Codec.encode(record))
        try transaction.log(.dropHandedIn, [code.text], reason: "")
        return code
      }
    }
  }

  /// What waits in the inbox.
  public func inbox(
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [DropSummary] {
    try vaultErrors {
      try write { transaction in try transaction.log(.inboxListed, [], reason: "") }
      return try read { reader in
        let held = try self.holding(.custodian, self.state, reader.store)
        return try reader.map.leaves(prefix: self.lookup.prefix(of: .drop)).map { key, leaf in
          let id = key.id
          guard let row = try reader.store.listings([id])[0],
            Digest.of(row) == leaf.listing
          else { throw VaultError.integrity(.record) }
          let recordKey = try reader.recordKey(id, .drop, held, self.me)
          let context = RecordContext(
            vault: self.state.roster.vault, record: id.bytes, version: leaf.version)
          let listing = try Codec.decode(
            [String: String].self, try recordKey.openListing(row, context))
          guard let code = Code(listing["code"] ?? "", .drop) else {
            throw VaultError.integrity(.content)
          }
          let opened = try self.open(
            try reader.body(key, leaf, .drop, held, self.me), code)
          return DropSummary(
            code: code, documenter: opened.documenter, size: opened.payload.testimony.count)
        }.sorted { $0.code.text < $1.code.text }
      }
    }
  }

  /// One drop, before it is accepted or refused; logged before it is opened.
  public func drop(
    _ code: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Drop {
    try vaultErrors {
      let bytes = try logThenOpen(.dropOpened, .drop, code, reason: "")
      let opened = try open(bytes, code)
      return Drop(
        code: code, documenter: opened.documenter,
        testimony: try RawText(Array(opened.payload.testimony)),
        source: try SourceDocument(yaml: Array(opened.payload.source)))
    }
  }

  /// Takes a drop into the vault under new keys; it leaves the inbox.
  ///
  /// - Parameter source: a source that the vault has, when the drop is from the same person; the
  ///   drop's own source file makes a new source otherwise.
  public func accept(
    _ code: Code, as source: Code? = nil, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> Accepted {
    try vaultErrors {
      try write { transaction in
        let opened = try self.open(try transaction.open(.drop, code.text), code)
        let batch = try TestimonyBatch(transaction)
        let reference: SourceReference =
          source.map { .code($0) } ?? .document(Array(opened.payload.source))
        let item = TestimonyBatch.Item(
          file: try TestimonyFile(Array(opened.payload.testimony)), source: try reference.read(),
          documenter: opened.documenter)
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

  /// Destroys a drop.
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

  /// A drop must be signed by the member whom it names: who sealed it cannot speak for another.
  private func open(
    _ bytes: [UInt8], _ code: Code
  ) throws -> (documenter: String, payload: DropPayload) {
    let record = try Codec.decode(DropRecord.self, bytes)
    guard let member = state.roster.members[record.signer],
      record.isSigned(by: member.keys.signing, code: code, vault: state.roster.vault)
    else {
      throw VaultError.integrity(.record)
    }
    return (
      member.handle, try Codec.decode(DropPayload.self, Array(record.payload))
    )
  }
}
