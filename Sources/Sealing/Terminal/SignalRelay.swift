import Glibc
import Synchronization

/// Turns the signals that would leave a terminal without echo into something to wait for.
///
/// While a relay is installed, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN and SIGTTOU write
/// their number into a pipe instead of acting, whichever thread receives them. Whoever reads the
/// number puts the terminal back, removes the relay, and raises the signal again. Signals that the
/// process ignores (as under `nohup`) stay ignored.
struct SignalRelay: ~Copyable {
  /// The end of the pipe that becomes readable when a signal came.
  let readable: Int32
  private let writable: Int32
  private var previous: [(signal: Int32, action: sigaction)]

  /// The pipe's writable end for the handler, -1 while no relay is installed.
  private static let pipeEnd = Atomic<Int32>(-1)

  init() throws(TerminalError) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .inputOutput }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readable = ends[0]
    writable = ends[1]
    let installed = Self.pipeEnd.compareExchange(
      expected: -1, desired: ends[1], ordering: .sequentiallyConsistent)
    precondition(installed.exchanged, "one prompt at a time")
    previous = []
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU] {
      var old = sigaction()
      unsafe sigaction(signal, nil, &old)
      if unsafe old.__sigaction_handler.sa_handler.map({ unsafe unsafeBitCast($0, to: Int.self) })
        == Self.ignored
      {
        continue
      }
      var new = sigaction()
      // Without SA_RESTART, so that a system call under way returns.
      unsafe new.__sigaction_handler.sa_handler = { SignalRelay.note($0) }
      unsafe sigaction(signal, &new, nil)
      previous.append((signal, old))
    }
  }

  deinit {
    for (signal, action) in previous {
      var action = action
      unsafe sigaction(signal, &action, nil)
    }
    Self.pipeEnd.store(-1, ordering: .sequentiallyConsistent)
    close(readable)
    close(writable)
  }

  /// The number of the signal that came, if one did.
  func received() -> Int32? {
    var number: UInt8 = 0
    return unsafe read(readable, &number, 1) == 1 ? Int32(number) : nil
  }

  /// SIG_IGN as the integer that it is.
  private static let ignored = 1

  /// The handler: one write, which is safe at any instruction. It keeps `errno` as it was.
  private static func note(_ signal: Int32) {
    let saved = errno
    var number = UInt8(truncatingIfNeeded: signal)
    _ = unsafe write(pipeEnd.load(ordering: .relaxed), &number, 1)
    errno = saved
  }
}
