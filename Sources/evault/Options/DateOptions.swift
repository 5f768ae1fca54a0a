import ArgumentParser
import EvidenceVault

/// The day on which something is let out, where the source's consent depends on it.
struct DateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "You confirm that this is today's date, in UTC; asked for at the terminal when absent.",
      valueName: "yyyy-mm-dd"))
  var confirmDate: String?

  @Flag(help: "You know that the newest log entry is from a clock that was ahead.")
  var logIsAhead = false

  func validate() throws {
    if logIsAhead, confirmDate == nil {
      throw ValidationError("--log-is-ahead goes with --confirm-date.")
    }
  }

  var isGiven: Bool { confirmDate != nil }

  /// Lets something out; asks for the day where that is needed and there is a terminal.
  func asking<Result>(
    _ release: (DateConfirmation?) throws -> Result
  ) throws -> Result {
    do {
      return try release(confirmDate.map { DateConfirmation($0, logIsAhead: logIsAhead) })
    } catch VaultError.refused(.dateUnconfirmed(let today)) where Ask.isPossible {
      let right = try Ask.confirm(
        """
        The source's consent depends on the day. By this machine's clock today is \(today) (UTC).
        Does a calendar say the same?
        """)
      guard right else {
        throw Failure(
          .refused, "Nothing was released.", next: "Set this machine's clock, then run it again.")
      }
      return try release(DateConfirmation(today))
    }
  }
}
