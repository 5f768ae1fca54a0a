/// When something came to be, by the log.
public struct Moment: Codable, Equatable, Sendable {
  /// The number of the entry.
  public let entry: UInt64
  /// That of the entry: ISO 8601, to the second, UTC.
  public let time: String
  /// Who signed it: a handle.
  public let by: String
}

/// What a member could open, did, and was given: for whoever has to judge what a departure means.
///
/// What the roster and the signed parts of the log say is there for every member. What was opened
/// is in the details of the log, which auditors open; what was released, in records that editors open.
public struct MemberExposure: Codable, Equatable, Sendable {
  public let member: String
  /// Of the newest keys.
  public let fingerprint: String
  public let admitted: Moment
  /// The removal; `nil` for a member who is present.
  public let left: Moment?
  /// Whether the member was removed because the keys were lost.
  public let lost: Bool
  public let rights: [RightSpan]
  public let keys: [KeySpan]
  /// One for each kind of which there was a record to open, in the order of the kinds.
  public let records: [RecordExposure]
  /// How many entries of the log the member's keys open: who did what kind of act, and when.
  public let entries: UInt64
  /// How many details of the log the member's keys open.
  public let details: UInt64
  /// What the member did, by how often.
  public let acts: [ActCount]
  /// Present members who were admitted, entitled or given keys by this one.
  public let through: [String]
  /// What the log says was opened; `nil` where the reader is no auditor.
  public let opened: [Opening]?
  /// What was released to the member; `nil` where the reader is no editor.
  public let released: Receipts?
  /// What no change of keys can undo.
  public let lasting: [Lasting]

  /// A right, from when to when.
  public struct RightSpan: Codable, Equatable, Sendable {
    /// The role's word.
    public let role: String
    public let from: Moment
    public internal(set) var until: Moment?
  }

  /// The keys of a role's epoch, from when to when.
  public struct KeySpan: Codable, Equatable, Sendable {
    /// The role's word.
    public let role: String
    public let epoch: UInt32
    public let from: Moment
    /// When nothing new was sealed to these keys any more: a removal, a revocation, the next epoch.
    public internal(set) var until: Moment?
  }

  /// Records of a kind.
  public struct RecordExposure: Codable, Equatable, Sendable {
    /// As in ``CheckedRecords/kind``.
    public let kind: String
    /// How many there were to open while the member had a key for them.
    public let records: Int
    /// Those that are in the vault still and under the same key as then: whoever kept that key and gets
    /// the present files opens them. A rotation of records leaves none.
    public let unchanged: Int
  }

  public struct ActCount: Codable, Equatable, Sendable {
    /// The act's word.
    public let act: String
    public let times: Int
    /// ISO 8601, to the second, UTC.
    public let first: String
    public let last: String
  }

  /// Something that was opened, listed or given out.
  public struct Opening: Codable, Equatable, Sendable {
    /// The act's word.
    public let act: String
    /// Codes, handles, audiences, as the log has them; empty where the detail cannot be read.
    public let on: [String]
    public let times: Int
    public let first: String
    public let last: String
  }

  /// What was released to a member.
  public struct Receipts: Codable, Equatable, Sendable {
    public let exports: [Export]
    public let answers: [Answer]

    public struct Export: Codable, Equatable, Sendable {
      public let release: Code
      public let time: String
      public let format: String
      /// Whether it was written under a file name of the member's own.
      public let ownName: Bool
    }

    /// A question of the member's that a custodian answered: the answer names a person.
    public struct Answer: Codable, Equatable, Sendable {
      public let question: Code
      public let release: Code
      public let asked: String
    }
  }

  /// What no change of keys can undo.
  public enum Lasting: String, Codable, Equatable, Sendable, CaseIterable {
    /// What could be opened could be remembered, photographed and copied.
    case copies
    /// Copies of the vault's files from the member's time open with the member's keys.
    case oldFiles = "old-files"
    /// Entries of the chains are never sealed anew.
    case history
    /// Nor are the details of the log.
    case details
    /// What is sealed to a card or a kit from the member's time opens with the member's keys.
    case drops
    /// Releases were taken out of the vault.
    case releases
    /// Answers named people.
    case answers
    /// Who was let in by the member is in.
    case through
  }
}
