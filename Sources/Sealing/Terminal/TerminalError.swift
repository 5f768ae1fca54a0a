/// Why nothing was read from a terminal or a passphrase source. No case carries what was typed.
public enum TerminalError: Error, Equatable, Sendable {
  /// The process has no terminal.
  case noTerminal
  /// A signal ended the reading; the terminal is as it was before.
  case interrupted
  /// The input ended before a line.
  case endOfInput
  /// Nothing was typed.
  case empty
  /// More than the limit was typed.
  case tooLong
  /// Not UTF-8, or a control, invisible or unassigned character.
  case unsuitableText
  /// The passphrase file or descriptor is not there.
  case missing
  /// The passphrase file may not be read, or is a directory.
  case unreadable
  /// The two typed passphrases differ.
  case different
  /// Any other failure of input or output.
  case inputOutput
}
