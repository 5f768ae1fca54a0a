import Anonymity
import Screen

/// What would leave if an excerpt were approved now: redacted anew from the original, for audience and
/// policy, with everybody whom the vault knows and with what was decided on findings.
struct PreparedRelease {
  let policy: Policy
  let review: ReviewRecord
  let original: OriginalRecord
  let people: People
  /// With the letters that these words draw.
  let register: LabelRegister
  let text: ReleaseText
  /// First the title, which may be empty, then the sentences.
  let parts: [ReleasePart]
  /// All of the text, for the proof.
  let proofText: ProofText

  private let audience: String
  private let redactor: Redactor
  private let desk: RedactionDesk
  private let title: [UInt8]
  private let body: [UInt8]
  /// Where the chosen sentences are in the body.
  private let chosen: [(number: Int, range: Range<Int>)]

  init(
    of excerpt: ExcerptRecord, original: OriginalRecord, policy: Policy, review: ReviewRecord,
    people: People, register: LabelRegister, conditionsMet: Bool
  ) throws {
    self.original = original
    self.policy = policy
    self.review = review
    self.people = people
    audience = excerpt.audience
    var desk = people.desk(for: original.texts)
    // Only of the one who testifies: what others wait for is not known to be met.
    if conditionsMet {
      desk.identities.conditionsMetOf =
        people.records.first { $0.code == original.source }.map { EntityID(raw: $0.entity) }
    }
    self.desk = desk
    redactor = desk.redactor(
      policy, audience: excerpt.audience, language: original.language, document: original.bodies,
      givenBy: original.source, choosing: review.named(desk.identities),
      letters: excerpt.audience == Audience.internalName
        ? .firstAppearance
        : .drawn(.init(seed: original.commitmentSeed.bytes, audience: excerpt.audience)))
    title = original.title.map { Array($0.utf8) } ?? []
    body = Array(original.file[original.textOffset...])
    let raw = try RawText(body)
    let ranges = raw.sentences()
    chosen = try Selection.indices(excerpt.selection, of: ranges.count).map {
      (number: $0 + 1, range: ranges[$0])
    }
    var letters = register
    let titlePieces =
      title.isEmpty
      ? []
      : try RawText(title).redacted(
        by: redactor,
        inserting: review.insertions(in: .title, desk.identities)
          + original.insertions(in: .title),
        leaving: review.left(in: .title), register: &letters)
    let sentences = raw.redacted(
      by: redactor, keeping: chosen.map(\.range),
      inserting: review.insertions(in: .text, desk.identities) + original.insertions(in: .text),
      leaving: review.left(in: .text), register: &letters
    ).cut(at: ranges)
    self.register = letters
    let indices = chosen.map { $0.number - 1 }
    let shown = sentences.shown(indices, of: body)
    text = ReleaseText(
      code: excerpt.code, audience: excerpt.audience, policy: policy,
      language: original.language, title: titlePieces, sentences: shown,
      wraps: WrappedLines.breaks(in: body))
    parts =
      [ReleasePart(place: "title", pieces: titlePieces)]
      + zip(chosen, shown).map {
        ReleasePart(place: "sentence \($0.number)", pieces: $1)
      }
    proofText = ProofText(sentences, showing: Set(indices), of: body)
  }

  /// What the screen looks for in these words.
  func needles() -> [Needle] {
    redactor.needles(
      choosing: review.named(desk.identities),
      leaving: review.left(in: .title).map { Array(title[$0]) }
        + review.left(in: .text).map { Array(body[$0]) })
  }

  /// What may identify somebody: names of the vault's people that are not sure, and what the
  /// detectors find in the words as they would leave. In the order of the text, title first.
  func findings() -> [ExcerptFinding] {
    let identities = desk.identities
    let search = FindingSearch(
      language: Language(tag: text.language) ?? .other,
      kept: {
        desk.matcher.cover(in: $0) { identities.action($0, policy, audience) == .keep }
          .map(\.range)
      }, review: review, policy: policy)
    let found =
      search.findings(
        in: text.title, of: .init(part: .title, bytes: title), from: Array(parts.prefix(1)))
      + search.findings(
        // A number and what it counts may stand on two lines.
        in: text.paragraphs.map { ReleaseText.lines($0).joined(separator: " ") }
          .joined(separator: "\n\n"),
        of: .init(part: .text, bytes: body), from: Array(parts.dropFirst()))
    let doubts = doubts(in: title, .title) + doubts(in: body, .text)
    // One question for one name: what the vault knows of it says more than its shape.
    let others = found.filter { finding in
      finding.kind != FindingKind.personName.rawValue
        || !doubts.contains {
          $0.spot.part == finding.spot.part && $0.spot.range.overlaps(finding.spot.range)
        }
    }
    return (doubts + others).sorted {
      ($0.spot.part == .title ? 0 : 1, $0.spot.from, $0.spot.to)
        < ($1.spot.part == .title ? 0 : 1, $1.spot.from, $1.spot.to)
    }
  }

  private func doubts(in bytes: [UInt8], _ part: Spot.Part) -> [ExcerptFinding] {
    guard !bytes.isEmpty else { return [] }
    let replaced = (review.insertions(in: part, desk.identities) + original.insertions(in: part))
      .map(\.range)
    return redactor.doubts(in: bytes, decided: replaced).compactMap { doubt in
      let sentence = chosen.first { $0.range.overlaps(doubt.range) }
      guard part == .title || sentence != nil else { return nil }
      let spot = Spot(part: part, from: doubt.range.lowerBound, to: doubt.range.upperBound)
      let decision = review.decision(on: doubt.reason.rawValue, spot)
      return ExcerptFinding(
        doubt, place: sentence.map { "sentence \($0.number)" } ?? "title", spot, in: bytes,
        persons: doubt.persons.compactMap(people.name),
        names: doubt.persons.compactMap(people.listedName), decision: decision,
        isOpen: decision == nil && policy.needsDecision(doubt.reason.rawValue))
    }
  }
}
