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
    /// What may identify somebody whom no record knows; advice, and no part of the release.
    let findings: [ExcerptFinding]
  }

  func make() throws -> Made {
    let policy = try BuiltIn.policy(excerpt.policy)
    let original = try openOriginal()
    let people = try transaction.people()
    guard let source = people.records.first(where: { $0.code == original.source }) else {
      throw VaultError.integrity(.record)
    }
    let check = ConsentCheck(
      consent: source.document.consent, audience: excerpt.audience,
      today: CalendarDate.text(transaction.session.clock()),
      newest: CalendarDate.text(transaction.state.newest), confirmed: date,
      conditionsMet: conditionsMet)
    try check.run()
    var register = try transaction.register(excerpt.audience)
    var desk = people.desk(for: original.texts)
    // Only of the one who testifies: what others wait for is not known to be met.
    if conditionsMet { desk.identities.conditionsMetOf = EntityID(raw: source.entity) }
    let redacted = try redact(original, desk, policy, &register)
    let outputs = try screened(
      redacted, desk.identities.needles(policy, audience: excerpt.audience))
    return Made(
      record: ReleaseRecord(
        version: Version1(), code: excerpt.code, audience: excerpt.audience,
        policy: policy.name, policyVersion: policy.version, language: original.language,
        title: redacted.text.title, outputs: outputs),
      day: check.hasWindow ? ["date-\(check.today)"] : [],
      register: register, findings: findings(in: redacted, desk, policy))
  }

  /// What the detectors find in the words that would leave if the excerpt were approved now.
  func findings() throws -> [ExcerptFinding] {
    let policy = try BuiltIn.policy(excerpt.policy)
    let original = try openOriginal()
    let desk = try transaction.people().desk(for: original.texts)
    var register = try transaction.register(excerpt.audience)
    return findings(in: try redact(original, desk, policy, &register), desk, policy)
  }

  private func openOriginal() throws -> OriginalRecord {
    try Codec.decode(
      OriginalRecord.self, try transaction.open(.original, excerpt.testimony.text))
  }

  private func findings(
    in redacted: Redacted, _ desk: RedactionDesk, _ policy: Policy
  ) -> [ExcerptFinding] {
    let identities = desk.identities
    let policy = policy.resolved(for: excerpt.audience)
    let search = FindingSearch(language: Language(tag: redacted.text.language) ?? .other) {
      desk.matcher.cover(in: $0) { identities.action($0, policy, excerpt.audience) == .keep }
        .map(\.range)
    }
    return search.findings(in: redacted.text.title, from: Array(redacted.parts.prefix(1)))
      + search.findings(
        in: redacted.text.paragraphs.joined(separator: "\n\n"),
        from: Array(redacted.parts.dropFirst()))
  }

  /// The words of a release, and where in the testimony each stands: first the title, which may be
  /// empty, then the sentences.
  private struct Redacted {
    let text: ReleaseText
    let parts: [ReleasePart]
  }

  private func redact(
    _ original: OriginalRecord, _ desk: RedactionDesk, _ policy: Policy,
    _ register: inout LabelRegister
  ) throws -> Redacted {
    let redactor = desk.redactor(
      policy, audience: excerpt.audience, language: original.language)
    let raw = try RawText(Array(original.file[original.textOffset...]))
    let ranges = raw.sentences()
    let chosen = try Selection.indices(excerpt.selection, of: ranges.count)
    let title = try original.title.map { try RawText(Array($0.utf8)) }
    let titlePieces = title?.redacted(by: redactor, register: &register) ?? []
    let pieces = raw.redacted(
      by: redactor, keeping: chosen.map { ranges[$0] }, register: &register)
    let sentences = pieces.cut(at: ranges)
    let text = ReleaseText(
      code: excerpt.code, audience: excerpt.audience, policy: policy,
      language: original.language, title: titlePieces, sentences: chosen.map { sentences[$0] })
    return Redacted(
      text: text,
      parts: [ReleasePart(place: "title", pieces: titlePieces)]
        + chosen.map { ReleasePart(place: "sentence \($0 + 1)", pieces: sentences[$0]) })
  }

  private func screened(
    _ redacted: Redacted, _ needles: [Needle]
  ) throws -> [ReleaseRecord.Output] {
    let screen = Screen(needles: needles)
    return try OutputFormat.allCases.map { format in
      let outgoing = Outgoing(
        bytes: try redacted.text.bytes(format), format: format, fileName: fileName, metadata: words)
      switch screen.verdict(on: outgoing) {
      case .clean(let copy):
        return ReleaseRecord.Output(format: format.rawValue, bytes: Data(copy.bytes))
      case .refused(let refusal):
        // Nobody has the refused output, so the places in it say little: name the sentences, too.
        let named = redacted.parts.filter { $0.isRefused(by: screen) }.map(\.place)
        throw VaultError.refused(
          .screen(ScreenRefusal(places: named + ScreenRefusal(refusal, format).places)))
      }
    }
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
