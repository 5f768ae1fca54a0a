import Foundation
import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// What a hostile interviewer's program can put into the inbox: rightful rows of the map and the
/// log, and nonsense in them.
enum GarbageDrop: String, CaseIterable {
  // Its key does not open.
  case noBox, brokenBox, cutBox, boxForHimself, boxOfAnotherRecord, boxOfAnotherKey, forgedMark
  // Its key opens.
  case brokenBody, brokenListing, listingOfAnotherKey, bodyIsNoJSON, listingIsNoJSON,
    anotherCode, noPayload, noTestimony, noSource

  var fault: Unreadable {
    switch self {
    case .noBox, .brokenBox, .cutBox, .boxForHimself, .boxOfAnotherRecord, .boxOfAnotherKey,
      .forgedMark:
      .key
    default: .content
    }
  }

  /// Whether a custodian can tell its code.
  var hasCode: Bool {
    switch self {
    case .brokenBody, .bodyIsNoJSON, .noPayload, .noTestimony, .noSource: true
    default: false
    }
  }

  /// Plants it. Returns the code that was meant, and the number of the log entry.
  @discardableResult
  func plant(_ session: Session, _ store: HostileStore) throws -> (code: Code, entry: UInt64) {
    let forger = try Forger(session, store)
    let roster = session.state.roster
    let code = Code.random(.drop)
    let key = session.lookup.record(.drop, code.text)
    let id = key.id
    let context = RecordContext(vault: roster.vault, record: id.bytes, version: 1)
    let recordKey = try RecordKey()
    let payload = try Codec.encode(
      DropPayload(
        testimony: self == .noTestimony ? [0xFF, 0] : Office.testimonyFile(),
        source: self == .noSource ? Array("nobody: 3".utf8) : Office.sourceFile))
    let record = DropRecord(
      self == .noPayload ? [1, 2] : payload, code: code, to: roster.recipients(of: .custodian),
      vault: roster.vault, signer: session.myID, by: session.me.signing)
    let named = self == .anotherCode ? Code.random(.drop).text : code.text
    var sealed = try recordKey.seal(
      listing: self == .listingIsNoJSON ? [7] : try Codec.encode(["code": named]),
      body: self == .bodyIsNoJSON ? [7] : try Codec.encode(record), context)
    switch self {
    case .brokenBody:
      sealed = SealedRecord(
        listing: sealed.listing, body: sealed.body.prefix(33) + Random.bytes(200))
    case .brokenListing:
      sealed = SealedRecord(
        listing: sealed.listing.prefix(33) + Random.bytes(20), body: sealed.body)
    case .listingOfAnotherKey:
      sealed = SealedRecord(
        listing: try RecordKey().seal(listing: [], body: [], context).listing, body: sealed.body)
    default: break
    }
    let leaf = MapLeaf(version: 1, sealed)
    let boxed = try box(recordKey, id, session)
    try store.write { writing in
      try writing.setRecord(id, (sealed.listing, sealed.body))
      try writing.setWrap(session.lookup.boxed(id, .custodian), boxed)
    }
    let entry = session.state.logCount
    try forger.append(.dropHandedIn, changes: [(key, leaf)])
    return (code, entry)
  }

  private func box(
    _ key: borrowing RecordKey, _ id: RowID, _ session: Session
  ) throws -> [UInt8]? {
    let recipients = session.state.roster.recipients(of: .custodian)
    let context = BoxedContext.record(session.me.vault, .custodian, id)
    let right = try BoxedKey.seal(key, to: recipients, context: context)
    return switch self {
    case .noBox: nil
    case .brokenBox: [1] + recipients[0].bytes.prefix(8) + Random.bytes(96)
    case .cutBox: Array(right.dropLast())
    case .boxForHimself:
      try BoxedKey.seal(key, to: [session.me.publicKeys.box], context: context)
    case .boxOfAnotherRecord: try BoxedKey.seal(key, to: recipients, context: context + [0])
    case .boxOfAnotherKey:
      try BoxedKey.seal(try RecordKey(), to: recipients, context: context)
    case .forgedMark:
      [0]
        + (try session.memberEpochs.current.keys.sealChainRow(id.bytes, .boxed, number: 0))
    default: right
    }
  }
}
