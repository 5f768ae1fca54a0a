import EvidenceVault
import Foundation
import SQLiteStore
import Sealing
import Storage
import Testing

/// How Vault/Vectors/format-1 was made. Run by Scripts/vectors/make_golden_vault.sh only.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MAKE_GOLDEN_VAULT"] == "format-1"))
struct GoldenMaking {
  /// 1 June 2025, 12:00 UTC.
  private let clock = SteppingClock(start: 1_748_779_200)
  private let directory = GoldenFiles.directory

  @Test func `the golden vault of format 1 is made`() throws {
    #expect(!FileManager.default.fileExists(atPath: directory.path))
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try fill()
    let left = try FileManager.default.contentsOfDirectory(atPath: GoldenFiles.vault.path)
    #expect(left == ["vault.sqlite"])
    try Data(passphraseFile.utf8).write(to: GoldenFiles.passphrases)
    try writeAnswers()
  }

  private var pins: FilePinStore { FilePinStore(directory: GoldenFiles.pins.path) }

  private func fill() throws {
    let clock = self.clock
    let store = try SQLiteStore(creating: GoldenFiles.vault.path)
    let founder = try Vault.create(
      in: store, handle: GoldenCase.founder.handle,
      passphrase: try phrase(GoldenCase.founder.passphrase), parameters: .interactive,
      pins: pins, clock: { clock.now() })
    try admit(GoldenCase.editor, [.editor], founder, store)
    try admit(GoldenCase.intake, [.intake], founder, store)
    try admit(GoldenCase.departed, [.researcher], founder, store)
    try work(founder, store)
    _ = try founder.removeMember(GoldenCase.departed.handle)
    #expect(try founder.rotateRole(.auditor))
    #expect(try founder.rotateRole(.custodian))
    let intake = try unlock(GoldenCase.intake, store)
    _ = try intake.handIn(
      Array(GoldenCase.drop.testimony.utf8), source: Array(GoldenCase.drop.source.utf8))
    _ = try unlock(GoldenCase.editor, store)
    _ = try unlock(GoldenCase.founder, store)
    #expect(try store.destroyRemnants())
  }

  private func work(_ founder: Session, _ store: SQLiteStore) throws {
    let custodian = try founder.permit(CustodianRole.self)
    let codes = try zip(GoldenCase.testimonies, GoldenCase.sources).map { file, source in
      try founder.addTestimony(
        Array(file.utf8), source: .document(Array(source.utf8)), by: custodian
      ).testimony
    }
    let departed = try unlock(GoldenCase.departed, store)
    let researcher = try departed.permit(ResearcherRole.self)
    try departed.addNote(GoldenCase.note, to: codes[1], by: researcher)
    let approved = try departed.draftExcerpt(
      of: codes[0], audience: "desk", policy: "editor", selection: "1-3", by: researcher)
    _ = try departed.draftExcerpt(
      of: codes[2], audience: "public", policy: "public", selection: nil, by: researcher)
    try founder.approve(
      approved, conditionsMet: true, date: .today, reason: "read aloud twice", by: custodian)
    #expect(throws: VaultError.roleMissing(.custodian)) {
      _ = try departed.permit(CustodianRole.self)
    }
  }

  private func admit(
    _ member: GoldenCase.Member, _ roles: [Role], _ steward: Session, _ store: SQLiteStore
  ) throws {
    let request = try Vault.request(
      in: store, handle: member.handle, passphrase: try phrase(member.passphrase))
    _ = try steward.admit(member.handle, fingerprint: request.fingerprint, roles: roles)
  }

  private func unlock(_ member: GoldenCase.Member, _ store: SQLiteStore) throws -> Session {
    let clock = self.clock
    return try Vault.unlock(
      store, handle: member.handle, passphrase: try phrase(member.passphrase), pins: pins,
      clock: { clock.now() })
  }

  private var passphraseFile: String {
    "# Published with the vault: invented people only.\n"
      + (GoldenCase.remaining + [GoldenCase.departed])
      .map { "\($0.handle) \($0.passphrase)\n" }.joined()
  }

  private func writeAnswers() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var answers: [String: GoldenAnswers] = [:]
    for member in GoldenCase.remaining {
      let place = try GoldenFiles.copy()
      defer { try? FileManager.default.removeItem(at: place) }
      answers[member.handle] = try GoldenAnswers(
        of: member, in: try SQLiteStore(opening: place.appending(path: "vault").path),
        pins: Device())
    }
    try encoder.encode(answers).write(to: GoldenFiles.expected)
  }
}
