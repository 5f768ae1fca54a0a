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

  /// Of the entries' times, which are UTC.
  @OptionGroup var dates: DateBounds

  func validate() throws {
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
    member == nil && act.isEmpty && on == nil && dates.areOpen
  }

  /// A line whose detail should be readable and is not may be on anything.
  func takes(_ line: LogLine) -> Bool {
    if let member, line.member != member { return false }
    if !act.isEmpty, !act.contains(line.act) { return false }
    guard dates.hold(line.time) else { return false }
    guard let on else { return true }
    let isBroken = line.unreadable.map { $0 != .erased } ?? false
    return isBroken || line.subjects.contains { $0.lowercased() == on.lowercased() }
  }
}
