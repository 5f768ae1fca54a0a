import ArgumentParser
import EvidenceVault

/// Whether somebody meant it: what is erased does not come back.
struct EraseConfirmation: ParsableArguments {
  @Flag(help: "Do not ask whether it is meant.")
  var yes = false

  /// - Parameter plan: what would be destroyed.
  func ask(_ code: Code, _ plan: () throws -> Erasure) throws {
    guard !yes else { return }
    guard Ask.isPossible else {
      throw Failure(
        .usage, "What is erased does not come back, and there is no terminal to ask at.",
        next: "Add --yes if it is meant.")
    }
    guard try Ask.confirm("\(Self.tell(code, try plan())) This does not come back. Go on?") else {
      throw Failure(.refused, "Nothing was erased.")
    }
  }

  /// What goes, with the codes of the testimonies, as long as somebody would read these.
  private static func tell(_ code: Code, _ plan: Erasure) -> ScreenText {
    let counts = plan.counts(but: code)
    let others = plan.testimonies.filter { $0 != code }.map(\.text)
    let codes = (1...12).contains(others.count) ? " (\(others.joined(separator: ", ")))" : ""
    let with = counts.isEmpty ? "" : ", with \(counts)\(codes)"
    let out = plan.releases.isEmpty ? "" : " What was released of it stays out."
    return "\(code.text) will be destroyed\(with).\(out)"
  }
}

