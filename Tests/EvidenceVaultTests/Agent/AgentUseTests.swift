import Foundation
import Testing

@testable import EvidenceVault
@testable import Sealing

/// A vault opened with what an agent gives, right and wrong.
struct AgentUseTests {
  let office: Office
  private let runtime: String
  private let place: AgentPlace
  private let vault: VaultID

  init() throws {
    office = try Office()
    runtime = "/tmp/use-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: runtime, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    place = try AgentPlace(runtime: runtime)
    vault = try office.store.read { try Header($0).vault }
  }

  /// Runs `body` while an agent under the name of one member holds the keys of another.
  @discardableResult
  private func whileServing<Result>(
    _ handle: String, keysOf holder: String, _ body: () throws -> Result
  ) throws -> Result {
    defer { try? FileManager.default.removeItem(atPath: runtime) }
    let name = AgentName(vault: vault, handle: handle)
    let keys = try office.unlock(holder, on: Device()).me.rowContents()
    let server = AgentOnThread(keys)
    try server.start(name, place)
    let result = Swift.Result { try body() }
    #expect(try AgentClient.lockAll(at: place) == 1)
    return try result.get()
  }

  private func unlock(_ handle: String) throws -> Session? {
    try Vault.unlock(office.store, handle: handle, agent: place, pins: Device())
  }

  @Test
  func `with an agent's keys a member has the own roles, and without one there is no session`()
    throws
  {
    #expect(try unlock("cora") == nil)
    let roles = try whileServing("cora", keysOf: "cora") {
      #expect(try unlock("edda") == nil)
      let cora = try #require(try unlock("cora"))
      _ = try cora.original(
        office.codes.testimony, reason: "", by: try cora.permit(CustodianRole.self))
      return cora.roles
    }
    #expect(roles == (try office.unlock("cora").roles))
    #expect(try unlock("cora") == nil)
  }

  @Test func `an agent that gives another member's keys is refused`() throws {
    try whileServing("cora", keysOf: "edda") {
      #expect(throws: VaultError.agent(.otherMember)) { try unlock("cora") }
    }
  }

  @Test func `a removed member's agent opens nothing`() throws {
    try whileServing("gone", keysOf: "gone") {
      _ = try office.unlock("river").removeMember("gone")
      #expect(throws: VaultError.notAdmitted) { try unlock("gone") }
    }
  }

  @Test func `an agent of another vault has another name`() throws {
    let elsewhere = HostileStore(try Office.another())
    try whileServing("cora", keysOf: "cora") {
      let session = try Vault.unlock(
        elsewhere, handle: "cora", agent: place, pins: Device())
      #expect(session == nil)
    }
  }
}

/// An agent on a thread, until it is locked.
private final class AgentOnThread: Sendable {
  private let keys: SecretBytes
  private let up = DispatchSemaphore(value: 0)

  init(_ keys: consuming SecretBytes) { self.keys = keys }

  func start(_ name: AgentName, _ place: AgentPlace) throws {
    Thread.detachNewThread {
      guard let keys = try? self.keys.part(0..<self.keys.count),
        var server = try? AgentServer(
          keys: keys, name: name, place: place,
          lease: AgentLease(total: 900, idle: 900, from: .now))
      else { return }
      self.up.signal()
      _ = server.run(tick: 5)
    }
    up.wait()
  }
}
