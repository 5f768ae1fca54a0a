import ArgumentParser
import EvidenceVault
import Glibc
import Sealing

struct ExcerptRisk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Show how many people fit what an excerpt tells, and why (custodian).",
    discussion: """
      For each person who appears: what the words tell that the source record has too; how many \
      sources of the vault fit (k), alone and with what was given before to the audience, to the \
      public and to all; and the one, two or three facts that fit nobody else. Posts are counted in \
      groups that the text states ("20 workers and their manager") or that you stated with evault \
      groups set.

      k says nothing about readers who know the person, the story or the voice. An approval below \
      the policy's minimum_k is refused. The log keeps that you looked.

      Examples:
        evault excerpt risk E-4K7QM2 --as river
        evault excerpt risk E-4K7QM2 --json --output - --as river
      """)

  @Argument(help: ArgumentHelp("The excerpt's code.", valueName: "code"))
  var excerpt: ExcerptCode

  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let session = try global.unlock()
    let report = try session.risk(
      of: excerpt.code, by: try session.permit(CustodianRole.self))
    try place.show(report, global.output) { RiskText(report: report, place: place).text }
  }
}

/// A risk report as people read it.
struct RiskText {
  let report: RiskReport
  let place: ConfidentialOutput.Destination

  var text: String {
    [heading + reasons, people, combinations, posts, remarks].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private var heading: String {
    guard let k = report.k else { return "Nobody who is protected appears in it.\n" }
    let demand =
      report.demanded > 1 ? "the policy demands \(report.demanded)" : "the policy demands nothing"
    return "The smallest k is \(k); \(demand).\n"
  }

  private var reasons: String {
    report.reasons.map { reason in
      let people = "\(reason.of.map { "\($0) " } ?? "")\(reason.of == 1 ? "person" : "people")"
      let alone = reason.k == 1 ? "alone" : "one of \(reason.k)"
      let line =
        switch reason.ground {
        case .vault: "among the \(reason.of ?? 0) sources of the vault"
        case .audience: "among the sources of the vault, with what the audience was given before"
        case .group: "among the \(people) of \(reason.place ?? "a group")"
        }
      return "- \(reason.who): \(alone) \(line)\n"
    }.joined()
  }

  private var people: String {
    guard !report.people.isEmpty else { return "" }
    var table = Table("PERSON", "TOLD", "VAULT", "AUDIENCE", "PUBLIC", "ALL", "GROUPS")
    for person in report.people {
      let told =
        person.isNamed
        ? "named by consent"
        : person.facts.isEmpty ? "nothing" : person.facts.map(\.words).joined(separator: "; ")
      let groups = person.groups.map { "\($0.k) in \($0.group)" }.joined(separator: "; ")
      table.add(
        "\(person.source.text)", "\(told)", "\(Self.number(person.k))",
        "\(Self.number(person.audience))", "\(Self.number(person.public))",
        "\(Self.number(person.all))", "\(groups.isEmpty ? "-" : groups)")
    }
    return table.rendered(for: place)
  }

  private static func number(_ k: Int?) -> String { k.map(String.init) ?? "-" }

  private var combinations: String {
    var table = Table("PERSON", "FITS NOBODY ELSE")
    for person in report.people {
      for words in person.combinations {
        table.add("\(person.source.text)", "\(words.joined(separator: " + "))")
      }
      if person.isCut {
        table.add("\(person.source.text)", "more facts than combinations are sought among")
      }
    }
    return table.isEmpty ? "" : table.rendered(for: place)
  }

  private var posts: String {
    guard !report.posts.isEmpty else { return "" }
    var table = Table("POST", "PLACE", "K", "OF", "GROUP")
    for post in report.posts {
      table.add(
        "\(post.words)", "\(post.place)", "\(post.k)", "\(post.of)",
        "\(post.group ?? "stated by the text")")
    }
    return table.rendered(for: place)
  }

  private var remarks: String {
    var lines: [String] = []
    if report.rareEvents > 0 {
      lines.append(
        "\(report.rareEvents) rare event\(report.rareEvents == 1 ? "" : "s") in the text: no record can weigh them; see evault excerpt show."
      )
    }
    if report.unweighed > 0 {
      lines.append(
        "\(report.unweighed) earlier release\(report.unweighed == 1 ? "" : "s") not counted: made before the vault kept what releases told."
      )
    }
    lines.append(
      "k counts sources of this vault and stated groups. It says nothing about readers who know the person, the story or the voice."
    )
    let columns = place == .terminal ? Terminal.columns(STDOUT_FILENO) : nil
    return lines.map { LineWrap.paragraphs($0, columns: columns) + "\n" }.joined()
  }
}
