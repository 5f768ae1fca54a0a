import Anonymity
import Screen
import Testing

@testable import EvidenceVault

/// Policies of the group's own, and who must approve under them.
struct OwnPolicyTests {
  let office: Office
  let river: Session
  let cora: Session

  init() throws {
    office = try Office()
    river = try office.unlock("river")
    cora = try office.unlock("cora", on: Device(like: office.device))
  }

  static func policy(
    _ name: String = "our-desk", version: Int = 1, phone: String = "suppress", more: String = ""
  ) throws -> [UInt8] {
    let text = try BuiltIn.text("editor")
      .replacing("name: editor", with: "name: \(name)")
      .replacing(/(?m)^version: .*/, with: "version: \(version)")
      .replacing("phone: suppress", with: "phone: \(phone)")
    return Array((text + "\n" + more).utf8)
  }

  private func draft(_ policy: String = "our-desk", by session: Session) throws -> Code {
    try session.draftExcerpt(
      of: office.codes.testimony, audience: "desk", policy: policy, selection: nil,
      by: try session.permit(ResearcherRole.self))
  }

  private func approve(_ code: Code, _ session: Session) throws -> EvidenceVault.Approval {
    try session.approve(
      code, conditionsMet: true, reason: "", by: try session.permit(CustodianRole.self))
  }

  @Test func `a policy is added, listed and used, and a version is never taken twice`() throws {
    let custodian = try river.permit(CustodianRole.self)
    _ = try river.addPolicy(try Self.policy(), by: custodian)
    let edda = try office.unlock("edda", on: Device(like: office.device))
    let listed = try edda.policies(by: try edda.permit(EditorRole.self))
    #expect(listed.map(\.name) == BuiltIn.names + ["our-desk", "two"])
    #expect(listed.last?.addedBy == "river" && listed.first?.addedBy == nil)
    let code = try draft(by: river)
    #expect(throws: VaultError.refused(.policyVersion)) {
      _ = try river.addPolicy(try Self.policy(), by: custodian)
    }
    _ = try river.addPolicy(try Self.policy(version: 2), by: custodian)
    #expect(try approve(code, river) == .approved)
    let text = try edda.policyText("our-desk", by: try edda.permit(EditorRole.self))
    #expect(text == String(decoding: try Self.policy(version: 2), as: UTF8.self))
  }

  @Test(arguments: BuiltIn.names)
  func `the name of a built-in policy is not taken`(name: String) throws {
    let custodian = try river.permit(CustodianRole.self)
    #expect(throws: VaultError.refused(.policyVersion)) {
      _ = try river.addPolicy(try Self.policy(name, version: 99), by: custodian)
    }
  }

  @Test func `a policy that would let somebody be identified is refused, and its place is said`()
    throws
  {
    let custodian = try river.permit(CustodianRole.self)
    #expect {
      _ = try river.addPolicy(try Self.policy(phone: "keep"), by: custodian)
    } throws: { error in
      if case VaultError.input(.policy(let text)) = error { text.contains("line") } else { false }
    }
  }

  @Test func `only a custodian adds a policy, by right and not by the program`() throws {
    let edda = try office.unlock("edda", on: Device(like: office.device))
    #expect(throws: VaultError.roleMissing(.custodian)) {
      _ = try edda.addPolicy(try Self.policy(), by: try edda.permit(CustodianRole.self))
    }
    #expect(throws: VaultError.roleMissing(.custodian)) {
      try edda.write { transaction in
        try transaction.put(.policy, "our-desk", listing: [], body: [0x7B, 0x7D])
        try transaction.log(.policyAdded, [], reason: "")
      }
    }
  }

  @Test func `a draft under a policy that is not there is refused`() throws {
    #expect(throws: VaultError.input(.unknownPolicy)) { _ = try draft("nobody", by: river) }
  }

  @Test func `where the drafter is excluded another custodian approves`() throws {
    _ = try river.addPolicy(
      try Self.policy(more: "approvers: {not_drafter: true}\n"),
      by: try river.permit(CustodianRole.self))
    let code = try draft(by: river)
    #expect(throws: VaultError.refused(.approverDrafted)) { _ = try approve(code, river) }
    #expect(try approve(code, cora) == .approved)
  }

  @Test func `two different custodians approve the same words`() throws {
    _ = try river.addPolicy(
      try Self.policy(more: "approvers: {count: 2}\n"), by: try river.permit(CustodianRole.self))
    let code = try draft(by: river)
    #expect(try approve(code, river) == .oneOfTwo)
    #expect(throws: VaultError.notFound) {
      _ = try river.export(
        code, format: .txt, fileName: nil, by: try river.permit(EditorRole.self))
    }
    #expect(throws: VaultError.refused(.approvedAlready)) { _ = try approve(code, river) }
    #expect(try approve(code, cora) == .approved)
  }

  @Test func `an approval of other words counts no more`() throws {
    _ = try river.addPolicy(
      try Self.policy(more: "approvers: {count: 2}\n"), by: try river.permit(CustodianRole.self))
    let code = try draft(by: river)
    #expect(try approve(code, river) == .oneOfTwo)
    let file = String(decoding: Office.sourceFile, as: UTF8.self)
      .replacing("witness", with: "observer")
    try cora.updateSource(
      office.codes.source, Array(file.utf8), by: try cora.permit(CustodianRole.self))
    #expect(try approve(code, cora) == .oneOfTwo)
    #expect(try approve(code, river) == .approved)
  }

  @Test func `one step under a policy of two approvers leaves a draft and gives out nothing`()
    throws
  {
    _ = try river.addPolicy(
      try Self.policy(more: "approvers: {count: 2}\n"), by: try river.permit(CustodianRole.self))
    let made = try river.release(
      office.codes.testimony, audience: "desk", policy: "our-desk", selection: nil,
      conditionsMet: true, format: .txt, fileName: nil, by: try river.permit(CustodianRole.self))
    #expect(made.copy == nil)
    #expect(try approve(made.code, cora) == .approved)
  }
}
