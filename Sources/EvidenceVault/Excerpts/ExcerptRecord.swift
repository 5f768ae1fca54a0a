import Foundation
import Screen

/// How far an excerpt has come.
public enum ExcerptStatus: String, Codable, Equatable, Sendable {
  case draft, approved, refused
}

/// A part of a testimony for an audience, as researchers see it.
struct ExcerptRecord: Codable, Sendable {
  let version: Version1
  let code: Code
  let testimony: Code
  let audience: String
  let policy: String
  /// "3-7,9"; `nil` for the whole text.
  let selection: String?
  let drafter: String
  var status: ExcerptStatus
  var reviewer: String?
  /// Why it was approved or refused; screened like everything else.
  var reason: String?
}

/// What a listing of excerpts shows.
public struct ExcerptSummary: Codable, Equatable, Sendable {
  public let code: Code
  public let testimony: Code
  public let audience: String
  public let policy: String
  public let status: ExcerptStatus

  init(_ record: ExcerptRecord) {
    code = record.code
    testimony = record.testimony
    audience = record.audience
    policy = record.policy
    status = record.status
  }
}

/// An excerpt with the words that a researcher may read: those of the working copy.
public struct Excerpt: Equatable, Sendable {
  public let summary: ExcerptSummary
  public let selection: String?
  public let drafter: String
  public let reviewer: String?
  public let reason: String?
  public let sentences: [String]
}

/// An approved excerpt, word for word as it leaves; for editors.
struct ReleaseRecord: Codable, Sendable {
  /// The finished bytes of one format; only what passed the screen becomes one.
  struct Output: Codable, Sendable {
    let format: String
    let bytes: Data

    init(_ copy: ReleaseCopy) {
      format = copy.format.rawValue
      bytes = Data(copy.bytes)
    }
  }

  let version: Version1
  let code: Code
  let audience: String
  let policy: String
  let policyVersion: Int
  let language: String
  let title: String
  let outputs: [Output]
  /// What an export must obey; `nil` in what an older program approved.
  var consent: ReleaseTerms?

  /// The same in other bytes.
  func with(_ outputs: [Output]) -> ReleaseRecord {
    ReleaseRecord(
      version: version, code: code, audience: audience, policy: policy,
      policyVersion: policyVersion, language: language, title: title, outputs: outputs,
      consent: consent)
  }
}

/// What an editor's listing shows.
public struct ReleaseSummary: Codable, Equatable, Sendable {
  public let code: Code
  public let audience: String
  public let language: String
  /// Cut to 60 characters.
  public let title: String
  /// The source has withdrawn the consent, and nothing of it can leave any more; `nil` where not.
  public let withdrawn: Bool?
}
