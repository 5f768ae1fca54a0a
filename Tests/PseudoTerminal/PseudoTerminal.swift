import Glibc

/// A terminal whose keyboard and screen are in the test's hands.
public final class PseudoTerminal: Sendable {
  private let keyboard: Int32
  /// The device that the program under test opens.
  public let path: String

  /// Opens a new one, 80 columns wide.
  public init() {
    // Close on exec: a program under test must not hold a copy, or the screen would never end.
    keyboard = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    precondition(keyboard >= 0, "there is no /dev/ptmx")
    precondition(unsafe ioctl(keyboard, Self.setLock, &locked) == 0)
    precondition(unsafe ioctl(keyboard, Self.getNumber, &number) == 0)
    path = "/dev/pts/\(number)"
    var size = winsize()
    size.ws_col = 80
    size.ws_row = 24
    _ = unsafe ioctl(keyboard, UInt(TIOCSWINSZ), &size)
  }

  /// Linux's TIOCSPTLCK and TIOCGPTN, which Glibc's module does not show.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  deinit { close(keyboard) }

  /// Types text as it is; "\n" is the Enter key, "\u{3}" Ctrl-C, "\u{7F}" backspace.
  public func type(_ text: String) {
    type(bytes: Array(text.utf8))
  }

  /// Types bytes that need not be UTF-8.
  public func type(bytes: [UInt8]) {
    _ = unsafe write(keyboard, bytes, bytes.count)
  }

  /// What came onto the screen, up to 64 KiB, waiting at most `milliseconds` for the first byte.
  /// `nil` when every program has closed the terminal.
  public func screen(waiting milliseconds: Int32) -> [UInt8]? {
    var wait = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&wait, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let got = unsafe read(keyboard, &bytes, bytes.count)
    return got > 0 ? Array(bytes[..<got]) : nil
  }

  /// Collects the screen until it holds `text`, for at most ten seconds.
  public func screen(until text: String) -> String {
    var bytes: [UInt8] = []
    for _ in 0..<100 {
      guard let more = screen(waiting: 100) else { break }
      bytes += more
      if String(decoding: bytes, as: UTF8.self).contains(text) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the terminal shows what is typed.
  public var echoes: Bool {
    var settings = termios()
    unsafe tcgetattr(keyboard, &settings)
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }
}
