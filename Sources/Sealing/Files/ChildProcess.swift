import Glibc

/// Another program, which has nothing of this process but two pipes.
///
/// Its standard error goes nowhere, since what programs complain about may name what they read.
public final class ChildProcess {
  /// POSIX_SPAWN_SETSIGDEF, which Glibc's module does not show.
  private static let defaultSignals: Int16 = 0x04

  /// What the program writes to its standard output.
  public let output: Int32
  private var input: Int32
  /// `nil` when it has ended and was waited for.
  private var process: pid_t?

  /// Whether there is a program that this user may run.
  public static func isProgram(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - arguments: without the program's name.
  ///   - environment: all variables that it gets, each as `NAME=value`.
  /// - Throws: `missing` when there is no such program.
  public init(
    _ path: String, _ arguments: [String], environment: [String] = []
  ) throws(FileError) {
    let down = try Self.pipeEnds()
    let up: (read: Int32, write: Int32)
    do throws(FileError) { up = try Self.pipeEnds() } catch {
      close(down.read)
      close(down.write)
      throw error
    }
    input = down.write
    output = up.read
    defer {
      close(down.read)
      close(up.write)
    }
    do throws(FileError) {
      process = try Self.spawn(path, arguments, environment, input: down.read, output: up.write)
    } catch {
      close(down.write)
      close(up.read)
      throw error
    }
  }

  deinit {
    endInput()
    close(output)
    guard let process else { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
  }

  /// Writes to the program's standard input.
  ///
  /// - Throws: `brokenPipe` when it does not read any more.
  public func write(_ bytes: Span<UInt8>) throws(FileError) {
    try FileDescriptor.write(bytes, to: input)
  }

  /// Lets the program find the end of its standard input.
  public func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Waits until the program has ended; to be called when its output was read to the end.
  ///
  /// - Returns: whether it ended by itself with exit code 0.
  public func succeeds() -> Bool {
    guard let process else { return false }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return false }
    }
    self.process = nil
    return status == 0
  }

  private static func pipeEnds() throws(FileError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw FileError(errno: errno) }
    // Every descriptor of this process is closed in the program.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String], input: Int32, output: Int32
  ) throws(FileError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    // This process ignores SIGPIPE, and that would be inherited.
    var pipeSignal = sigset_t()
    unsafe sigemptyset(&pipeSignal)
    unsafe sigaddset(&pipeSignal, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &pipeSignal)
    unsafe posix_spawnattr_setflags(&attributes, defaultSignals)
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, path, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw FileError(errno: code) }
    return process
  }
}
