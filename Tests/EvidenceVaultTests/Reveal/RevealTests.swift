import Anonymity
import Foundation
import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Who a label stands for is told to who asked, and to nobody else.
struct RevealTests {
  let office: Office
  let edda: Session
  let cora: Session

  init() throws {
    office = try Office()
    edda = try office.unlock("edda")
    cora = try office.unlock("cora")
  }

  /// The letter that the office's source has for the desk; which it is, is drawn.
  private func letter() throws -> String {
    let letters = try cora.write { try $0.register("desk") }.letters
    return LabelLetter(index: try #require(letters.values.first)).text
  }

  /// A label in which A stands for the letter that was drawn, and B for another one.
  private func drawn(_ label: String) throws -> String {
    let letter = try letter()
    return label.replacing(#/\ B$/#, with: letter == "B" ? " C" : " B")
      .replacing(#/\ A(?=$|')/#, with: " \(letter)")
  }

  private func ask(_ label: String = "witness A") throws -> Code {
    try edda.ask(
      try drawn(label), in: office.codes.release,
      reason: "to call back",
      by: try edda.permit(EditorRole.self))
  }

  private func answer(_ code: Code) throws {
    try cora.answer(code, reason: "agreed", by: try cora.permit(CustodianRole.self))
  }

  private func read(_ code: Code, as session: Session) throws -> RevealedPerson? {
    try session.revealed(code, by: try session.permit(EditorRole.self)).person
  }

  @Test func `a question is answered to the asker, each act logged in turn`() throws {
    let code = try ask("The witness A's")
    #expect(try read(code, as: edda) == nil)
    let candidate = try cora.candidate(for: code, by: try cora.permit(CustodianRole.self))
    guard case .person(let shown) = candidate.finding else {
      Issue.record("nobody was found")
      return
    }
    #expect(shown.names == ["Orla Testrand"] && !shown.changedSince)
    try answer(code)
    let person = try #require(try read(code, as: edda))
    #expect(person == shown && person.source == office.codes.source && person.relation == nil)
    let audra = try office.unlock("audra")
    let lines = try audra.log(newest: 6, by: try audra.permit(AuditorRole.self)).dropLast()
    #expect(
      lines.map(\.act) == [
        "revealAsked", "revealRead", "sourceOpened", "revealAnswered", "revealRead",
      ])
    #expect(lines.first?.subjects == [code.text, office.codes.release.text])
    #expect(lines.first?.reason == "to call back" && lines.map(\.member)[3] == "cora")
    #expect(lines.map(\.subjects)[2] == [office.codes.source.text, code.text])
  }

  @Test(arguments: ["reza", "river", "cora"])
  func `another member's program refuses, and his keys do not open it`(handle: String) throws {
    let code = try ask()
    try answer(code)
    let other = try office.unlock(handle)
    #expect(throws: VaultError.refused(.revealState)) { _ = try read(code, as: other) }
    let record = try other.write { try $0.reveal(code) }
    let seal = try #require(record.answer)
    #expect(throws: SealingError.notAuthentic) { _ = try seal.open(record, by: other.me) }
    // Nor does any key that he can get out of the database.
    let ring = KeyRing(other)
    try ring.harvest(office.store.rows)
    #expect(try ring.boxes(Array(seal.key.dropFirst(9))).isEmpty)
    let audra = try office.unlock("audra")
    let line = try audra.log(newest: 2, by: try audra.permit(AuditorRole.self))[0]
    #expect(line.act == "denied" && line.member == handle && line.subjects == [code.text])
  }

  @Test(arguments: ["audra", "stew", "inka"])
  func `who is no editor may neither ask nor read`(handle: String) throws {
    let session = try office.unlock(handle)
    #expect(throws: VaultError.roleMissing(.editor)) { _ = try session.permit(EditorRole.self) }
  }

  @Test func `an answer in another question's place, or to another asker, is refused`() throws {
    let first = try ask()
    try answer(first)
    let second = try ask("witness A")
    try answer(second)
    let records = try cora.write { try ($0.reveal(first), $0.reveal(second)) }
    let one = records.0
    let seal = try #require(one.answer)
    let elsewhere = try #require(records.1.answer)
    #expect(throws: SealingError.notAuthentic) { try elsewhere.open(one, by: edda.me) }
    #expect(throws: SealingError.notAuthentic) { try seal.open(records.1, by: edda.me) }
    func changed(
      code: Code? = nil, excerpt: Code? = nil, label: String? = nil, asker: MemberID? = nil
    ) -> RevealRecord {
      RevealRecord(
        version: Version1(), code: code ?? one.code, excerpt: excerpt ?? one.excerpt,
        label: label ?? one.label, asker: asker ?? one.asker, handle: one.handle,
        reason: one.reason, asked: one.asked, status: .answered, answer: seal)
    }
    _ = try seal.open(changed(), by: edda.me)
    for question in [
      changed(code: second), changed(excerpt: office.codes.draft), changed(label: "witness"),
      changed(asker: cora.myID),
    ] {
      #expect(throws: SealingError.notAuthentic) { try seal.open(question, by: edda.me) }
    }
    // The body of one answer under the key of another.
    let mixed = RevealSeal(key: elsewhere.key, body: seal.body)
    #expect(throws: SealingError.notAuthentic) { try mixed.open(records.1, by: edda.me) }
    // Re-pointed in the vault itself by who may write such records: the asker's program refuses.
    try cora.write { transaction in
      var record = try transaction.reveal(second)
      record.answer = seal
      try transaction.put(record)
      try transaction.log(.revealAnswered, [second.text], reason: "")
    }
    #expect(throws: VaultError.integrity(.record)) { _ = try read(second, as: edda) }
    try cora.write { transaction in
      let record = try transaction.reveal(first)
      try transaction.put(
        .reveal, second.text, listing: try Codec.encode(RevealSummary(record)),
        body: try Codec.encode(record))
      try transaction.log(.revealAnswered, [second.text], reason: "")
    }
    #expect(throws: VaultError.integrity(.content)) { _ = try read(second, as: edda) }
  }

  @Test func `an answer of another vault opens to nobody`() throws {
    let code = try ask()
    try answer(code)
    let record = try cora.write { try $0.reveal(code) }
    let foreign = try RevealSeal(
      RevealedPerson(
        version: Version1(), source: office.codes.source, relation: nil, names: ["x"],
        changedSince: false),
      for: record, to: edda.me.publicKeys.box, VaultID.random())
    #expect(throws: SealingError.notAuthentic) { try foreign.open(record, by: edda.me) }
  }

  @Test func `every changed byte of an answer is refused`() throws {
    let code = try ask()
    try answer(code)
    let record = try cora.write { try $0.reveal(code) }
    let seal = try #require(record.answer)
    for (at, byte) in seal.key.enumerated() {
      var key = seal.key
      key[key.startIndex + at] = byte ^ 1
      let flipped = RevealSeal(key: key, body: seal.body)
      #expect(throws: SealingError.self) { try flipped.open(record, by: edda.me) }
    }
    for at in stride(from: 0, to: seal.body.count, by: 37) {
      var body = seal.body
      body[body.startIndex + at] ^= 1
      let flipped = RevealSeal(key: seal.key, body: body)
      #expect(throws: SealingError.self) { try flipped.open(record, by: edda.me) }
    }
  }

  @Test func `rotating roles and records keeps an answer readable for the asker`() throws {
    let code = try ask()
    try answer(code)
    let before = try read(code, as: edda)
    _ = try cora.rotateRole(.editor)
    _ = try cora.rotateRole(.custodian)
    _ = try cora.rotateRecords(by: try cora.permit(CustodianRole.self))
    let after = try office.unlock("edda")
    #expect(try read(code, as: after) == before)
    #expect(before != nil)
  }

  @Test func `a removed asker gets no answer, before it or after`() throws {
    let answered = try ask()
    let waiting = try ask()
    try answer(answered)
    _ = try office.unlock("stew").removeMember("edda")
    #expect(throws: VaultError.notAdmitted) { _ = try read(answered, as: edda) }
    #expect(throws: VaultError.refused(.notAMember)) { try answer(waiting) }
  }

  @Test func `an asker who is no editor any more gets no answer`() throws {
    let code = try ask()
    _ = try office.unlock("stew").revokeRole(.editor, from: "edda")
    #expect(throws: VaultError.refused(.notEntitled)) { try answer(code) }
  }

  @Test func `a question is decided once`() throws {
    let custodian = try cora.permit(CustodianRole.self)
    let code = try ask()
    try cora.refuseReveal(code, reason: "not for this", by: custodian)
    #expect(throws: VaultError.refused(.revealState)) { try answer(code) }
    #expect(throws: VaultError.refused(.revealState)) {
      try cora.refuseReveal(code, reason: "", by: custodian)
    }
    let seen = try edda.revealed(code, by: try edda.permit(EditorRole.self))
    #expect(seen.person == nil && seen.question.decision == "not for this")
    #expect(seen.question.summary.status == .refused && seen.question.decider == "cora")
  }

  @Test func `who asks does not answer, unless there is no other custodian`() throws {
    let code = try cora.ask(
      try drawn("witness A"), in: office.codes.release, reason: "myself",
      by: try cora.permit(EditorRole.self))
    #expect(throws: VaultError.refused(.revealOwn)) { try answer(code) }
    #expect(throws: VaultError.refused(.revealOwn)) {
      _ = try cora.candidate(for: code, by: try cora.permit(CustodianRole.self))
    }
    let stew = try office.unlock("stew")
    for other in ["gone", "river"] {
      _ = try stew.revokeRole(.custodian, from: other)
    }
    try answer(code)
    #expect(try read(code, as: cora)?.names == ["Orla Testrand"])
  }

