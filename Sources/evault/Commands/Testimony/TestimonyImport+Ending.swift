import EvidenceVault

extension TestimonyImport {
  /// Shows what became of it, and ends with 65 when rows were refused.
  func finish(
    _ report: ImportReport, _ added: [Code], _ session: Session, _ refusals: RefusedRows?
  ) throws {
    try refusals?.publish()
    let isNothing = (allOrNothing || report.isOneDrop) && !dryRun && report.refused > 0
    let taken = isNothing ? 0 : report.taken
    let isSearched = !dryRun && (1...Self.mostSearched).contains(added.count)
    let exposures = isSearched ? try exposures(added, session) : nil
    struct Document: Encodable {
      let dryRun: Bool
      let taken: Int
      let known: Int
      let refused: Int
      let sources: [Code]
      let rows: [ImportReport.Row]
      /// Releases that are out and name a source that was not known.
      let exposures: [Exposure]
    }
    try global.output.result(
      Document(
        dryRun: dryRun, taken: taken, known: report.known, refused: report.refused,
        sources: dryRun ? [] : added,
        rows: isNothing ? report.rows.filter { $0.reason != nil } : report.rows,
        exposures: exposures?.exposures ?? [])
    ) {
      "\(dryRun ? "Would take in" : "Taken in") \(taken), known already \(report.known), refused \(report.refused).\n"
    }
    if isSearched {
      for code in added { try warn(of: code, session) }
    } else if !dryRun, !added.isEmpty {
      global.output.warn(
        "\(added.count) sources are new. evault screen --all says whether a release that is out names one of them."
      )
    }
    try exposures?.show(global.output)
    guard report.refused > 0 else {
      if taken > 0, !dryRun { global.output.note("Destroy your copies of the archive.") }
      return
    }
    let them: ScreenText = report.refused == 1 ? "it" : "them"
    let count: ScreenText = report.refused == 1 ? "1 row was" : "\(report.refused) rows were"
    let rest: ScreenText =
      isNothing
      ? "nothing was taken in" : dryRun ? "nothing was changed" : "the others are in the vault"
    let next: ScreenText =
      switch refused {
      case .some(let file) where report.isOfFolder:
        "\(file) names \(them). Mend \(them) and run the command again; what is in the vault is not taken in twice."
      case .some(let file):
        "\(file) has \(them). Mend \(them) there and import that file, then destroy it."
      case nil:
        "Mend \(them) and run the command again: what is in the vault is not taken in twice. --refused FILE writes \(them) to a file."
      }
    throw Failure(.badInput, "\(count) refused; \(rest).", next: next)
  }

  /// Of so many new sources it is searched who else has the name, and which releases name them.
  private static var mostSearched: Int { 16 }

  private func warn(of code: Code, _ session: Session) throws {
    try Namesakes.warn(of: code, session, try session.permit(CustodianRole.self), global.output)
  }

  private func exposures(_ added: [Code], _ session: Session) throws -> ExposureWarning {
    ExposureWarning(of: added, session, try session.permit(CustodianRole.self))
  }

  /// The most that is handed in at once: all of it is one transaction, so that a run that was killed
  /// has handed in everything or nothing.
  private static var mostDrops: Int { 1_000 }

  /// Puts a drop into the inbox for each row, or none: nobody but a custodian could tell which of them
  /// are there when it is run again.
  func handIn(
    _ archive: inout any ArchiveReader, _ people: inout ArchiveSources, _ session: Session,
    _ report: ImportReport
  ) throws {
    var drops: [(row: ArchiveRow, testimony: [UInt8], source: [UInt8])] = []
    while let row = try archive.next() {
      do throws(RowFault) {
        let draft = try row.draft.get()
        let source = try people.reference(of: draft)
        drops.append((row, draft.file, try Self.fit(draft, source)))
      } catch {
        try report.refuse(row, error, beginning: archive.header)
      }
      guard drops.count <= Self.mostDrops else {
        throw Failure(
          .badInput,
          "The archive has more than \(Self.mostDrops) testimonies; nothing was handed in.",
          next: "Cut it into parts, or ask a custodian to import it.")
      }
    }
    report.isOneDrop = true
    if dryRun || drops.isEmpty || report.refused > 0 {
      for drop in drops { report.take(drop.row, drop: nil) }
      return
    }
    let codes = try session.handIn(drops.map { ($0.testimony, $0.source) })
    for (drop, code) in zip(drops, codes) { report.take(drop.row, drop: code) }
    global.output.note("They wait in the inbox for a custodian; you cannot open them any more.")
  }

  /// The source file of a drop that the vault would take.
  private static func fit(
    _ draft: ArchiveRow.Draft, _ source: SourceReference
  ) throws(RowFault) -> [UInt8] {
    do throws(InputFault) { _ = try TestimonyPreface(draft.file) } catch {
      throw RowFault(.testimony(error))
    }
    guard case .document(let document) = source else {
      throw RowFault(
        column: draft.sourceColumn,
        reason: "to hand in, the source must be a file: a custodian finds out whether it is known")
    }
    do throws(InputFault) { _ = try SourceDocument(yaml: document) } catch {
      throw RowFault(.source(error), draft.sourceColumn)
    }
    return document
  }
}
