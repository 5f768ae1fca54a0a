import EvidenceVault

/// One finding as it is put before a custodian: which of how many, its sentence, and what is proposed.
struct FindingView {
  let finding: ExcerptFinding
  /// Of the terminal; `nil` breaks no line.
  let columns: Int?
  let style: Style

  init(_ finding: ExcerptFinding, columns: Int?, style: Style) {
    self.finding = finding
    self.columns = columns
    self.style = style
  }

  func text(number: Int, of total: Int) -> String {
    let kind = finding.kind.replacing("_", with: " ")
    let why = finding.reason.replacing("_", with: " ")
    let head = "Finding \(number) of \(total) · \(finding.place) · \(kind)"
    return "\n\(style.bold(head)) (\(why), \(finding.confidence))\n"
      + sentence + people + proposals
  }

  /// The sentence with the words marked; what goes over many lines is cut.
  private var sentence: String {
    let marked = "[" + escaped(finding.words) + "]"
    let line =
      cut(escaped(finding.sentence.before), atEnd: false) + marked
      + cut(escaped(finding.sentence.after), atEnd: true)
    let wrapped = wrap(line)
    // Colours have no width, so they come last; a mark that is broken into lines has none.
    return wrapped.replacing(marked, with: style.yellow(marked), maxReplacements: 1) + "\n"
  }

  private var people: String {
    guard !finding.persons.isEmpty else { return "" }
    let list = zip(finding.persons, finding.names).prefix(6).map {
      $1.isEmpty ? $0 : "\(escaped($1)) (\($0))"
    }
    return wrap("may be " + list.joined(separator: ", ")) + "\n"
  }

  private var proposals: String {
    guard !finding.suggestions.isEmpty else { return "" }
    let list = finding.suggestions.enumerated().map { "\($0 + 1) \(escaped($1))" }
    return wrap("proposed with g: " + list.joined(separator: ", ")) + "\n"
  }

  private func escaped(_ text: String) -> String { ScreenText(escaping: text).text }

  private func wrap(_ text: String) -> String {
    LineWrap.paragraphs("  " + text.trimmingPrefix(while: \.isWhitespace), columns: columns)
  }

  /// At most as much as fits into some lines.
  private func cut(_ text: String, atEnd: Bool) -> String {
    let most = 240
    guard text.count > most else { return text }
    return atEnd ? text.prefix(most) + "…" : "…" + text.suffix(most)
  }
}
