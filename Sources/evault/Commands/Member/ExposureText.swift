import EvidenceVault

/// What a member could open and did, for people.
struct ExposureText {
  let exposure: MemberExposure

  func rendered(_ output: Output) -> String {
    let parts = [
      heading.text + keys(output) + records(output), acts(output), opened(output),
      released(output), lasting.text,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var name: String { exposure.member }

  private var heading: ScreenText {
    let admitted = exposure.admitted
    guard let left = exposure.left else {
      return "\(name) has been a member since \(admitted.time).\n"
    }
    let how: ScreenText = exposure.lost ? "declared lost" : "removed"
    return "\(name) was a member from \(admitted.time) until \(left.time), \(how) by \(left.by).\n"
  }

  private func keys(_ output: Output) -> String {
    var table = Table("RIGHT OR KEYS", "EPOCHS", "FROM", "UNTIL")
    for right in exposure.rights {
      table.add("\(right.role)", "-", "\(right.from.time)", "\(right.until?.time ?? "-")")
    }
    for (first, last) in runs {
      let epochs: ScreenText =
        first.epoch == last.epoch ? "\(first.epoch)" : "\(first.epoch)-\(last.epoch)"
      table.add(
        "keys of \(first.role)", epochs, "\(first.from.time)", "\(last.until?.time ?? "-")")
    }
    return table.rendered(for: output)
  }

  /// First and last of the epochs that followed each other without a gap.
  private var runs: [(first: MemberExposure.KeySpan, last: MemberExposure.KeySpan)] {
    exposure.keys.reduce(into: []) { runs, span in
      let before = runs.lastIndex { $0.last.role == span.role && $0.last.until == span.from }
      if let before { runs[before].last = span } else { runs.append((span, span)) }
    }
  }

  private func records(_ output: Output) -> String {
    guard !exposure.records.isEmpty else { return "\nNo records could be opened.\n" }
    var table = Table("RECORDS", "COULD OPEN", "UNCHANGED")
    for record in exposure.records {
      table.add("\(record.kind)", "\(record.records)", "\(record.unchanged)")
    }
    return "\n" + table.rendered(for: output)
  }

  private func acts(_ output: Output) -> String {
    var table = Table("DID", "TIMES", "FIRST", "LAST")
    for act in exposure.acts {
      table.add("\(act.act)", "\(act.times)", "\(act.first)", "\(act.last)")
    }
    return table.isEmpty ? "" : table.rendered(for: output)
  }

  private func opened(_ output: Output) -> String {
    guard let opened = exposure.opened else { return "" }
    guard !opened.isEmpty else { return "The log has nothing that was opened.\n" }
    var table = Table("OPENED, BY THE LOG", "ON", "TIMES", "FIRST", "LAST")
    for opening in opened {
      table.add(
        "\(opening.act)", "\(opening.on.joined(separator: " "))", "\(opening.times)",
        "\(opening.first)", "\(opening.last)")
    }
    return table.rendered(for: output)
  }

  private func released(_ output: Output) -> String {
    guard let released = exposure.released else { return "" }
    guard !released.exports.isEmpty || !released.answers.isEmpty else {
      return "Nothing was released to \(ScreenText(escaping: name).text).\n"
    }
    var table = Table("RELEASED", "TIME", "AS")
    for export in released.exports {
      table.add(
        "\(export.release.text)", "\(export.time)",
        export.ownName ? "\(export.format), own file name" : "\(export.format)")
    }
    for answer in released.answers {
      table.add(
        "\(answer.question.text)", "\(answer.asked)", "answer about \(answer.release.text)")
    }
    return table.rendered(for: output)
  }

  private var lasting: ScreenText {
    exposure.lasting.map(sentence).reduce("No change of keys can undo:\n") { "\($0)- \($1)\n" }
  }

  private func sentence(_ lasting: MemberExposure.Lasting) -> ScreenText {
    switch lasting {
    case .copies: "What could be opened may have been copied, photographed or remembered."
    case .oldFiles:
      "Copies of the vault's files from that time, backups too, open with these keys."
    case .history:
      "The keys open \(exposure.entries) entries of the log: who did what kind of act, and when."
    case .details: "The keys open the details of \(exposure.details) entries: on what, and why."
    case .drops:
      "What is sealed to a public card of that time opens with these keys. Hand out the present one."
    case .releases: "Exports that were taken are outside."
    case .answers: "Answers to questions who a label is have named people."
    case .through:
      "Let in, and members still: \(exposure.through.joined(separator: ", ")). Compare their fingerprints anew."
    }
  }

  /// What others would see, and what can be done.
  func showRest(_ output: Output) {
    if exposure.opened == nil {
      output.note("What \(name) opened, by the log, an auditor sees: evault exposure \(name)")
    }
    if exposure.released == nil {
      output.note(
        "What was released to \(name) an editor or custodian sees: evault exposure \(name)")
    }
    let unchanged = exposure.records.reduce(0) { $0 + $1.unchanged }
    if exposure.left != nil, unchanged > 0 {
      output.note(
        "\(unchanged) records are still under keys that \(name) may have kept. A custodian makes new ones: evault rotate records"
      )
    }
  }
}
