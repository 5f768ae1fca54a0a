import Anonymity
import Foundation
import Screen

/// Makes the bytes of a release from the original, and has them screened.
///
/// The text is redacted anew from the original for the audience and the policy, with everybody whom
/// the vault knows now. Every format is screened, because an editor may ask for any.
struct Releasing {
  let transaction: Transaction
  let excerpt: ExcerptRecord
  let conditionsMet: Bool
  let date: DateConfirmation?
  /// What a reviewer typed; it is screened like the text.
  let words: [String]
  let fileName: String?

  struct Made {
    let record: ReleaseRecord
    /// For the log: the day that was confirmed, where the consent depends on it.
    let day: [String]
    let register: LabelRegister
    /// What may identify somebody whom no record knows, with what was decided.
    let findings: [ExcerptFinding]
    let review: ReviewRecord
    let policy: Policy
    /// What the release tells about whom.
    let weighing: Weighing
    let prepared: PreparedRelease
    let screen: Screen
  }

  func make() throws -> Made {
    let prepared = try prepare()
    guard let source = prepared.people.records.first(where: { $0.code == prepared.original.source })
    else { throw VaultError.integrity(.record) }
    let policy = prepared.policy
    let check = ConsentCheck(
      terms: ConsentTerms(source), audience: excerpt.audience, purpose: policy.purpose,
      today: transaction.today, newest: transaction.newestDay, confirmed: date,
      conditionsMet: conditionsMet)
    try check.run()
    let day = check.terms.hasWindow ? check.today : nil
    let screen = Screen(needles: prepared.needles())
    let outputs = try screened(prepared, screen)
    return Made(
      record: ReleaseRecord(
        version: Version1(), code: excerpt.code, audience: excerpt.audience,
        policy: policy.name, policyVersion: policy.version, language: prepared.original.language,
        title: prepared.text.title, outputs: outputs,
        consent: ReleaseTerms(
          source.document.consent, confirmed: day, conditionsMet: conditionsMet)),
      day: day.map { ["date-\($0)"] } ?? [],
      register: prepared.register, findings: prepared.findings(),
      review: prepared.review, policy: policy, weighing: try weighing(prepared),
      prepared: prepared, screen: screen)
  }

  /// The release with a proof in it; closes a batch of the commitment tree.
  ///
  /// Chance may write a short name into a checkpoint; then other chance is tried.
  func proven(_ made: Made) throws -> ReleaseRecord {
    guard !made.prepared.proofText.parts.isEmpty else { return made.record }
    let proving = Proving(
      text: made.prepared.text, proofText: made.prepared.proofText,
      seed: made.prepared.original.commitmentSeed.bytes, excerpt: excerpt.code,
      tree: try transaction.commitmentTree())
    for attempt in UInt8(0)..<64 {
      let (text, closed) = try proving.release(attempt)
      guard let outputs = screened(text, made) else { continue }
      try transaction.put(closed)
      return made.record.with(outputs)
    }
    return made.record
  }

  /// The formats with the proof in those that hold one; `nil` where the screen refuses what it adds.
  private func screened(_ text: ReleaseText, _ made: Made) -> [ReleaseRecord.Output]? {
    var outputs: [ReleaseRecord.Output] = []
    for format in OutputFormat.allCases {
      guard case .clean(let copy) = made.screen.verdict(on: outgoing(text, format)) else {
        return nil
      }
      outputs.append(ReleaseRecord.Output(copy))
    }
    return outputs
  }

  private func outgoing(_ text: ReleaseText, _ format: OutputFormat) -> Outgoing {
    Outgoing(bytes: text.bytes(format), format: format, fileName: fileName, metadata: words)
  }

  /// What the excerpt would tell about whom if it were approved now.
  func weighing() throws -> Weighing { try weighing(try prepare()) }

  private func weighing(_ prepared: PreparedRelease) throws -> Weighing {
    let original = prepared.original
    let given = original.date ?? CalendarDate.text(transaction.session.clock())
    return Weighing(
      excerpt, parts: prepared.parts, language: original.language,
      year: Int(given.prefix(4)) ?? 0, source: original.source, people: prepared.people,
      groups: try transaction.groups())
  }

  /// What may identify somebody in the words that would leave if the excerpt were approved now.
  func findings() throws -> [ExcerptFinding] { try prepare().findings() }

  /// The words that would leave if the excerpt were approved now, in pieces, and as plain text.
  func pieces() throws -> (pieces: [Piece], text: [UInt8]) {
    let prepared = try prepare()
    return (prepared.parts.flatMap(\.pieces), prepared.text.bytes(.txt))
  }

  /// What the screen would say if the excerpt were approved now; `nil` when it would pass. The consent
  /// is not asked.
  func screenRefusal() throws -> ScreenRefusal? {
    do {
      let prepared = try prepare()
      _ = try screened(prepared, Screen(needles: prepared.needles()))
      return nil
    } catch VaultError.refused(.screen(let refusal)) { return refusal }
  }

  private func prepare() throws -> PreparedRelease {
    try PreparedRelease(
      of: excerpt,
      original: try Codec.decode(
        OriginalRecord.self, try transaction.open(.original, excerpt.testimony.text)),
      policy: try transaction.policy(excerpt.policy, for: excerpt.audience),
      review: try transaction.review(excerpt.code), people: try transaction.people(),
      register: try transaction.register(excerpt.audience), conditionsMet: conditionsMet)
  }

  private func screened(
    _ prepared: PreparedRelease, _ screen: Screen
  ) throws -> [ReleaseRecord.Output] {
    try OutputFormat.allCases.map { format in
      let outgoing = self.outgoing(prepared.text, format)
      switch screen.verdict(on: outgoing) {
      case .clean(let copy):
        return ReleaseRecord.Output(copy)
      case .refused(let refusal):
        // Nobody has the refused output, so the places in it say little: name the sentences, too.
        let named = prepared.parts.filter { $0.isRefused(by: screen) }.map(\.place)
        let shown = ScreenRefusal(refusal, format, inText: cause(of: outgoing, prepared))
        throw VaultError.refused(
          .screen(ScreenRefusal(places: named + shown.places, cause: shown.cause)))
      }
    }
  }

  /// Whether the first search passes over what the second found in the finished bytes. A label can
  /// bring a name in that both see.
  private func cause(of outgoing: Outgoing, _ prepared: PreparedRelease) -> ScreenRefusal.Cause {
    let identities = prepared.people.identities
    let seen = prepared.people.desk(for: [outgoing.bytes]).matcher.cover(in: outgoing.bytes) {
      identities.identifiers[$0].tier == .t1
        && identities.action($0, prepared.policy, excerpt.audience) != .keep
    }
    return seen.isEmpty ? .disagreement : .general
  }
}

/// Which sentences an excerpt has.
enum Selection {
  /// Zero-based indices; all of them for `nil`.
  ///
  /// - Throws: ``InputFault/selection`` for numbers that the text does not have.
  static func indices(_ selection: String?, of count: Int) throws -> [Int] {
    guard let selection else { return Array(0..<count) }
    guard let chosen = try? SentenceSelection(parsing: selection),
      let last = chosen.ranges.last, last.upperBound <= count
    else { throw InputFault.selection }
    return chosen.ranges.flatMap { $0 }.map { $0 - 1 }
  }
}
