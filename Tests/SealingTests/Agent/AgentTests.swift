import Foundation
import Glibc
import PseudoTerminal
import Testing

@testable import Sealing

/// Who gets keys from an agent, until when, and who does not.
struct AgentTests {
  let bench: AgentBench

  init() throws { bench = try AgentBench() }

  @Test func `keys go to the same user's programs until it is locked`() async throws {
    async let ended = bench.serve()
    try await bench.listening()
    for _ in 0..<3 { #expect(try bench.givesKeys()) }
    #expect(try AgentClient.status(at: bench.place, bench.name) == .init(left: 900, idle: 300))
    var status = stat()
    #expect(unsafe lstat(bench.socket, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(unsafe lstat(bench.place.directory, &status) == 0 && status.st_mode & 0o777 == 0o700)
    #expect(try AgentClient.lockAll(at: bench.place) == 1)
    #expect(try bench.givesKeys() == false)
    #expect(await ended == .locked)
    #expect(unsafe lstat(bench.socket, &status) != 0)
    #expect(try AgentClient.lockAll(at: bench.place) == 0)
  }

  @Test func `another user gets not a byte, whatever is asked`() async throws {
    async let ended = bench.serve(to: geteuid() + 1)
    try await bench.listening()
    for what in [AgentMessage.What.keys, .status, .lock] {
      #expect(try await bench.answer(to: AgentMessage.question(what, bench.name)) == [])
    }
    #expect(try bench.givesKeys() == false)
    bench.logOut()
    #expect(await ended == .logout)
  }

  /// With the directory opened by somebody's mistake, so that only the peer's user stands between.
  @Test(.enabled(if: geteuid() == 0, "only root can become another user"))
  func `a process of another user gets nothing through a directory that was opened`() async throws {
    async let ended = bench.serve()
    try await bench.listening()
    for path in [bench.runtime, bench.place.directory] { #expect(unsafe chmod(path, 0o755) == 0) }
    #expect(unsafe chmod(bench.socket, 0o666) == 0)
    let path = bench.socket
    let question = Hex.encode(AgentMessage.question(.keys, bench.name))
    await #expect(processExitsWith: .success) {
      [path = path as String, question = question as String] in
      #expect(setuid(65_534) == 0)
      let connection = try AgentSocket.connected(to: path)
      let asked = try #require(Hex.decode(question))
      AgentSocket.send(connection, asked.span)
      #expect(((try? FileDescriptor.readAll(connection, limit: 4_096)) ?? []) == [])
    }
    bench.logOut()
    #expect(await ended == .logout)
  }

  @Test func `a question that is none, or for another member, is hung up on`() async throws {
    async let ended = bench.serve()
    try await bench.listening()
    let good = AgentMessage.question(.keys, bench.name)
    var bad: [[UInt8]] = [[], Array(good.dropLast()), [UInt8](repeating: 0, count: 25)]
    for index in good.indices where index != 8 {
      var changed = good
      changed[index] ^= 1
      bad.append(changed)
    }
    var unknown = good
    unknown[8] = 9
    bad.append(unknown)
    bad.append(
      AgentMessage.question(.keys, AgentName(vault: bench.vault, handle: "stone")))
    for question in bad where !question.isEmpty && question.count == good.count {
      #expect(try await bench.answer(to: question) == [])
    }
    // One that is cut short, and one who says nothing, are waited for a second and no longer.
    for question in bad.prefix(2) { #expect(try await bench.answer(to: question) == []) }
    #expect(try bench.givesKeys())
    bench.logOut()
    #expect(await ended == .logout)
  }

  @Test func `who says half, never reads or is gone keeps nobody else out`() async throws {
    async let ended = bench.serve()
    try await bench.listening()
    let question = AgentMessage.question(.keys, bench.name)
    var open: [Int32] = []
    for index in 0..<12 {
      let connection = try AgentSocket.connected(to: bench.socket)
      AgentSocket.send(connection, (index % 3 == 0 ? Array(question.prefix(12)) : question).span)
      if index % 3 == 1 { close(connection) } else { open.append(connection) }
    }
    #expect(try bench.givesKeys())
    #expect(try AgentClient.lockAll(at: bench.place) == 1)
    #expect(await ended == .locked)
    for connection in open { close(connection) }
  }

  @Test func `nothing is given after a sleep, the time, or without use`() async throws {
    for (seconds, asleep, end) in [
      (60, true, AgentLease.End.suspend), (300, false, .idle), (901, false, .time),
    ] {
      let bench = try AgentBench()
      async let ended = bench.serve()
      try await bench.listening()
      #expect(try bench.givesKeys())
      bench.pass(seconds: UInt64(seconds), asleep: asleep)
      #expect(try bench.givesKeys() == false)
      #expect(await ended == .lease(end))
      #expect(try bench.place.names() == [])
    }
  }

  @Test func `it ends with the runtime directory, and when its socket is another`() async throws {
    async let ended = bench.serve()
    try await bench.listening()
    try FileManager.default.removeItem(atPath: bench.place.directory)
    #expect(await ended == .replaced)

    let second = try AgentBench()
    async let replaced = second.serve()
    try await second.listening()
    // Somebody's own socket in the place of it.
    #expect(unsafe unlink(second.socket) == 0)
    let other = try AgentSocket.bound(to: second.socket)
    defer { close(other) }
    #expect(await replaced == .replaced)
    // The one that it did not make, it does not take away.
    var status = stat()
    #expect(unsafe lstat(second.socket, &status) == 0)
  }

  @Test func `a second agent for the same member ends the first`() async throws {
    async let first = bench.serve()
    try await bench.listening()
    #expect(try bench.givesKeys())
    async let second = bench.serve()
    #expect(await first == .locked)
    try await bench.listening()
    #expect(try bench.givesKeys())
    bench.logOut()
    #expect(await second == .logout)
  }
}
