import EvidenceVault
import Glibc
import Sealing

/// Shares on their way to paper, a page each.
struct SharePages {
  let draft: RecoveryDraft
  let place: PageOptions.Destination

  /// Clears the screen and what it can be scrolled back to.
  private static let clear = "\u{1B}[2J\u{1B}[3J\u{1B}[H"

  /// Shows every page.
  ///
  /// - Throws: refused, when a person at the terminal does not say that all are on paper.
  func show(_ output: Output) throws {
    switch place {
    case .terminal: try ask()
    case .pipe where output.json: break
    case .pipe: try print()
    }
  }

  private func ask() throws {
    let terminal = try Terminal()
    let count = draft.set.count
    do {
      // No page stays on the screen, whatever ends this.
      defer { terminal.show(Self.clear) }
      for share in draft.shares {
        terminal.show(Self.clear + head(share))
        try share.show(on: terminal)
        terminal.show(foot)
        let next = share.number < count ? "for the next page" : "when it is on paper"
        _ = try wait(terminal, "Write it down by hand, then press Enter \(next). ")
      }
    }
    let answer = try wait(terminal, "Are all \(count) shares on paper? [y/N] ")
    guard ["y", "yes"].contains(answer.lowercased()) else { throw Self.notOnPaper }
  }

  private func wait(_ terminal: borrowing Terminal, _ prompt: String) throws -> String {
    do throws(TerminalError) {
      return try terminal.readVisible(prompt: prompt)
    } catch {
      throw Self.notOnPaper
    }
  }

  private static let notOnPaper = Failure(
    .refused, "No recovery was made.",
    next: "Destroy the pages: they open nothing. Then run evault recovery create again.")

  private func print() throws {
    for share in draft.shares {
      if share.number > 1 { try Output.write("\u{0C}\n", to: STDOUT_FILENO) }
      try Output.write(head(share), to: STDOUT_FILENO)
      try share.write(to: STDOUT_FILENO)
      try Output.write(foot, to: STDOUT_FILENO)
    }
  }

  private func head(_ share: RecoveryShare) -> String {
    let set = draft.set
    return """
      # Recovery share \(share.number) of \(set.count). Any \(set.threshold) open the vault.
      # \(set.handle), vault \(set.vaultText)


      """
  }

  private var foot: String {
    """

    # Keep it apart from the other shares, and show it to no camera.
    # To admit somebody with \(draft.set.threshold) shares: evault recovery use NAME


    """
  }

  /// For `--json` through a pipe. The words pass through ordinary memory on this way.
  struct Words: Encodable {
    let number: Int
    let words: String
  }

  func words() throws -> [Words] {
    try draft.shares.map { share in
      try share.withWords { span in
        let letters = span.indices.map { span[$0] == 0x0A ? 0x20 : span[$0] }
        return Words(
          number: share.number, words: String(decoding: letters.dropLast(), as: UTF8.self))
      }
    }
  }
}