  @Test(arguments: ["witness B", "witness AA", "A", "witness", "the father of witness A", "gate"])
  func `a label that nobody has is answered by nothing`(label: String) throws {
    let code = try ask(label)
    let candidate = try cora.candidate(for: code, by: try cora.permit(CustodianRole.self))
    #expect(candidate.finding == .nobody)
    #expect(throws: VaultError.notFound) { try answer(code) }
  }

  @Test func `only an approved excerpt can be asked about, with a label and a reason`() throws {
    let editor = try edda.permit(EditorRole.self)
    func ask(_ label: String, _ code: Code, _ reason: String) throws {
      _ = try edda.ask(label, in: code, reason: reason, by: editor)
    }
    #expect(throws: VaultError.notFound) { try ask("witness A", office.codes.draft, "why") }
    for (label, reason) in [("", "why"), (" ", "why"), ("witness A", " \n")] {
      #expect(throws: VaultError.input(.emptyText)) {
        try ask(label, office.codes.release, reason)
      }
    }
    #expect(throws: VaultError.input(.tooLarge(limit: 200))) {
      try ask(String(repeating: "a", count: 201), office.codes.release, "why")
    }
    // A custodian's program knows names and keeps them out of what all editors read.
    #expect {
      try cora.ask(
        "Orla Testrand", in: office.codes.release, reason: "why",
        by: try cora.permit(EditorRole.self))
    } throws: { error in
      if case VaultError.refused(.screen) = error { true } else { false }
    }
  }

  @Test func `an editor lists his own questions, and a custodian all`() throws {
    let code = try ask()
    let mine = try edda.questions(by: try edda.permit(EditorRole.self))
    let label = try drawn("witness A")
    #expect(mine.map(\.code) == [code] && mine[0].label == label)
    #expect(try cora.questions(by: try cora.permit(EditorRole.self)).count == 2)
  }
}
