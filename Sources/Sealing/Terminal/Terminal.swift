import Glibc

/// The terminal a person sits at: `/dev/tty`, whatever standard input and output are.
public struct Terminal: ~Copyable {
  private let descriptor: Int32

  /// Opens the controlling terminal.
  ///
  /// - Parameter path: the terminal's device; another one than `/dev/tty` is for tests.
  /// - Throws: `noTerminal` when the process has none.
  public init(path: String = "/dev/tty") throws(TerminalError) {
    descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .noTerminal }
    guard isatty(descriptor) == 1 else {
      close(descriptor)
      throw .noTerminal
    }
  }

  deinit { close(descriptor) }

  /// Whether a descriptor of this process (0, 1 or 2) is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal behind a descriptor, or `nil` when it is none or does not say.
  public static func columns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Shows a prompt and reads one line that the terminal does not show.
  ///
  /// The kernel edits the line (backspace takes a whole UTF-8 character), so what was typed and
  /// taken back never reaches this process. The terminal's settings are put back on return, on an
  /// error and before a signal acts; after a stop (Ctrl-Z) the prompt is shown anew. What was typed
  /// ahead of the prompt is thrown away, because the terminal has shown it.
  ///
  /// - Parameters:
  ///   - prompt: shown as it is, without a line break.
  ///   - buffer: takes the line's bytes, without the line break. What is behind them is zeroed.
  ///   - start: where in the buffer the line begins.
  /// - Returns: the count of bytes.
  /// - Throws: `interrupted`, `endOfInput` (Ctrl-D), `tooLong` when the line does not fit; the buffer
  ///   is zeroed then.
  borrowing func readHidden(
    prompt: String, into buffer: inout MutableSpan<UInt8>, from start: Int
  ) throws(TerminalError) -> Int {
    try readLine(prompt: prompt, echo: false, into: &buffer, from: start)
  }

  /// Shows a prompt and reads one line that the terminal shows while it is typed.
  ///
  /// - Parameter limit: the most bytes that a line may have.
  /// - Throws: `interrupted`, `endOfInput` (Ctrl-D), `tooLong`, and `unsuitableText` when the line is not UTF-8.
  public borrowing func readVisible(
    prompt: String, limit: Int = 4_000
  ) throws(TerminalError) -> String {
    var bytes = [UInt8](repeating: 0, count: limit)
    var span = bytes.mutableSpan
    let count = try readLine(prompt: prompt, echo: true, into: &span, from: 0)
    guard let line = String(validating: bytes.prefix(count), as: UTF8.self) else {
      throw .unsuitableText
    }
    return line
  }

  /// Reads one line; see ``readHidden(prompt:into:from:)`` for what is promised.
  borrowing func readLine(
    prompt: String, echo: Bool, into buffer: inout MutableSpan<UInt8>, from start: Int
  ) throws(TerminalError) -> Int {
    while true {
      let signal: Int32
      do throws(TerminalError) {
        switch try attempt(prompt: prompt, echo: echo, into: &buffer, from: start) {
        case .line(let count):
          wipe(&buffer, from: start + count)
          return count
        case .signal(let number): signal = number
        }
      } catch {
        wipe(&buffer, from: 0)
        throw error
      }
      wipe(&buffer, from: 0)
      act(on: signal)
      // A stop is followed by a continuation. Anything else that lets the process live was handled
      // by the caller's own handler.
      guard [SIGTSTP, SIGTTIN, SIGTTOU].contains(signal) else { throw .interrupted }
    }
  }

  /// Lets a signal act now, also on a thread that blocks it, as those of Dispatch do.
  private borrowing func act(on signal: Int32) {
    var only = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&only)
    unsafe sigaddset(&only, signal)
    unsafe pthread_sigmask(SIG_UNBLOCK, &only, &before)
    raise(signal)
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private enum Attempt {
    case line(Int)
    case signal(Int32)
  }

  /// Reads once; when it returns or throws, the terminal and the signal handlers are as before.
  private borrowing func attempt(
    prompt: String, echo: Bool, into buffer: inout MutableSpan<UInt8>, from start: Int
  ) throws(TerminalError) -> Attempt {
    let relay = try SignalRelay()
    var before = termios()
    guard unsafe tcgetattr(descriptor, &before) == 0 else { throw .noTerminal }
    var during = before
    during.c_iflag |= tcflag_t(IUTF8 | ICRNL)
    during.c_lflag |= tcflag_t(ICANON | ISIG | ECHONL)
    if echo {
      during.c_lflag |= tcflag_t(ECHO | ECHOE)
    } else {
      during.c_lflag &= ~tcflag_t(ECHO | ECHOE | ECHOK)
    }
    defer {
      while unsafe tcsetattr(descriptor, TCSANOW, &before) != 0, errno == EINTR {}
    }
    while unsafe tcsetattr(descriptor, TCSAFLUSH, &during) != 0 {
      guard errno == EINTR else { throw .inputOutput }
      if let signal = relay.received() { return .signal(signal) }
    }
    show(prompt)

    var count = 0
    var overflow = false
    while true {
      if let signal = try waitForInput(relay) {
        show("\n")
        return .signal(signal)
      }
      // One byte more than fits is read to tell a line that fits from one that does not.
      var byte: UInt8 = 0
      let got = unsafe read(descriptor, &byte, 1)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .inputOutput }
      if got == 0 {
        show("\n")
        throw .endOfInput
      }
      if byte == UInt8(ascii: "\n") {
        if overflow { throw .tooLong }
        return .line(count)
      }
      if start + count < buffer.count {
        buffer[start + count] = byte
        count += 1
      } else {
        overflow = true
      }
    }
  }

  /// Waits until a byte can be read, or returns the signal that came instead.
  private borrowing func waitForInput(_ relay: borrowing SignalRelay) throws(TerminalError)
    -> Int32?
  {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: relay.readable, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let ready = unsafe poll(&waits, nfds_t(waits.count), -1)
      if let signal = relay.received() { return signal }
      if ready > 0 { return nil }
      guard ready < 0, errno == EINTR else { throw .inputOutput }
    }
  }

  /// Writes to the terminal; a prompt that cannot be shown does not stop the reading.
  public borrowing func show(_ text: String) {
    try? FileDescriptor.write(Array(text.utf8), to: descriptor)
  }

  /// Writes bytes that must not be copied, to the last one.
  borrowing func show(_ bytes: Span<UInt8>) throws(FileError) {
    try FileDescriptor.write(bytes, to: descriptor)
  }
}

/// Zeroes a buffer's end in a way the compiler keeps.
func wipe(_ buffer: inout MutableSpan<UInt8>, from start: Int) {
  unsafe buffer.withUnsafeMutableBytes { bytes in
    guard start < bytes.count, let base = bytes.baseAddress else { return }
    unsafe explicit_bzero(base + start, bytes.count - start)
  }
}
