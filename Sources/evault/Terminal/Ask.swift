import Sealing

/// Questions at the terminal.
enum Ask {
  /// Whether there is a terminal to ask at.
  static var isPossible: Bool {
    do throws(TerminalError) {
      _ = try Terminal()
      return true
    } catch {
      return false
    }
  }

  /// Asks for words that must not stand in arguments: a title, a reason, what to search for.
  static func line(_ prompt: ScreenText) throws(Failure) -> String {
    do throws(TerminalError) {
      let terminal = try Terminal()
      return try terminal.readVisible(prompt: prompt.text)
    } catch .noTerminal {
      throw Failure(
        .usage, "There is no terminal to ask at.",
        next: "Run evault in a terminal, or give - and write the words to standard input.")
    } catch .empty, .endOfInput {
      throw Failure(.usage, "Nothing was typed.")
    } catch {
      throw Failure(error)
    }
  }

  /// Asks whether to go on. Only `y` and `yes` do.
  static func confirm(_ question: ScreenText) throws(Failure) -> Bool {
    let answer = try line("\(question) [y/N] ")
    return ["y", "yes"].contains(answer.lowercased())
  }
}
