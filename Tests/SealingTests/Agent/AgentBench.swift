import Foundation
import Glibc
import PseudoTerminal
import Synchronization
import Testing

@testable import Sealing

/// A runtime directory of its own, and an agent in it on a thread.
final class AgentBench: Sendable {
  let runtime: String
  let place: AgentPlace
  let name: AgentName
  let vault: VaultID
  /// What the agent holds: a member of this seed.
  static let seed = counting(32)
  private let clock = Mutex(AgentLease.Moment.now)
  private let loggedIn = Mutex(true)

  init() throws {
    runtime = "/tmp/agent-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(
      atPath: runtime, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    place = try AgentPlace(runtime: runtime)
    vault = try Support.vault()
    name = AgentName(vault: vault, handle: "river")
  }

  deinit { try? FileManager.default.removeItem(atPath: runtime) }

  var socket: String { place.socket(name) }

  /// The contents of the member's row that the agent holds.
  static func contents() throws -> SecretBytes {
    try secret(seed + [1] + [UInt8](repeating: 0, count: 215))
  }

  /// Serves until it ends by itself; `nil` when it could not begin.
  func serve(to user: UInt32? = nil) async -> AgentServer.End? {
    await onOwnThread {
      let start = self.clock.withLock { $0 }
      let lease = AgentLease(total: 900, idle: 300, from: start)
      guard let contents = try? Self.contents(),
        var server = try? AgentServer(
          keys: contents, name: self.name, place: self.place, lease: lease, serving: user)
      else { return nil }
      return server.run(
        tick: 5, clock: { self.clock.withLock { $0 } },
        isLoggedIn: { self.loggedIn.withLock { $0 } })
    }
  }

  /// Waits until somebody listens.
  func listening() async throws {
    for _ in 0..<4_000 {
      if (try? place.hasSocket(socket)) == true { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("no agent came up")
  }

  func pass(seconds: UInt64, asleep: Bool = false) {
    clock.withLock {
      $0 = .init(
        running: $0.running + (asleep ? 0 : seconds * 1_000_000_000),
        passed: $0.passed + seconds * 1_000_000_000)
    }
  }

  func logOut() { loggedIn.withLock { $0 = false } }

  /// Whether the agent gives out the keys that it holds.
  func givesKeys() throws -> Bool {
    guard let keys = try AgentClient.keys(at: place, name, vault: vault) else { return false }
    return keys.publicKeys == (try member(seed: Self.seed, vault: vault)).publicKeys
  }

  /// What comes for a question sent as it is, to the last byte.
  func answer(to question: [UInt8]) async throws -> [UInt8] {
    let path = socket
    return try await onOwnThread {
      Result<[UInt8], any Error> {
        let connection = try AgentSocket.connected(to: path)
        defer { close(connection) }
        if !question.isEmpty { AgentSocket.send(connection, question.span) }
        // A connection that was hung up on with a question unread is reset, which is no answer.
        return (try? FileDescriptor.readAll(connection, limit: 4_096)) ?? []
      }
    }.get()
  }
}

/// The id of a vault in these tests.
enum Support {
  static func vault() throws -> VaultID { try SealingTests.vault() }
}
