import Sealing
import Testing

@testable import EvidenceVault
@testable import Storage

/// Entries whose detail makes no sense: every member may write entries.
struct UnreadableDetailTests {
  let office: Office

  init() throws { office = try Office() }

  enum Garbage: String, CaseIterable {
    case noWrap, unknownWrap, brokenBox, boxForHimself, boxOfAnotherKey, boxOfAnotherEntry,
      forgedMark
    case noDetail, unknownVersion, anotherMember, anotherAct, anotherTime

    var fault: Unreadable {
      switch self {
      case .noDetail, .unknownVersion, .anotherMember, .anotherAct, .anotherTime: .content
      default: .key
      }
    }

    func row(_ session: Session, _ number: UInt64, time: String) throws -> DetailRow {
      let roster = session.state.roster
      let key = try RecordKey()
      func detail(
        _ time: String, _ act: Act = .logRead, _ member: String = "edda"
      ) throws -> [UInt8] {
        try Codec.encode(
          LogDetail(act: act, member: member, time: time, subjects: [], reason: ""))
      }
      let plain =
        switch self {
        case .noDetail: Array("no detail".utf8)
        case .unknownVersion: Array(#"{"act":"logRead","version":2}"#.utf8)
        case .anotherMember: try detail(time, .logRead, "cora")
        case .anotherAct: try detail(time, .denied)
        case .anotherTime: try detail("2020-01-01T00:00:00Z")
        default: try detail(time)
        }
      let context = RecordContext(
        vault: roster.vault, record: DetailSeal.id(number), version: 1)
      let body = try key.sealDetail(plain, block: DetailSeal.block, context)
      let auditors = roster.recipients(of: .auditor)
      let bound = BoxedContext.detail(roster.vault, number)
      let right = try BoxedKey.seal(key, to: auditors, context: bound)
      let wrap: [UInt8] =
        switch self {
        case .noWrap: []
        case .unknownWrap: [7] + right
        case .brokenBox: [1, 1] + auditors[0].bytes.prefix(8) + Random.bytes(96)
        case .boxForHimself:
          [1] + (try BoxedKey.seal(key, to: [session.me.publicKeys.box], context: bound))
        case .boxOfAnotherKey:
          [1] + (try BoxedKey.seal(try RecordKey(), to: auditors, context: bound))
        case .boxOfAnotherEntry:
          [1]
            + (try BoxedKey.seal(
              key, to: auditors, context: BoxedContext.detail(roster.vault, 0)))
        case .forgedMark: try PassedOver.detail(number, session.memberEpochs.current)
        default: [1] + right
        }
      return DetailRow(number: number, wrap: wrap, body: body)
    }
  }

  /// Edda's program writes an entry with garbage; returns its number.
  private func plant(_ garbage: Garbage) throws -> UInt64 {
    let edda = try office.unlock("edda")
    let forger = try Forger(edda, office.store)
    let number = edda.state.logCount
    let row = try garbage.row(edda, number, time: Timestamp.text(edda.state.newest))
    try forger.append(.logRead, row: row)
    return number
  }

  private func lines(_ session: Session) throws -> [LogLine] {
    try session.log(newest: .max, by: try session.permit(AuditorRole.self))
  }

  @Test(arguments: Garbage.allCases)
  func `a detail that makes no sense is one line, and rotations go past it`(
    garbage: Garbage
  ) throws {
    let before = try lines(try office.unlock("audra"))
    let number = try plant(garbage)
    let audra = try office.unlock("audra", on: Device())
    var found = try lines(audra)
    #expect(Array(found.prefix(before.count)) == before)
    let line = try #require(found.first { $0.number == number })
    #expect(line.member == "edda" && line.act == "logRead" && line.unreadable == garbage.fault)
    #expect(found.compactMap(\.unreadable).count == 1)
    for _ in 0..<2 {
      _ = try audra.rotateRole(.auditor)
      found = try lines(try office.unlock("river", on: Device()))
      #expect(Array(found.prefix(before.count)) == before)
      #expect(
        found.first { $0.number == number }?.unreadable
          == (garbage.fault == .key ? .passedOver : .content))
    }
    let details = try #require(try audra.check().first { $0.kind == "log detail" })
    #expect(details.damaged == 0 && details.unreadable == 1 && details.keyless == 0)
    _ = try audra.verifyLogFromGenesis()
  }

  @Test func `a member's garbage keeps the auditors' closed epoch from nothing`() throws {
    _ = try plant(.brokenBox)
    _ = try office.unlock("stew").removeMember("gone")
    let audra = try office.unlock("audra")
    #expect(try audra.roleList().first { $0.role == .auditor }?.closed == false)
    #expect(try lines(audra).compactMap(\.unreadable) == [.passedOver])
  }

  @Test func `details that only storage can have spoiled are refused`() throws {
    let audra = try office.unlock("audra")
    // Of the founder, who holds the auditors' keys.
    office.store.tamper { $0.details[3]?.wrap[60] ^= 1 }
    #expect(throws: VaultError.integrity(.detail(3))) { try lines(audra) }
    #expect(throws: VaultError.integrity(.detail(3))) { _ = try audra.rotateRole(.auditor) }
    #expect(try audra.check().first { $0.kind == "log detail" }?.damaged == 1)
  }

  @Test func `a detail that a rotation has wrapped or marked cannot be made garbage`() throws {
    let number = try plant(.boxForHimself)
    let audra = try office.unlock("audra")
    let edda = try office.unlock("edda")
    let honest = edda.state.logCount
    #expect(throws: VaultError.roleMissing(.auditor)) { _ = try edda.permit(AuditorRole.self) }
    let box = try #require(office.store.rows.details[honest]?.wrap)
    _ = try audra.rotateRole(.auditor)
    let rows = office.store.rows
    for (at, wrap) in [
      (number, [1]), (number, []), (honest, box), (honest, []),
      (honest, try #require(rows.details[number]?.wrap)), (honest, [0]),
    ] {
      office.store.rows = rows
      office.store.tamper { $0.details[at]?.wrap = wrap }
      let again = try office.unlock("audra", on: Device())
      #expect(throws: VaultError.integrity(.detail(at))) { try lines(again) }
      #expect(throws: VaultError.integrity(.detail(at))) { _ = try again.rotateRole(.auditor) }
    }
  }
}
