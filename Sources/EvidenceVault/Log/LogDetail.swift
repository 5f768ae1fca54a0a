/// Who did what to which record, why and when; sealed to the auditors.
public struct LogDetail: Codable, Equatable, Sendable {
  let version: Version1
  /// The act's word.
  public let act: String
  /// The member's handle.
  public let member: String
  /// ISO 8601, to the second, UTC.
  public let time: String
  /// What the member's clock said, where that was well before the entry's time; as `time`.
  public let clock: String?
  /// Codes of the records, handles of members, names of roles and policies.
  public let subjects: [String]
  /// The reason that was given; may be empty.
  public let reason: String

  init(
    act: Act, member: String, time: String, clock: String? = nil, subjects: [String], reason: String
  ) {
    version = Version1()
    self.act = "\(act)"
    self.member = member
    self.time = time
    self.clock = clock
    self.subjects = subjects
    self.reason = reason
  }
}
