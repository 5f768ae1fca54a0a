import Foundation
import Glibc

/// The agent as a process of its own: this program, started once more.
public enum AgentProcess {
  /// The argument that makes the program an agent.
  public static let command = "agent"
  /// The descriptor at which the agent finds the starter.
  private static let channel: Int32 = 3
  private static let headSize = 28
  /// POSIX_SPAWN_SETSID, which Glibc's module does not show.
  private static let newSession = 0x80

  /// Starts an agent and gives it a member's keys, through a pair of sockets that only the two have.
  ///
  /// - Parameters:
  ///   - total: seconds, after which it ends.
  ///   - idle: seconds without use, after which it ends.
  /// - Throws: ``AgentError/notStarted``, ``AgentError/untrusted``, ``AgentError/pathTooLong``.
  public static func start(
    _ keys: borrowing MemberKeys, _ name: AgentName, total: UInt32, idle: UInt32
  ) throws(AgentError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .inputOutput }
    defer { for end in ends where end >= 0 { close(end) } }
    // The login session's first process, when it is not this one: with it the session ends.
    let session = getsid(0)
    let watched = session == getpid() ? 0 : UInt32(session)
    let process = try spawn(ends[1], ownSession: watched == 0)
    close(ends[1])
    ends[1] = -1
    do throws(AgentError) {
      try hand(keys, name.bytes + total.bigEndianBytes + idle.bigEndianBytes, watched, ends[0])
    } catch {
      kill(process, SIGKILL)
      var status: Int32 = 0
      _ = unsafe waitpid(process, &status, 0)
      throw error
    }
  }

  private static func hand(
    _ keys: borrowing MemberKeys, _ head: [UInt8], _ watched: UInt32, _ channel: Int32
  ) throws(AgentError) {
    AgentSocket.limit(channel, seconds: 20)
    // It says so when it can be neither dumped nor traced.
    guard AgentSocket.receive(channel, 1) == [1], let contents = try? keys.rowContents(),
      AgentSocket.send(channel, (head + watched.bigEndianBytes).span),
      contents.withBytes({ AgentSocket.send(channel, $0) }),
      let up = AgentSocket.receive(channel, 1)
    else { throw .notStarted }
    switch up {
    case [1]: return
    case [2]: throw .untrusted
    case [3]: throw .pathTooLong
    default: throw .notStarted
    }
  }

  private static func spawn(_ end: Int32, ownSession: Bool) throws(AgentError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    // Its own group: Ctrl-C at the terminal is for others.
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(ownSession ? newSession : Int(POSIX_SPAWN_SETPGROUP)))
    unsafe posix_spawn_file_actions_adddup2(&actions, end, channel)
    for standard in Int32(0)...2 {
      unsafe posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0)
    }
    let words = ["evault", command]
    let environment = ProcessInfo.processInfo.environment
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    var process: pid_t = 0
    let code = unsafe posix_spawn(
      &process, "/proc/self/exe", &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw .notStarted }
    return process
  }

  /// What the started process does, to its end. The process must be hardened before.
  public static func run(runtime: String?) throws(AgentError) {
    guard fcntl(channel, F_SETFD, FD_CLOEXEC) == 0 else { throw .notStarted }
    // Whatever the starter had open: a pipe that this process held would never end for others.
    closefrom(channel + 1)
    // No place that others want to unmount is held.
    guard unsafe chdir("/") == 0 else { throw .inputOutput }
    AgentSocket.limit(channel, seconds: 20)
    AgentSocket.send(channel, [1].span)
    guard let head = AgentSocket.receive(channel, headSize),
      let contents = AgentSocket.readSecret(channel, AgentMessage.keysSize),
      let name = AgentName(text: Hex.encode(head[0..<16]))
    else { throw .notStarted }
    func number(_ start: Int) -> UInt32 {
      head[start..<(start + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    let lease = AgentLease(total: number(16), idle: number(20), from: .now)
    var server = try listening(contents, name, lease, runtime)
    AgentSocket.send(channel, [1].span)
    close(channel)
    guard let relay = try? SignalRelay() else { throw .inputOutput }
    let watched = pid_t(number(24))
    _ = server.run(
      interruption: relay.readable,
      isLoggedIn: { watched == 0 || kill(watched, 0) == 0 || errno == EPERM })
  }
  /// Begins to listen, or tells the starter why not.
  private static func listening(
    _ contents: consuming SecretBytes, _ name: AgentName, _ lease: AgentLease, _ runtime: String?
  ) throws(AgentError) -> AgentServer {
    do throws(AgentError) {
      let place = try AgentPlace(runtime: runtime)
      return try AgentServer(keys: contents, name: name, place: place, lease: lease)
    } catch {
      AgentSocket.send(
        channel, [error == .untrusted ? 2 : error == .pathTooLong ? 3 : 0].span)
      throw error
    }
  }
}
