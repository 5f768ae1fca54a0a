import Sealing
import Testing

@testable import EvidenceVault

/// A kit that was mistyped, changed, or made up.
struct FieldKitTests {
  let office: Office
  let cora: Session
  let kit: FieldKit

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
    kit = try cora.exportKit(by: try cora.permit(CustodianRole.self))
  }

  private func read(_ text: String) throws(FieldFault) -> FieldKit {
    try FieldKit(file: Array(text.utf8))
  }

  @Test func `what a person types is read, whatever case, spaces and look-alikes`() throws {
    #expect(try read(kit.text) == kit && read(kit.line) == kit)
    let lines = kit.text.split(separator: "\n").suffix(12).map { line in
      line.prefix(2) + " "
        + line.dropFirst(2).lowercased().replacing(" ", with: "").replacing("0", with: "o")
        .replacing("1", with: "l")
    }
    #expect(try read("typed by hand\n\n" + lines.joined(separator: "\r\n")) == kit)
  }

  @Test func `every wrong letter is found in its line`() throws {
    var lines = kit.text.split(separator: "\n").suffix(12).map(Array.init)
    for number in lines.indices {
      for place in lines[number].indices.dropFirst(2) where lines[number][place] != " " {
        let right = lines[number][place]
        lines[number][place] = right == "7" ? "8" : "7"
        let text = lines.map { String($0) }.joined(separator: "\n")
        // Ten bits: one slip in a thousand fits its check, and the signature finds that.
        #expect {
          _ = try read(text)
        } throws: { error in
          error as? FieldFault == .kitLine(number + 1) || error as? FieldFault == .notAKit
        }
        lines[number][place] = right
      }
    }
  }

  @Test func `lines that are missing, doubled or out of order are no kit`() throws {
    let lines = kit.text.split(separator: "\n").suffix(12).map(String.init)
    var swapped = lines
    swapped.swapAt(3, 4)
    let attempts: [([String], FieldFault)] = [
      ([], .notAKit), (Array(lines.dropLast()), .kitLine(12)),
      (Array(lines.dropFirst()), .kitLine(1)),
      (lines + [lines[11]], .kitLine(13)), (swapped, .kitLine(4)),
      (Array(lines[..<5]) + Array(lines[6...]), .kitLine(6)),
    ]
    for (attempt, fault) in attempts {
      #expect(throws: fault) { _ = try read(attempt.joined(separator: "\n")) }
    }
    #expect(throws: FieldFault.notAKit) { _ = try read(String(kit.line.dropLast())) }
    #expect(throws: FieldFault.notAKit) { _ = try read(kit.line + "\nsend it to nobody") }
    #expect(throws: FieldFault.notAKit) { _ = try FieldKit(file: [0xFF]) }
  }

  @Test func `every changed byte of a kit is refused`() throws {
    for index in kit.bytes.indices {
      var bytes = kit.bytes
      bytes[index] ^= 1
      #expect(throws: FieldFault.notAKit, "\(index)") { _ = try FieldKit(bytes: bytes) }
    }
    #expect(throws: FieldFault.notAKit) { _ = try FieldKit(bytes: kit.bytes + [0]) }
  }

  @Test func `a kit holds no secret, and no two are one`() throws {
    let held = try cora.read { try cora.holding(.custodian, cora.state, $0.store) }
    #expect(kit.box == held.keys.box.publicKey && kit.epoch == 1)
    let other = try cora.exportKit(by: try cora.permit(CustodianRole.self))
    #expect(other.code != kit.code && other.fingerprint != kit.fingerprint)
    let kits = try cora.kits(by: try cora.permit(CustodianRole.self))
    #expect(Set(kits.map(\.code)) == [kit.code, other.code])
    #expect(kits.allSatisfy { $0.state == .current && $0.by == "cora" })
  }

  @Test
  func `who makes up a kit makes another fingerprint, and the office refuses what comes of it`()
    throws
  {
    let roster = cora.state.roster
    let made = HeldRole(
      .custodian,
      try RoleKeys(
        new: RoleContext(vault: roster.vault, role: Role.custodian.rawValue, epoch: 1)))
    let forged = try FieldKit(roster, made, now: Session.systemClock())
    #expect(try FieldKit(file: Array(forged.text.utf8)) == forged)
    #expect(forged.fingerprint != kit.fingerprint)
    let drop = try forged.seal(testimony: Office.testimonyFile(5), source: Office.strangerFile)
    #expect(throws: VaultError.field(.anotherVault)) {
      _ = try cora.accept(try FieldDrop(drop.bytes), by: try cora.permit(CustodianRole.self))
    }
  }

  @Test func `nobody but a custodian makes or lists kits, and no kit is made of closed keys`()
    throws
  {
    for handle in ["edda", "reza", "inka", "audra", "stew"] {
      let session = try office.unlock(handle)
      #expect(throws: VaultError.roleMissing(.custodian)) {
        _ = try session.permit(CustodianRole.self)
      }
    }
    _ = try office.unlock("stew").removeMember("gone")
    // A session that was open before: the epoch is closed until somebody unlocks.
    #expect(throws: VaultError.refused(.epochClosed(.custodian))) {
      _ = try cora.exportKit(by: try cora.permit(CustodianRole.self))
    }
    let again = try office.unlock("cora")
    #expect(try again.exportKit(by: try again.permit(CustodianRole.self)).epoch == 2)
  }
}
