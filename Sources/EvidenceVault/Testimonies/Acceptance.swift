import Anonymity
import Foundation
import Sealing

/// Takes a testimony into the vault: the original as it is, and a working copy without names.
struct Acceptance {
  let transaction: Transaction
  let desk: RedactionDesk

  /// The original of a new testimony; nothing is written yet.
  func original(
    _ file: TestimonyFile, _ code: Code, source: Code, documenter: String
  ) -> OriginalRecord {
    OriginalRecord(
      version: Version1(), code: code, source: source,
      file: Data(file.bytes), title: file.matter.title, date: file.matter.date?.iso,
      language: file.languageTag, textOffset: file.matter.textOffset, documenter: documenter,
      commitmentSeed: HexBytes(Random.bytes(32)))
  }

  /// Gives those a letter whom a new testimony names; nothing is written yet.
  func prepare(_ draft: WorkingDraft, register: inout LabelRegister) -> Prepared {
    draft.drawLetters(&register)
    let original = draft.original
    return Prepared(
      draft: draft, register: register,
      originalKey: transaction.lookup.record(.original, original.code.text),
      workingKey: transaction.lookup.record(.working, original.code.text),
      vault: transaction.vault)
  }

  /// What a new testimony will be, and the register as it was after its labels.
  struct Prepared: Sendable {
    let draft: WorkingDraft
    let register: LabelRegister
    fileprivate let originalKey: MapKey
    fileprivate let workingKey: MapKey
    fileprivate let vault: VaultID

    /// Most of the work, on any thread.
    func sealed() throws -> Sealed {
      let original = draft.original
      let working = draft.copy(register)
      return Sealed(
        accepted: Accepted(testimony: original.code, source: original.source),
        register: register,
        original: try RecordDraft(
          originalKey, version: 1, listing: try Codec.encode(["code": original.code.text]),
          body: try Codec.encode(original), vault: vault),
        working: try RecordDraft(
          workingKey, version: 1, listing: try Codec.encode(TestimonySummary(working)),
          body: try Codec.encode(working), vault: vault))
    }
  }

  /// Both records, ready to be stored.
  struct Sealed: Sendable {
    let accepted: Accepted
    let register: LabelRegister
    let original: RecordDraft
    let working: RecordDraft
  }

  /// Writes a new testimony's records.
  func store(_ sealed: Sealed) throws {
    try transaction.put(sealed.original, .custodian, before: nil)
    try transaction.put(sealed.working, .researcher, before: nil)
  }

  /// Cuts and redacts an original anew.
  func writeWorkingCopy(_ original: OriginalRecord, register: inout LabelRegister) throws {
    let working = try desk.workingCopy(of: original, register: &register)
    try transaction.put(
      .working, working.code.text, listing: try Codec.encode(TestimonySummary(working)),
      body: try Codec.encode(working))
  }
}

extension TestimonySummary {
  init(_ working: WorkingRecord) {
    self.init(
      code: working.code, title: String(working.title.map(\.text).joined().prefix(60)),
      date: working.date, language: working.language, sentences: working.sentences.count)
  }
}

/// Everything that redaction needs, made once for many texts.
struct RedactionDesk: Sendable {
  var identities: Identities
  let matcher: Matcher
  /// What each source's consent says to those who draft.
  var terms: [Code: ConsentTerms] = [:]

  /// - Parameter document: all texts of what is redacted; whom they name decides on given names.
  func redactor(
    _ policy: Policy, audience: String, language: String, document: [[UInt8]] = [],
    givenBy giver: Code? = nil, choosing chosen: Set<Int> = [],
    letters: LetterOrder = .firstAppearance
  ) -> Redactor {
    Redactor(
      identities, matcher: matcher, policy: policy, audience: audience,
      language: Language(tag: language) ?? .other, document: document, givenBy: giver,
      choosing: chosen, letters: letters)
  }

  /// The working copy of an original: policy and audience `internal`.
  func workingCopy(
    of original: OriginalRecord, register: inout LabelRegister
  ) throws -> WorkingRecord {
    let draft = try draft(of: original)
    draft.drawLetters(&register)
    return draft.copy(register)
  }

  /// Most of the work of ``workingCopy(of:register:)``, on any thread.
  func draft(of original: OriginalRecord) throws -> WorkingDraft {
    let redactor = redactor(
      try BuiltIn.policy("internal"), audience: Audience.internalName,
      language: original.language, document: original.bodies, givenBy: original.source)
    let text = try RawText(Array(original.file[original.textOffset...]))
    let title = try original.title.map { try RawText(Array($0.utf8)) }
    return WorkingDraft(
      original: original, redactor: redactor, consent: terms[original.source],
      title: title?.plan(by: redactor, inserting: original.insertions(in: .title)),
      text: text.plan(by: redactor, inserting: original.insertions(in: .text)),
      sentences: text.sentences())
  }
}

/// A working copy of which all is known but the letters of its labels.
struct WorkingDraft: Sendable {
  let original: OriginalRecord
  fileprivate let redactor: Redactor
  fileprivate let consent: ConsentTerms?
  fileprivate let title: RedactionPlan?
  fileprivate let text: RedactionPlan
  fileprivate let sentences: [Range<Int>]

  /// Letters are given in order of appearance, title first: of several testimonies one after the other.
  func drawLetters(_ register: inout LabelRegister) {
    for plan in [title, text].compactMap(\.self) {
      redactor.drawLetters(for: plan, register: &register)
    }
  }

  /// The working copy, on any thread.
  ///
  /// - Parameter register: in which the letters are.
  func copy(_ register: LabelRegister) -> WorkingRecord {
    var register = register
    return WorkingRecord(
      version: Version1(), code: original.code,
      title: title.map { redactor.pieces(of: $0, register: &register) } ?? [],
      date: original.date, language: original.language,
      sentences: redactor.pieces(of: text, register: &register).cut(at: sentences),
      consent: consent)
  }
}

extension [Piece] {
  /// The pieces of each sentence. A piece belongs to the sentence in which it begins; words that
  /// stay are cut where a sentence ends.
  func cut(at sentences: [Range<Int>]) -> [[Piece]] {
    var out = [[Piece]](repeating: [], count: sentences.count)
    var index = 0
    for piece in self {
      while index + 1 < sentences.count, piece.range.lowerBound >= sentences[index].upperBound {
        index += 1
      }
      guard !sentences.isEmpty else { return [] }
      guard piece.entity == nil, piece.kind == nil, !piece.isFitted,
        piece.text.utf8.count == piece.range.count
      else {
        out[index].append(piece)
        continue
      }
      var rest = [UInt8](piece.text.utf8)[...]
      var start = piece.range.lowerBound
      while index + 1 < sentences.count, start + rest.count > sentences[index].upperBound {
        let count = sentences[index].upperBound - start
        if count > 0 {
          out[index].append(
            Piece(
              text: String(decoding: rest.prefix(count), as: UTF8.self),
              range: start..<(start + count)))
          rest = rest.dropFirst(count)
          start += count
        }
        index += 1
      }
      if !rest.isEmpty {
        out[index].append(
          Piece(text: String(decoding: rest, as: UTF8.self), range: start..<(start + rest.count)))
      }
    }
    return out
  }
}
