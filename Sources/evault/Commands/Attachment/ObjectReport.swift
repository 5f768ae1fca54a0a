import EvidenceVault

/// What a check says of the files of attachments.
struct ObjectReport {
  private let checked: CheckedObjects?
  private let setAside: [String]

  /// Opens every attachment that the member can open.
  ///
  /// - Parameter setAside: what was moved out of the way before.
  init(_ session: Session, setAside: [String], quiet: Bool) throws {
    self.setAside = setAside
    let bar = ByteProgress("Opening attachments", quiet: quiet)
    defer { bar.finish() }
    checked = try session.checkObjects(progress: bar.advance)
  }

  struct Document: Encodable {
    let attachments: Int
    let damaged: [Code]
    /// Names of files that belong to no attachment.
    let orphans: [String]
    let foreign: [String]
    /// Names of files that were moved into aside/.
    let setAside: [String]
    /// Old files that an interrupted rotation of records has still to take away.
    let waiting: Int
  }

  var document: Document? {
    checked.map {
      Document(
        attachments: $0.attachments, damaged: $0.damaged, orphans: $0.orphans, foreign: $0.foreign,
        setAside: setAside, waiting: $0.waiting)
    }
  }

  /// Lines for a terminal; none when there is nothing to say.
  var text: String {
    guard let checked else { return "" }
    var lines: [ScreenText] = checked.damaged.map {
      "The file of \($0.text) is damaged or missing."
    }
    lines += checked.orphans.map { "objects/\($0) belongs to no attachment." }
    lines += checked.foreign.map { "objects/\($0) is no file of evault's." }
    lines += setAside.map { "Moved aside/\($0)." }
    return lines.map { $0.text + "\n" }.joined()
  }

  /// Ends the command where something is wrong.
  func complain(_ output: Output) throws(Failure) {
    guard let checked else { return }
    if checked.waiting > 0 {
      output.warn(
        "\(checked.waiting) old files wait for an interrupted rotation: run evault rotate records.")
    }
    guard checked.damaged.isEmpty else {
      throw Failure(
        .integrity, "\(checked.damaged.count) attachments are damaged or missing.",
        next: "Change nothing in the vault's directory; keep a copy of it, and look into a backup.")
    }
    let strangers = checked.orphans.count + checked.foreign.count
    guard strangers == 0 else {
      throw Failure(
        .integrity,
        strangers == 1
          ? "1 file in objects/ belongs to no attachment."
          : "\(strangers) files in objects/ belong to no attachment.",
        next: """
          An interrupted evault attachment add or rotate records leaves such files; so does somebody who \
          put one there. evault check --repair moves them into aside/ and deletes nothing.
          """)
    }
  }
}
