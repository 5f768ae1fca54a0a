import Glibc
import Sealing

/// What a person is told when a command does not do what was asked: what happened and what to do
/// next.
struct Failure: Error {
  let status: ExitStatus
  let message: ScreenText
  /// What to do next, as one or more sentences.
  let next: ScreenText?

  init(_ status: ExitStatus, _ message: ScreenText, next: ScreenText? = nil) {
    self.status = status
    self.message = message
    self.next = next
  }

  /// Shows it on standard error and returns the exit code. An error that cannot be shown is not
  /// tried again: the exit code says it.
  func show(json: Bool) -> ExitStatus {
    if json {
      struct Document: Encodable {
        struct Body: Encodable {
          let code: Int32
          let status: String
          let message: String
          let next: String?
        }
        let error: Body
      }
      let body = Document.Body(
        code: status.rawValue, status: status.name, message: message.text, next: next?.text)
      let text = (try? JSONText.encode(Document(error: body))) ?? "{}"
      try? Output.write(text + "\n", to: STDERR_FILENO)
    } else {
      let hints = next?.text.split(separator: "\n") ?? []
      Output.remark(
        (["evault: \(message.text)"] + hints.map { "  \($0)" }).joined(separator: "\n"))
    }
    return status
  }
}
