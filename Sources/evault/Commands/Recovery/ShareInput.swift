import EvidenceVault
import Sealing

/// Reads the shares of one set, from files or from a person at the terminal.
struct ShareInput {
  let options: ShareFileOptions

  func read() throws -> [RecoveryShare] {
    try options.shares.isEmpty ? ask() : readFiles()
  }

  private func readFiles() throws -> [RecoveryShare] {
    var shares: [RecoveryShare] = []
    for path in options.shares {
      do {
        for text in try ShareText.read(path) { shares.append(try text.share()) }
      } catch let error as FileError {
        throw Failure(reading: path, error)
      }
    }
    return shares
  }

  // MARK: - At the terminal

  private func ask() throws -> [RecoveryShare] {
    guard Ask.isPossible else {
      throw Failure(
        .usage, "There is no terminal to type the shares at.",
        next: "Run evault in a terminal, or give --shares FILE, or --shares - for standard input.")
    }
    let terminal = try Terminal()
    var shares: [RecoveryShare] = []
    while shares.count < shares.first?.set.threshold ?? 1 {
      let share = try ask(terminal, number: shares.count + 1)
      if let fault = Self.fault(share, beside: shares) {
        tell(terminal, Failure.shares(fault).0)
      } else {
        shares.append(share)
      }
    }
    return shares
  }

  private static func fault(
    _ share: RecoveryShare, beside shares: [RecoveryShare]
  ) -> ShareError? {
    guard let first = shares.first else { return nil }
    if share.set != first.set { return .otherSet }
    if shares.contains(where: { $0.number == share.number }) {
      return .repeated(number: share.number)
    }
    return nil
  }

  /// One share, line by line; a line that cannot be right is asked for again, and nothing else.
  private func ask(_ terminal: borrowing Terminal, number: Int) throws -> RecoveryShare {
    let count = RecoveryShare.wordCount / RecoveryShare.wordsPerLine
    var lines: [ShareText] = []
    while lines.count < count {
      lines.append(try ask(terminal, share: number, line: lines.count + 1, of: count))
    }
    while true {
      do {
        return try ShareText.joined(lines).share()
      } catch let error as ShareError {
        tell(terminal, Failure.shares(error).0)
        let wrong: [Int]
        if case .wrongWord(let place) = error {
          wrong = [(place - 1) / RecoveryShare.wordsPerLine]
        } else {
          wrong = Array(lines.indices)
        }
        for index in wrong {
          lines[index] = try ask(terminal, share: number, line: index + 1, of: count)
        }
      }
    }
  }

  private func ask(
    _ terminal: borrowing Terminal, share: Int, line: Int, of count: Int
  ) throws -> ShareText {
    while true {
      let text = try ShareText.ask(
        terminal, prompt: "Page \(share), line \(line) of \(count): ")
      let words = text.wordCount
      if words != RecoveryShare.wordsPerLine {
        tell(terminal, "These are \(words) words; a line has \(RecoveryShare.wordsPerLine).")
      } else if let strange = text.strangeWords.first {
        tell(terminal, "Word \(strange) of the line is no word of a share.")
      } else {
        return text
      }
    }
  }

  private func tell(_ terminal: borrowing Terminal, _ line: ScreenText) {
    terminal.show(line.text + "\n")
  }
}
