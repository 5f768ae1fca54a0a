import Glibc
import Sealing

/// What a command shows: results on standard output, notes and warnings on standard error.
struct Output: Sendable {
  /// One JSON document on standard output, no text.
  let json: Bool
  /// No notes and no progress.
  let quiet: Bool
  let style: Style
  private let errorStyle: Style

  init(json: Bool, quiet: Bool) {
    self.json = json
    self.quiet = quiet
    style = json ? .plain : .on(STDOUT_FILENO)
    errorStyle = .on(STDERR_FILENO)
  }

  /// Shows a result: the document with --json, otherwise the text. Never for confidential text, which
  /// goes through `ConfidentialOutput`.
  func result(_ document: some Encodable, text: () -> String) throws {
    if json {
      try Self.write(JSONText.encode(document) + "\n", to: STDOUT_FILENO)
    } else {
      try Self.write(text(), to: STDOUT_FILENO)
    }
  }

  /// Shows a line that says what was done; not with --quiet or --json.
  func note(_ line: ScreenText) {
    guard !quiet, !json else { return }
    Self.remark(line.text)
  }

  /// Shows a warning, always.
  func warn(_ line: ScreenText) {
    Self.remark("warning: " + line.text) { errorStyle.yellow("warning: ") + $0.dropFirst(9) }
  }

  /// Writes to standard error, in lines that fit into the terminal if it is one. What cannot be
  /// written there is given up.
  static func remark(_ text: String, styled: (String) -> String = { $0 }) {
    let lines = LineWrap.paragraphs(text, columns: Terminal.columns(STDERR_FILENO))
    try? write(styled(lines) + "\n", to: STDERR_FILENO)
  }

  /// Writes to the last byte, or says that it could not: a broken pipe and a full disk end a command
  /// with exit code 74.
  static func write(_ text: String, to descriptor: Int32) throws(Failure) {
    do throws(FileError) {
      try FileDescriptor.write(Array(text.utf8), to: descriptor)
    } catch {
      throw Failure(error)
    }
  }
}