struct SourceErase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Destroy a source and all that came of the source (custodian).",
    discussion: """
      Destroys the record, the testimonies that the source gave, their attachments, working copies, \
      notes, excerpts, releases and questions, and what waits in the inbox from the source; then the bytes that are left \
      in the files; then draws new keys for the roles that could read it. Log details that name the \
      codes lose their keys. The log says that a source was erased, and not whom.

      Where others' testimonies name the person it is withheld from now on. Their originals stay as they \
      were said; the codes are shown. What was released is out: it is listed, with who took it.

      --keep-screening keeps names and numbers, under a new code, so that later texts are searched for \
      the person. Without it the vault does not know the person any more. The source chooses.

      Old backups have it still. A legal hold stops it: evault source hold

      Example:
        evault source erase S-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The source's code.", valueName: "code"))
  var source: SourceCode

  @Flag(help: "Keep what later texts are searched for.")
  var keepScreening = false

  @OptionGroup var confirmation: EraseConfirmation
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    try confirmation.ask(source.code) {
      try session.planErasure(ofSource: source.code, by: custodian)
    }
    let done = try session.eraseSource(
      source.code, keepScreening: keepScreening, by: custodian)
    try ErasureReport(code: source.code, done: done).show(global.output)
  }
}

struct TestimonyErase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Destroy one testimony and all that came of it (custodian).",
    discussion: """
      Destroys original, attachments, working copy, notes, excerpts, releases and questions, then the \
      bytes that are left in the files, and draws new keys for the roles that could read it. The source's record stays; \
      evault source erase destroys it too. What was released is out: it is listed, with who took it.

      Old backups have it still. A legal hold on the source stops it.

      Example:
        evault testimony erase T-4K7QM2 --as river
      """)

  @Argument(help: ArgumentHelp("The testimony's code.", valueName: "code"))
  var testimony: TestimonyCode

  @OptionGroup var confirmation: EraseConfirmation
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    try confirmation.ask(testimony.code) {
      try session.planErasure(ofTestimony: testimony.code, by: custodian)
    }
    let done = try session.eraseTestimony(testimony.code, by: custodian)
    try ErasureReport(code: testimony.code, done: done).show(global.output)
  }
}

struct SourceHold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: "Keep a source from being erased, or release that (custodian).",
    discussion: """
      For a court or an investigation. Until it is released, neither the source nor a testimony of the \
      source can be erased with this program. A reason is asked for, which auditors see.

      Example:
        evault source hold S-4K7QM2 --as river
        evault source hold S-4K7QM2 --release --as river
      """)

  @Argument(help: ArgumentHelp("The source's code.", valueName: "code"))
  var source: SourceCode

  @Flag(help: "Release the hold.")
  var release = false

  @OptionGroup var reason: ReasonOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let custodian = try session.permit(CustodianRole.self)
    struct Document: Encodable {
      let source: Code
      let held: Bool
    }
    if release {
      let reason = try reason.text("Why is the hold released, without names?")
      try session.releaseHold(source.code, reason: reason, by: custodian)
    } else {
      let reason = try reason.text("Why must it be kept, without names?")
      guard !reason.isEmpty else {
        throw Failure(
          .usage, "A hold needs a reason.", next: "Type it, or give --reason - and write it there.")
      }
      try session.holdSource(source.code, reason: reason, by: custodian)
    }
    try global.output.result(Document(source: source.code, held: !release)) {
      "\(source.code.text) \(release ? "can be erased again" : "cannot be erased until the hold is released").\n"
    }
  }
}

extension Erasure {
  /// `1 attachment, 2 testimonies`; what there is none of, and what the code itself is, is left out.
  fileprivate func counts(but code: Code) -> String {
    [
      (attachments, "attachment", "attachments"), (excerpts, "excerpt", "excerpts"),
      (questions, "question", "questions"), (drops, "drop", "drops"),
      (testimonies.count { $0 != code }, "testimony", "testimonies"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
  }
}

/// What an erasure is shown as.
struct ErasureReport {
  let code: Code
  let done: Erasure

  func show(_ output: Output) throws {
    struct Document: Encodable {
      let erased: Code
      let testimonies: [Code]
      let excerpts: Int
      let questions: Int
      let drops: Int
      let attachments: Int
      let releases: [WithdrawnRelease]
      let exposures: [Exposure]
      let named: [Code]
      let relatives: [Code]
      let waiting: [Code]
      let screening: Code?
      let finished: Bool
      let left: [ErasureStep]
    }
    let document = Document(
      erased: code, testimonies: done.testimonies, excerpts: done.excerpts,
      questions: done.questions, drops: done.drops, attachments: done.attachments,
      releases: done.releases,
      exposures: done.exposures, named: done.named, relatives: done.relatives,
      waiting: done.waiting, screening: done.screening, finished: done.left.isEmpty,
      left: done.left)
    try output.result(document) { text(output) }
    for line in warnings { output.warn(line) }
  }

  private func text(_ output: Output) -> String {
    var text = "\(code.text) is erased"
    let counts = done.counts(but: code)
    if !counts.isEmpty { text += ": \(counts)" }
    text += ".\n"
    if let screening = done.screening {
      text += "Later texts are searched for the person under \(screening.text).\n"
    }
    text += list("Named in originals of others, and withheld from readers", done.named)
    text += list("Listed as a relative in records of others", done.relatives)
    text += list("Named in drops of others that wait", done.waiting)
    text += list("Named in releases of others that are out", done.exposures.map(\.release))
    guard !done.releases.isEmpty else { return text }
    var table = Table("EXCERPT", "AUDIENCE", "POLICY", "APPROVED", "TAKEN BY")
    for release in done.releases {
      let taken = release.deliveries.map { "\($0.by) \($0.time.prefix(10)) \($0.format)" }
      table.add(
        "\(release.excerpt.text)", "\(release.audience)", "\(release.policy)",
        "\(String(release.approved?.prefix(10) ?? "-"))",
        "\(taken.isEmpty ? "not noted" : taken.joined(separator: ", "))")
    }
    return text + "What had been released, and the vault has no more:\n\n"
      + table.rendered(for: output)
  }

  private func list(_ what: String, _ codes: [Code]) -> String {
    codes.isEmpty ? "" : "\(what): \(codes.map(\.text).joined(separator: ", "))\n"
  }

  private var warnings: [ScreenText] {
    var lines: [ScreenText] = []
    if done.left.contains(.files) {
      lines.append(
        "Unfinished: another process has the vault open, so the erased rows are in its files still. The next command of any member destroys them when it has ended."
      )
    }
    let roles = done.left.compactMap { step -> String? in
      switch step {
      case .custodian, .researcher, .editor: step.rawValue
      case .files, .details: nil
      }
    }
    if !roles.isEmpty {
      lines.append(
        "Unfinished: \(roles.joined(separator: ", ")) need new keys, which a member who holds the role draws with the next command."
      )
    }
    if done.left.contains(.details) {
      lines.append(
        "Unfinished: log details may name the codes still. An auditor's next command destroys these."
      )
    }
    return lines
  }
}
