import EvidenceVault
import Glibc
import Sealing

/// Walks a custodian through the open findings of a draft, one by one.
struct ReviewWalk {
  let excerpt: Code
  let session: Session
  let output: Output
  /// The reason of the decision before; Enter gives it again.
  private var lastReason = ""
  /// Left for later in this walk.
  private var passed: Set<String> = []

  init(excerpt: Code, session: Session, output: Output) {
    self.excerpt = excerpt
    self.session = session
    self.output = output
  }

  private static let keys = """
    k keep   r replace by a person's label   g generalise   s suppress
    n new person   a show all   l later   q quit
    """

  mutating func run() throws {
    var decided = 0
    while true {
      // A decision can change what else is found: an entered name may stand elsewhere, too.
      let findings = try findings()
      let open = findings.filter { $0.isOpen && !passed.contains($0.id) }
      guard let finding = open.first else {
        return try end(decided, findings.count(where: \.isOpen))
      }
      try show(finding, number: decided + passed.count + 1, of: decided + passed.count + open.count)
      switch try answer(finding, findings) {
      case .quit: return try end(decided, findings.count(where: \.isOpen))
      case .later: passed.insert(finding.id)
      case .again: continue
      case .ruling(let ruling):
        if try decide(ruling, on: finding) { decided += 1 }
      }
    }
  }

  private func findings() throws -> [ExcerptFinding] {
    try session.findings(in: excerpt, by: try session.permit(CustodianRole.self))
  }

  /// Whether the decision could be taken.
  private mutating func decide(_ ruling: Ruling, on finding: ExcerptFinding) throws -> Bool {
    let reason = try reason()
    let custodian = try session.permit(CustodianRole.self)
    do throws(VaultError) {
      try session.decide([finding.id: ruling], in: excerpt, reason: reason, by: custodian)
      return true
    } catch {
      switch error {
      case .notFound: try write("There is no such source or relative.\n")
      case .refused(.nameKept):
        try write("That is the name of several people whom the vault knows: r, g or s.\n")
      case .input:
        try write("That cannot be entered: give words, and a name as a source file has it.\n")
      default: throw error
      }
      return false
    }
  }

  private enum Answer {
    case quit, later, again
    case ruling(Ruling)
  }

  private func show(_ finding: ExcerptFinding, number: Int, of total: Int) throws {
    try write(
      FindingView(finding, columns: Terminal.columns(STDOUT_FILENO), style: output.style)
        .text(number: number, of: total) + Self.keys + "\n")
  }

  private func answer(_ finding: ExcerptFinding, _ all: [ExcerptFinding]) throws -> Answer {
    switch try Ask.line("> ").lowercased() {
    case "k", "keep": return .ruling(.keep)
    case "s", "suppress": return .ruling(.suppress)
    case "r", "replace":
      return try person(
        "Whose label? A source's code, or code and number of a relative; ? lists",
        likely: finding.persons.count == 1 ? finding.persons[0] : nil
      )
      .map { .ruling(.replace(source: $0.source, relative: $0.relative)) } ?? .again
    case "g", "generalise", "generalize":
      return try words(instead: finding).map { .ruling(.generalise($0)) } ?? .again
    case "n", "new":
      guard
        let person = try person(
          "Into which source's record? Its code, or ? for a list (Enter goes back)")
      else { return .again }
      let name = try Ask.line("The name (Enter: \(finding.words)): ")
      let relation = try Ask.line("Relation to the source, as friend (Enter: an alias): ")
      return .ruling(
        .record(
          source: person.source, relation: relation.isEmpty ? nil : relation,
          name: name.isEmpty ? finding.words : name))
    case "a", "all":
      try write(FindingsAdvice(findings: all).text(for: .terminal))
      return .again
    case "l", "later", "": return .later
    case "q", "quit": return .quit
    default:
      try write("One of k, r, g, s, n, a, l, q.\n")
      return .again
    }
  }

  /// Typed words, or one of those suggested by its number; `nil` to go back.
  private func words(instead finding: ExcerptFinding) throws -> String? {
    for (index, words) in finding.suggestions.enumerated() {
      try write("\(index + 1) \(words)\n")
    }
    let question: ScreenText =
      finding.suggestions.isEmpty
      ? "Which words stand instead? (Enter goes back): "
      : "Which words stand instead, or a number? (Enter goes back): "
    let typed = try Ask.line(question)
    if let number = Int(typed), finding.suggestions.indices.contains(number - 1) {
      return finding.suggestions[number - 1]
    }
    return typed.isEmpty ? nil : typed
  }

  /// A source, or a relative of one; `nil` to go back.
  ///
  /// - Parameter likely: what Enter stands for.
  private func person(
    _ question: ScreenText, likely: String? = nil
  ) throws -> (source: Code, relative: Int?)? {
    while true {
      let line = try Ask.line(likely.map { "\(question) (Enter: \($0)): " } ?? "\(question): ")
      let typed = (line.isEmpty ? likely ?? "" : line).split(separator: " ")
      guard let first = typed.first else { return nil }
      if first == "?" {
        try listSources()
        continue
      }
      if let code = Code(String(first), .source) {
        if typed.count == 1 { return (code, nil) }
        if typed.count == 2, let number = Int(typed[1]), number > 0 { return (code, number) }
      }
      try write("A code such as S-4K7QM2, or S-4K7QM2 2 for the second relative.\n")
    }
  }

  private func listSources() throws {
    let custodian = try session.permit(CustodianRole.self)
    var table = Table("CODE", "NAME")
    for source in try session.sources(by: custodian) {
      table.add("\(source.code.text)", "\(source.name)")
    }
    try write(
      table.rendered(for: .terminal)
        + "evault source show lists a source's relatives, in the order of their numbers.\n")
  }

  private mutating func reason() throws -> String {
    let typed = try Ask.line(
      lastReason.isEmpty ? "Why? (Enter for none): " : "Why? (Enter: \(lastReason)): ")
    if !typed.isEmpty { lastReason = typed }
    return lastReason
  }

  private func end(_ decided: Int, _ open: Int) throws {
    try write("\n\(decided) decided, \(open) open.\n")
    output.note(
      open == 0
        ? "Next: evault excerpt approve \(excerpt.text)"
        : "Go on with: evault excerpt review \(excerpt.text)")
  }

  private func write(_ text: String) throws {
    try Output.write(text, to: STDOUT_FILENO)
  }
}
