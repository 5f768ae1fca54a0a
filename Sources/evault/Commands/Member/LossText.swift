import EvidenceVault

/// What would be lost with a member's keys, for people and programs.
struct LossText {
  let loss: MemberLoss

  private struct Document: Encodable {
    struct Held: Encodable {
      let role: String
      let others: [String]
    }
    struct Lost: Encodable {
      let kind: String
      let records: Int
    }
    let member: String
    let lastSteward: Bool
    let roles: [Held]
    let lost: [Lost]
    let details: UInt64
    let mend: [String]
  }

  /// Roles that nobody else holds.
  private var alone: [Role] { loss.roles.filter(\.others.isEmpty).map(\.role) }

  /// Who is given a role is given those that it implies.
  private var mend: [String] {
    (loss.lastSteward ? [Role.steward] : [])
      .map { "evault role grant NAME \($0.word)" }
      + alone.filter { role in !alone.contains { $0 != role && $0.implied.contains(role) } }
      .map { "evault role grant NAME \($0.word)" }
  }

  func show(_ output: Output) throws {
    try output.result(
      Document(
        member: loss.member, lastSteward: loss.lastSteward,
        roles: loss.roles.map { .init(role: $0.role.word, others: $0.others) },
        lost: loss.records.map { .init(kind: $0.kind, records: $0.count) },
        details: loss.details, mend: mend)
    ) { text(output) }
    guard mend.isEmpty else {
      throw Failure(
        .refused, "That is what the vault would lose with the keys of \(loss.member).",
        next: "\(lines: mend.joined(separator: "\n"))")
    }
  }

  private func text(_ output: Output) -> String {
    var text = ""
    if loss.lastSteward { text += "Nobody else could admit or remove members.\n" }
    if !loss.roles.isEmpty {
      var table = Table("KEYS", "ALSO HELD BY")
      for held in loss.roles {
        table.add(
          "\(held.role.word)",
          held.others.isEmpty ? "nobody" : "\(held.others.joined(separator: ", "))")
      }
      text += table.rendered(for: output)
    }
    if !loss.records.isEmpty || loss.details > 0 {
      var table = Table("LOST FOR GOOD", "COUNT")
      for record in loss.records { table.add("\(record.kind)", "\(record.count)") }
      if loss.details > 0 { table.add("log detail", "\(loss.details)") }
      text += "\n" + table.rendered(for: output)
    }
    let nothing: ScreenText = "Nothing would be lost with the keys of \(loss.member).\n"
    return mend.isEmpty ? text + nothing.text : text
  }
}
