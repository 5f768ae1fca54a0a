import Anonymity
import ArgumentParser
import EvidenceVault

/// Which entries of the custody log are shown.
struct LogFilter: ParsableArguments {
  @Option(help: ArgumentHelp("Only what this member did.", valueName: "name"))
  var member: String?

  @Option(
    help: ArgumentHelp("Only this act, such as exported. May be repeated.", valueName: "act"))
  var act: [String] = []

  @Option(
    help: ArgumentHelp("Only what was done to this code, name or role.", valueName: "what"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "Only this day (UTC) or later: 2026, 2026-11 or 2026-11-21.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Only this day (UTC) or earlier.", valueName: "date"))
  var to: String?

  func validate() throws {
    for date in [from, to].compactMap({ $0 }) where PartialDate(iso: date) == nil {
      throw ValidationError("\(date) is no date. Write it as 2026, 2026-11 or 2026-11-21.")
    }
    let acts = Act.allCases.map { "\($0)" }
    for name in act where !acts.contains(name) {
      let like = acts.filter { $0.lowercased().contains(name.lowercased()) }
      throw ValidationError(
        "No act is called \(name). \(like.isEmpty ? "The auditor's guide lists them." : "There is: \(like.joined(separator: ", ")).")"
      )
    }
  }

  /// Nothing is left out by it.
  var takesAll: Bool {
    member == nil && act.isEmpty && on == nil && from == nil && to == nil
  }

  /// A line whose detail should be readable and is not may be on anything.
  func takes(_ line: LogLine) -> Bool {
    if let member, line.member != member { return false }
    if !act.isEmpty, !act.contains(line.act) { return false }
    if let from, line.time.prefix(from.count) < from { return false }
    if let to, line.time.prefix(to.count) > to { return false }
    guard let on else { return true }
    let isBroken = line.unreadable.map { $0 != .erased } ?? false
    return isBroken || line.subjects.contains { $0.lowercased() == on.lowercased() }
  }
}
