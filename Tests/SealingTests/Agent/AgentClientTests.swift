import Foundation
import Glibc
import Synchronization
import Testing

@testable import Sealing

/// What stands in an agent's place, and gains nothing.
struct AgentClientTests {
  let bench: AgentBench

  init() throws {
    bench = try AgentBench()
    try bench.place.make()
  }

  private func asked() -> AgentError? {
    do throws(AgentError) {
      _ = try AgentClient.status(at: bench.place, bench.name)
      return nil
    } catch { return error }
  }

  /// Listens in the agent's place, notes what one client says and answers it.
  private func impostor(_ answer: [UInt8]) throws -> Impostor {
    let listener = try AgentSocket.bound(to: bench.socket)
    #expect(unsafe chmod(bench.socket, 0o600) == 0 && listen(listener, 4) == 0)
    return Impostor(listener, answer)
  }

  /// On a thread of its own from the start: the tests' few threads wait for its answer.
  private final class Impostor: Sendable {
    private let said = Mutex<[UInt8]?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ listener: Int32, _ answer: [UInt8]) {
      Thread.detachNewThread {
        let connection = accept(listener, nil, nil)
        AgentSocket.limit(connection, seconds: 60)
        let heard = AgentSocket.receive(connection, AgentMessage.questionSize)
        self.said.withLock { $0 = heard }
        AgentSocket.send(connection, answer.span)
        close(connection)
        close(listener)
        self.done.signal()
      }
    }

    /// What the client said, once it was answered.
    func heard() -> [UInt8]? {
      done.wait()
      return said.withLock { $0 }
    }
  }

  @Test func `an impostor hears the name of the socket and nothing else`() throws {
    let impostor = try impostor([])
    #expect(try AgentClient.keys(at: bench.place, bench.name, vault: bench.vault) == nil)
    #expect(impostor.heard() == AgentMessage.question(.keys, bench.name))
  }

  @Test func `an agent of another user is hung up on`() throws {
    let listener = try AgentSocket.bound(to: bench.socket)
    defer { close(listener) }
    #expect(unsafe chmod(bench.socket, 0o600) == 0 && listen(listener, 4) == 0)
    #expect(throws: AgentError.untrusted) {
      try AgentClient.connect(bench.place, bench.name, to: geteuid() + 1)
    }
    let own = try #require(try AgentClient.connect(bench.place, bench.name))
    close(own)
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 17), Array("evagent".utf8) + [2] + [UInt8](repeating: 0, count: 9),
    AgentMessage.answer(granted: false, (9, 9)),
    AgentMessage.answer(granted: true, (9, 9)),
    AgentMessage.answer(granted: true, (9, 9)) + [UInt8](repeating: 7, count: 248),
    AgentMessage.answer(granted: true, (9, 9)) + [UInt8](repeating: 7, count: 247),
  ])
  func `an answer that is none, or no member, is refused`(answer: [UInt8]) throws {
    let impostor = try impostor(answer)
    #expect(throws: AgentError.malformed) {
      _ = try AgentClient.keys(at: bench.place, bench.name, vault: bench.vault) == nil
    }
    #expect(impostor.heard() == AgentMessage.question(.keys, bench.name))
  }

  @Test func `a directory, link or socket that others could have made is refused`() throws {
    #expect(asked() == nil)
    // Others may enter.
    for path in [bench.place.directory, bench.runtime] {
      #expect(unsafe chmod(path, 0o711) == 0)
      if path == bench.runtime {
        #expect(throws: AgentError.untrusted) { try AgentPlace(runtime: path) }
      } else {
        #expect(asked() == .untrusted)
      }
      #expect(unsafe chmod(path, 0o700) == 0)
    }
    // Another's.
    #expect(throws: AgentError.untrusted) {
      try AgentPlace(runtime: bench.runtime, owner: geteuid() + 1)
    }
    // A file and a link in the socket's place.
    #expect(FileManager.default.createFile(atPath: bench.socket, contents: nil))
    #expect(unsafe chmod(bench.socket, 0o600) == 0)
    #expect(asked() == .untrusted)
    #expect(unsafe unlink(bench.socket) == 0 && symlink("/dev/log", bench.socket) == 0)
    #expect(asked() == .untrusted)
    #expect(unsafe unlink(bench.socket) == 0)
    // A link in the directory's place.
    try FileManager.default.moveItem(atPath: bench.place.directory, toPath: bench.runtime + "/else")
    #expect(unsafe symlink(bench.runtime + "/else", bench.place.directory) == 0)
    #expect(asked() == .untrusted)
  }

  @Test func `without a runtime directory there is no agent`() {
    for runtime in [nil, "", "run", "/nonexistent/run"] {
      #expect(throws: AgentError.noRuntimeDirectory) { try AgentPlace(runtime: runtime) }
    }
  }

  @Test func `a socket that nobody listens at any more is as if there were none`() throws {
    let listener = try AgentSocket.bound(to: bench.socket)
    #expect(unsafe chmod(bench.socket, 0o600) == 0 && listen(listener, 4) == 0)
    close(listener)
    #expect(asked() == nil)
    #expect(try AgentClient.lockAll(at: bench.place) == 0)
  }

  @Test func `a path that no socket can have is told`() {
    #expect(throws: AgentError.pathTooLong) {
      _ = try AgentSocket.connected(to: "/" + String(repeating: "x", count: 200))
    }
  }

  @Test func `the name tells members and vaults apart, and no handle`() throws {
    let names = Set([
      AgentName(vault: try vault(1), handle: "river"),
      AgentName(vault: try vault(2), handle: "river"),
      AgentName(vault: try vault(1), handle: "stone"),
    ])
    #expect(names.count == 3)
    #expect(AgentName(text: bench.name.text) == bench.name)
    for other in ["", "river", bench.name.text + "00", bench.name.text.uppercased() + "/"] {
      #expect(AgentName(text: other) == nil)
    }
  }
}
