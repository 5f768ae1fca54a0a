import Anonymity
import Sealing

/// A source as it is sealed to the custodians.
public struct SourceRecord: Codable, Equatable, Sendable {
  let version: Version1
  public let code: Code
  public let document: SourceDocument
  /// What mentions point to: random, one for the source and one for each relative, in their order.
  let entity: String
  let relativeEntities: [String]
  /// That the person has withdrawn the consent, whatever the document says; `nil` where not.
  public internal(set) var withdrawn: ConsentWithdrawal?
  /// What sources that were joined to this one were called; `nil` for none.
  let former: [FormerSource]?
  /// That the source may not be erased; `nil` where it may.
  public internal(set) var hold: LegalHold?
  /// That this is all that was kept of somebody erased, to find the person in later texts; `nil` for a
  /// source of the usual kind.
  public internal(set) var screenOnly: Bool?

  init(code: Code, document: SourceDocument) {
    version = Version1()
    self.code = code
    self.document = document
    entity = Self.newEntity()
    relativeEntities = document.relatives.map { _ in Self.newEntity() }
    former = nil
  }

  /// A later version: relatives who are still there (same relation and a common name) keep their
  /// entities, so that their labels stay theirs. A withdrawal stays, too.
  init(_ before: SourceRecord, document: SourceDocument) {
    self.init(before, absorbing: nil, document: document)
  }

  /// As a later version, with what another source was called.
  init(_ before: SourceRecord, absorbing other: SourceRecord?, document: SourceDocument) {
    version = Version1()
    code = before.code
    self.document = document
    entity = before.entity
    withdrawn = before.withdrawn
    let more =
      other.map { [FormerSource(code: $0.code, entity: $0.entity)] + ($0.former ?? []) } ?? []
    let all = (before.former ?? []) + more
    former = all.isEmpty ? nil : all
    hold = before.hold ?? other?.hold
    // A source of the usual kind that is joined makes it one.
    screenOnly = other != nil && other?.screenOnly == nil ? nil : before.screenOnly
    var free = Array(zip(before.document.relatives, before.relativeEntities))
    if let other { free += zip(other.document.relatives, other.relativeEntities) }
    relativeEntities = document.relatives.map { relative in
      let match = free.firstIndex { old, _ in old.isSame(as: relative) }
      return match.map { free.remove(at: $0).1 } ?? Self.newEntity()
    }
  }

  /// Under which entities a source that this one absorbed, and its relatives, are now.
  func entities(of other: SourceRecord) -> [String: String] {
    var entities = [other.entity: entity]
    for (relative, old) in zip(other.document.relatives, other.relativeEntities)
    where !relativeEntities.contains(old) {
      let index = document.relatives.firstIndex { $0.isSame(as: relative) }
      entities[old] = index.map { relativeEntities[$0] }
    }
    return entities
  }

  private static func newEntity() -> String { Crockford.encode(Random.bytes(10)) }
}

/// A source that was joined to another one.
struct FormerSource: Codable, Equatable, Sendable {
  let code: Code
  /// Its letters were given out to this one.
  let entity: String
}

/// Who entered that a source withdrew the consent, and when. The reason is in the log.
public struct ConsentWithdrawal: Codable, Equatable, Sendable {
  /// A handle.
  public let by: String
  /// ISO 8601, UTC.
  public let at: String
}

/// A source as a listing shows it.
public struct SourceSummary: Codable, Equatable, Sendable {
  public let code: Code
  public let name: String
  public let audiences: [String]
  /// The consent has been withdrawn; `nil` where not.
  public let withdrawn: Bool?
  /// Kept for screening alone, after an erasure; `nil` where not.
  public let screenOnly: Bool?

  init(_ record: SourceRecord) {
    code = record.code
    withdrawn = record.withdrawn == nil ? nil : true
    screenOnly = record.screenOnly
    name = String(record.document.names.first?.prefix(40) ?? "")
    audiences = Array(record.document.consent.audiences.prefix(4))
  }
}
