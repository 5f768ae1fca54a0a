import Foundation
import Screen
import Testing

@testable import EvidenceVault

/// A source who withdraws the consent.
struct WithdrawalTests {
  let office: Office
  let cora: Session

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
  }

  private func withdraw() throws -> SourceWithdrawal {
    try cora.withdrawSource(
      office.codes.source, reason: "asked by telephone", by: try cora.permit(CustodianRole.self))
  }

  private func export(
    _ code: Code, as handle: String, clock: UInt64 = Session.systemClock()
  ) throws {
    let session = try office.unlock(handle, on: Device(), clock: { clock })
    _ = try session.export(
      code, format: .html, fileName: nil, by: try session.permit(EditorRole.self))
  }

  private func draft(_ audience: String = "desk") throws -> Code {
    let reza = try office.unlock("reza")
    return try reza.draftExcerpt(
      of: office.codes.testimony, audience: audience, policy: "public", selection: nil,
      by: try reza.permit(ResearcherRole.self))
  }

  private let withdrawn = VaultError.refused(.consentWithdrawn)

  @Test func `it stops drafts, approvals and exports, and lists what had gone out`() throws {
    let done = try withdraw()
    // The other draft waits for a second approval.
    #expect(done.drafts.count == 2 && done.drafts.contains(office.codes.draft))
    #expect(done.remnantsDestroyed && done.naming == [])
    let release = try #require(done.releases.first)
    #expect(done.releases.count == 1 && release.excerpt == office.codes.release)
    #expect(release.audience == "desk" && release.approvedBy == "river")
    #expect(release.approved?.count == 20)
    for audience in ["desk", "public", "internal"] {
      #expect(throws: withdrawn) { _ = try draft(audience) }
    }
    for handle in ["edda", "cora"] {
      #expect(throws: withdrawn) { try export(office.codes.release, as: handle) }
    }
    let now = Session.systemClock()
    for clock in [now - EmbargoTests.decade, now + EmbargoTests.decade] {
      #expect(throws: withdrawn) {
        try export(office.codes.release, as: "edda", clock: clock)
      }
    }
    let river = try office.unlock("river")
    #expect(throws: withdrawn) {
      _ = try river.release(
        office.codes.testimony, audience: "desk", policy: "public", selection: nil,
        conditionsMet: true, format: .txt, fileName: nil,
        by: try river.permit(CustodianRole.self))
    }
    let reza = try office.unlock("reza")
    let refused = try reza.excerpt(
      office.codes.draft, by: try reza.permit(ResearcherRole.self))
    #expect(refused.summary.status == .refused && refused.reason?.isEmpty == false)
    // Withdrawing is not erasing: inside it can still be read.
    let copy = try reza.testimony(
      office.codes.testimony, by: try reza.permit(ResearcherRole.self))
    #expect(copy.sentences.count == 4)
  }

  @Test func `an approval is refused by the record, also of a draft that was written around it`()
    throws
  {
    _ = try withdraw()
    var draft = try cora.write { try $0.excerpt(office.codes.draft) }
    draft.status = .draft
    try cora.write { transaction in
      try transaction.put(draft)
      try transaction.log(.excerptRefused, [draft.code.text], reason: "")
    }
    #expect(throws: withdrawn) {
      try cora.approve(
        draft.code, conditionsMet: true, reason: "", by: try cora.permit(CustodianRole.self))
    }
  }

  @Test func `no key of an editor's opens a byte of what was released`() throws {
    func released() throws -> [ReleaseRecord] {
      let edda = try office.unlock("edda")
      return try edda.read { reader in
        let held = try edda.holding(.editor, edda.state, reader.store)
        return try reader.map.leaves(prefix: edda.lookup.prefix(of: .release)).map {
          try Codec.decode(
            ReleaseRecord.self, try reader.body($0.key, $0.leaf, .release, held, edda.me))
        }
      }
    }
    func holds(_ release: ReleaseRecord) -> Bool {
      release.outputs.contains { String(decoding: $0.bytes, as: UTF8.self).contains("gate") }
    }
    #expect(try released().contains(where: holds))
    _ = try withdraw()
    let left = try released()
    #expect(left.count == 1 && left[0].outputs.isEmpty && left[0].title.isEmpty)
    let edda = try office.unlock("edda")
    let listed = try edda.releases(by: try edda.permit(EditorRole.self))
    #expect(listed.map(\.withdrawn) == [true] && listed.map(\.title) == [""])
  }

  @Test func `an update does not lift it, and the explicit word does without bringing bytes back`()
    throws
  {
    _ = try withdraw()
    let custodian = try cora.permit(CustodianRole.self)
    let file = Office.sourceFile + Array("\nnote: a later spelling".utf8)
    try cora.updateSource(office.codes.source, file, by: custodian)
    #expect(throws: withdrawn) { _ = try draft() }
    let first = try cora.source(office.codes.source, reason: "", by: custodian).withdrawn
    _ = try withdraw()
    #expect(
      try cora.source(office.codes.source, reason: "", by: custodian).withdrawn == first)
    try cora.updateSource(office.codes.source, file, consentAgain: true, by: custodian)
    let audra = try office.unlock("audra")
    let line = try audra.log(newest: 2, by: try audra.permit(AuditorRole.self))[0]
    #expect(line.subjects == [office.codes.source.text, "consent-again"])
    let code = try draft()
    try cora.approve(code, conditionsMet: true, reason: "", by: custodian)
    try export(code, as: "edda")
    #expect(throws: withdrawn) { try export(office.codes.release, as: "edda") }
  }

  @Test func `who took a release is listed`() throws {
    try export(office.codes.release, as: "edda")
    let taken = try withdraw().releases[0].deliveries
    #expect(taken.map(\.by) == ["river", "edda"] && taken.map(\.format) == ["txt", "html"])
  }

  @Test func `who spoke on the record is so no longer, in what others told either`() throws {
    let river = try office.unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let speaker = try river.addSource(
      Array(
        "names: [\"Ilse Mustermoor\"]\nconsent: {audiences: [desk], on_record: [desk, internal]}"
          .utf8),
      by: custodian)
    let other = try river.addTestimony(
      Array("Ilse Mustermoor spoke first.".utf8), source: .code(office.codes.source), by: custodian
    ).testimony
    let researcher = try river.permit(ResearcherRole.self)
    #expect(try river.testimony(other, by: researcher).text.contains("Mustermoor"))
    let code = try river.draftExcerpt(
      of: other, audience: "desk", policy: "public", selection: nil, by: researcher)
    try river.approve(code, conditionsMet: true, reason: "", by: custodian)
    try export(code, as: "edda")
    let done = try river.withdrawSource(speaker, reason: "", by: custodian)
    #expect(done.naming == [code] && done.releases.isEmpty)
    #expect {
      try export(code, as: "edda")
    } throws: { error in
      if case VaultError.refused(.screen) = error { true } else { false }
    }
    #expect(try !river.testimony(other, by: researcher).text.contains("Mustermoor"))
  }

  @Test func `a vault that has seen a withdrawal verifies from its beginning`() throws {
    _ = try withdraw()
    let audra = try office.unlock("audra", on: Device())
    _ = try audra.verifyLogFromGenesis()
    let lines = try audra.log(newest: 4, by: try audra.permit(AuditorRole.self))
    #expect(
      lines.map(\.act) == ["sourceWithdrawn", "excerptRefused", "excerptRefused", "logRead"])
    #expect(lines[0].reason == "asked by telephone")
    #expect(lines[0].subjects == [office.codes.source.text, office.codes.release.text])
  }
}
