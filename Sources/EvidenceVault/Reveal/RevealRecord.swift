import Foundation

/// How far a question who a label stands for has come.
public enum RevealStatus: String, Codable, Equatable, Sendable {
  case waiting, answered, refused
}

/// A question who a label of a release stands for, and what became of it.
///
/// Everybody with the editors' key can open the record: the question has a label and no name. The
/// answer in it is sealed once more, to the asker alone.
struct RevealRecord: Codable, Equatable, Sendable {
  let version: Version1
  let code: Code
  /// The release in which the label stands.
  let excerpt: Code
  /// As the asker gave it.
  let label: String
  let asker: MemberID
  let handle: String
  let reason: String
  /// ISO 8601, UTC.
  let asked: String
  var status: RevealStatus
  /// Who answered or refused: a handle.
  var decider: String?
  /// Why it was answered or refused.
  var decision: String?
  var answer: RevealSeal?
}

/// A question as lists show it.
public struct RevealSummary: Codable, Equatable, Sendable {
  public let code: Code
  public let excerpt: Code
  public let label: String
  /// Who asks: a handle.
  public let by: String
  /// ISO 8601, UTC.
  public let asked: String
  public let status: RevealStatus

  init(_ record: RevealRecord) {
    code = record.code
    excerpt = record.excerpt
    label = record.label
    by = record.handle
    asked = record.asked
    status = record.status
  }
}

/// Who a label stands for: no more of the record than an answer needs.
public struct RevealedPerson: Codable, Equatable, Sendable {
  let version: Version1
  public let source: Code
  /// How a relative stands to the source, in the words of the record; `nil` for the source.
  public let relation: String?
  /// The names, or the aliases where the record has no name.
  public let names: [String]
  /// The records have changed since the release was approved: read what left before relying on this.
  public let changedSince: Bool
}

/// A question with all that its reader may see.
public struct RevealQuestion: Equatable, Sendable {
  public let summary: RevealSummary
  /// Why it is asked.
  public let reason: String
  /// Who answered or refused it: a handle.
  public let decider: String?
  /// Why it was answered or refused.
  public let decision: String?

  init(_ record: RevealRecord) {
    summary = RevealSummary(record)
    reason = record.reason
    decider = record.decider
    decision = record.decision
  }
}

extension Transaction {
  func reveal(_ code: Code) throws -> RevealRecord {
    try Codec.decode(RevealRecord.self, try open(.reveal, code.text))
  }

  func put(_ record: RevealRecord) throws {
    try put(
      .reveal, record.code.text, listing: try Codec.encode(RevealSummary(record)),
      body: try Codec.encode(record))
  }
}
