import Anonymity

/// What custodians decided on an excerpt's findings, and who of them has approved it.
struct ReviewRecord: Codable, Sendable {
  /// One approval where the policy wants two.
  struct Approval: Codable, Equatable, Sendable {
    let by: String
    /// ISO 8601, to the second, UTC.
    let at: String
    /// SHA-256 of what was approved: whoever approves next must approve the same bytes.
    let outputs: HexBytes
  }

  let version: Version1
  let code: Code
  private(set) var decisions: [Decision] = []
  private(set) var approvals: [Approval] = []

  init(code: Code) {
    version = Version1()
    self.code = code
  }

  /// Adds a decision instead of an earlier one on the same place and kind. What was approved before
  /// it was something else.
  mutating func add(_ decision: Decision) {
    decisions.removeAll { $0.kind == decision.kind && $0.spot == decision.spot }
    decisions.append(decision)
    approvals = []
  }

  /// Adds an approval; those of other bytes are void.
  mutating func add(_ approval: Approval) {
    approvals.removeAll { $0.outputs != approval.outputs || $0.by == approval.by }
    approvals.append(approval)
  }

  /// With the people of decisions under the entities that they have now. What was approved stays
  /// approved if it comes out the same.
  func renamed(_ entities: [String: String]) -> ReviewRecord {
    var renamed = self
    renamed.decisions = decisions.map { $0.renamed(entities) }
    return renamed
  }

  /// The newest decision that settles a finding.
  func decision(on kind: String, _ spot: Spot) -> Decision? {
    decisions.last { $0.settles(kind, spot) }
  }

  /// Where somebody decided that a doubtful name stays as it is.
  func left(in part: Spot.Part) -> [Range<Int>] {
    decisions.filter {
      $0.action == .keep && $0.spot.part == part && Doubt.Reason(rawValue: $0.kind) != nil
    }.map(\.spot.range)
  }

  /// Names in a part of the testimony that somebody decided shall not leave.
  func withheldNames(in source: FindingSearch.Source) -> [String] {
    decisions.filter {
      $0.kind == FindingKind.personName.rawValue && $0.spot.part == source.part
        && [.suppress, .generalise, .replace].contains($0.action)
        && $0.spot.to <= source.bytes.count
    }.map { String(decoding: source.bytes[$0.spot.range], as: UTF8.self) }
  }

  /// Whom decisions name, by index in ``Identities``.
  func named(_ identities: Identities) -> Set<Int> {
    Set(
      decisions.compactMap { decision in
        decision.entity.flatMap { entity in
          identities.persons.firstIndex { $0.entity.raw == entity }
        }
      })
  }

  /// What the decisions put into a part of the testimony.
  ///
  /// Words that were entered into a record and are not there any more are withheld, and so is a
  /// label whose person the vault does not know any more.
  func insertions(in part: Spot.Part, _ identities: Identities) -> [Insertion] {
    decisions.filter { $0.spot.part == part }.compactMap { decision in
      let replacement: Replacement
      switch decision.action {
      case .keep, .record: return nil
      case .suppress: replacement = .words(nil, person: nil, kind: .decided)
      case .generalise: replacement = .words(decision.words, person: nil, kind: .decided)
      case .replace:
        replacement =
          identities.persons.firstIndex { $0.entity.raw == decision.entity }
          .map(Replacement.person) ?? .words(nil, person: nil, kind: .decided)
      }
      return Insertion(range: decision.spot.range, replacement: replacement, isDecided: true)
    }
  }
}

extension Transaction {
  /// What was decided on an excerpt so far.
  func review(_ code: Code) throws -> ReviewRecord {
    guard try reader.leaf(.review, code.text) != nil else { return ReviewRecord(code: code) }
    return try Codec.decode(ReviewRecord.self, try open(.review, code.text))
  }

  func put(_ review: ReviewRecord) throws {
    try put(.review, review.code.text, listing: [], body: try Codec.encode(review))
  }
}
