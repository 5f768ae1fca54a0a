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
  }

  /// A later version: relatives who are still there (same relation and a common name) keep their
  /// entities, so that their labels stay theirs. A withdrawal stays, too.
  init(_ before: SourceRecord, document: SourceDocument) {
    version = Version1()
    code = before.code
    self.document = document
    entity = before.entity
    withdrawn = before.withdrawn
    hold = before.hold
    screenOnly = before.screenOnly
    var free = Array(zip(before.document.relatives, before.relativeEntities))
    relativeEntities = document.relatives.map { relative in
      let match = free.firstIndex { old, _ in
        old.relation == relative.relation
          && !Set(old.names + old.aliases).isDisjoint(with: relative.names + relative.aliases)
      }
      return match.map { free.remove(at: $0).1 } ?? Self.newEntity()
    }
  }

  private static func newEntity() -> String { Crockford.encode(Random.bytes(10)) }
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
