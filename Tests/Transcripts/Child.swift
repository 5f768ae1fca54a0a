import Glibc
import PseudoTerminal

/// A program that a session runs: in a session of its own, with or without a terminal.
struct Child {
  private let process: pid_t

  /// What the program's standard descriptors are.
  enum Wiring {
    case terminal(PseudoTerminal)
    case descriptors(input: Int32, output: Int32, error: Int32)
  }

  /// Starts a program that is looked for in PATH when its name has no slash.
  init(_ words: [String], environment: [String: String], directory: String, wiring: Wiring) {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    // A session of its own (0x80): the first terminal that it opens becomes the one of `/dev/tty`.
    // No signal is blocked or ignored, as the threads and the program of the tests would have it.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(0x80 | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    switch wiring {
    case .terminal(let terminal):
      unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal.path, O_RDWR, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .descriptors(let input, let output, let error):
      unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, error, 2)
    }
    // `env -C` changes the directory, which posix_spawn does not do everywhere.
    let words = ["env", "-C", directory] + words
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(
      &process, "env", &actions, &attributes, &arguments, &variables)
    precondition(code == 0, "env could not be started: \(code)")
    self.process = process
  }

  /// Waits for its end and returns the exit code, or 128 and the number of the signal.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Ends a program that hangs.
  func kill() { _ = Glibc.kill(process, SIGKILL) }
}
