import Foundation
import Screen
import Sealing
import Testing

@testable import EvidenceVault

/// The vault's key and checkpoints over its life.
struct CheckpointTests {
  let office: Office
  let cora: Session

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
  }

  private func released() throws -> VerifiedRelease {
    let made = try cora.release(
      office.codes.testimony, audience: "desk", policy: "public", selection: "2",
      conditionsMet: true, format: .html, fileName: nil,
      by: try cora.permit(CustodianRole.self))
    return try VerifiedRelease(try #require(made.copy).bytes)
  }

  @Test func `the key stays over rotations, and every checkpoint leads to the newest`() throws {
    let custodian = try cora.permit(CustodianRole.self)
    let first = try cora.checkpoint(by: custodian)
    let before = try released()
    _ = try cora.rotateRole(.custodian)
    _ = try cora.rotateRecords(by: try cora.permit(CustodianRole.self))
    let after = try released()
    let again = try cora.permit(CustodianRole.self)
    let newest = try cora.issueCheckpoint(by: again)
    #expect(before.key == first.key && after.key == first.key && newest.key == first.key)
    for kept in [first.checkpoint, before.checkpoint, after.checkpoint, newest.checkpoint] {
      #expect(try cora.newest(after: kept, by: again) == newest)
    }
    #expect(
      [first.checkpoint, before.checkpoint, after.checkpoint, newest.checkpoint].map(\.size)
        == [1, 2, 3, 4].map { first.checkpoint.size + ($0 - 1) * 256 })
    #expect(try before.anchor(key: nil, checkpoint: newest.checkpoint) == .anotherCheckpoint)
  }

  @Test func `a release or checkpoint of another vault is refused`() throws {
    let release = try released()
    var seed = [UInt8](repeating: 7, count: 32)
    let key = try SigningKey(seed: try SecretBytes(moving: &seed))
    let foreign = try Checkpoint(
      size: release.checkpoint.size, root: release.checkpoint.root, by: key)
    #expect(throws: ReleaseFault.otherKey) {
      try release.anchor(key: VaultKey(key.publicKey), checkpoint: nil)
    }
    #expect(throws: ReleaseFault.otherCheckpoint) {
      try release.anchor(key: nil, checkpoint: foreign)
    }
    #expect(throws: ReleaseFault.otherCheckpoint) {
      try release.anchor(key: release.key, checkpoint: foreign)
    }
    let custodian = try cora.permit(CustodianRole.self)
    #expect(try cora.newest(after: foreign, by: custodian) == nil)
    // Of this vault's key, over a history that it never had.
    let tree = try cora.write { transaction in
      let tree = try transaction.commitmentTree()
      try transaction.log(.checkpointRead, [], reason: "")
      return tree
    }
    let forked = try Checkpoint(size: 256, root: Digest.of([1]), by: tree.key)
    #expect(try cora.newest(after: forked, by: custodian) == nil)
    let tooNew = try tree.closing(nil).checkpoint
    #expect(try cora.newest(after: tooNew, by: custodian) == nil)
    #expect(throws: ReleaseFault.otherCheckpoint) {
      try release.anchor(
        key: nil,
        checkpoint: try Checkpoint(
          size: release.checkpoint.size, root: Digest.of([1]), by: tree.key))
    }
  }

  @Test func `an approval that fails leaves no batch`() throws {
    let custodian = try cora.permit(CustodianRole.self)
    let before = try cora.checkpoint(by: custodian)
    struct Stop: Error {}
    _ = try? cora.write { transaction in
      let draft = try transaction.draft(
        self.office.codes.testimony, audience: "desk", policy: "public", selection: nil)
      _ = try transaction.approve(
        draft, conditionsMet: true, date: nil, reason: "", fileName: nil)
      throw Stop()
    }
    #expect(try cora.checkpoint(by: custodian) == before)
  }

  @Test func `only a custodian's program has the tree, and only its acts change it`() throws {
    #expect(RecordKind.commitments.role == .custodian)
    let changing = Act.allCases.filter { $0.changes[.commitments] != nil }
    #expect(Set(changing) == [.excerptApproved, .checkpointIssued, .recordsRotated])
    for act in [Act.checkpointIssued, .checkpointRead] {
      #expect(act.rights == [.holder(.custodian)])
    }
  }

  @Test func `a note has one spelling`() throws {
    let note = try cora.checkpoint(by: try cora.permit(CustodianRole.self)).checkpoint.text
    for changed in [
      note + "\n", String(note.dropLast()), note.replacing("\n\n", with: "\n"),
      note.replacing("— ", with: "- "), note.replacing("— ", with: "—  "), "\u{7}" + note,
      note.replacing("=\n", with: "\n"), note.replacing("\n", with: "\r\n"), "",
    ] {
      #expect(throws: ReleaseFault.checkpoint) { try Checkpoint(changed) }
    }
    // A witness signs below; who does not know it does not look at it.
    let witnessed = try Checkpoint(note + "— witness.example AAAAAAAA\n")
    #expect(witnessed.isSigned(by: try released().key))
  }
}
