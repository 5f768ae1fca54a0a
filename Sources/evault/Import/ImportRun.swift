import EvidenceVault

/// Goes through an archive and hands its rows on, some at a time.
struct ImportRun {
  /// The most rows and bytes of one transaction.
  let rows: Int
  static let bytes = 8 << 20

  let report: ImportReport
  let progress: ByteProgress

  /// - Parameter take: takes rows in; what became of each is told in order.
  func run(
    _ archive: inout some ArchiveReader, _ sources: inout ArchiveSources,
    take: ([ImportRow]) throws -> [ImportOutcome]
  ) throws {
    var waiting: [Waiting] = []
    var size = 0
    while let row = try archive.next() {
      let checked = Self.checked(row, &sources)
      waiting.append(Waiting(row: row, checked: checked))
      size += row.raw.count
      if case .success(let row) = checked { size += row.file.count }
      guard waiting.count >= rows || size >= Self.bytes else { continue }
      try pass(waiting, archive.header, take)
      (waiting, size) = ([], 0)
      progress.advance(to: archive.progress.done, of: archive.progress.total)
    }
    try pass(waiting, archive.header, take)
    progress.finish()
  }

  private struct Waiting {
    let row: ArchiveRow
    let checked: Result<ImportRow, RowFault>
  }

  private static func checked(
    _ row: ArchiveRow, _ sources: inout ArchiveSources
  ) -> Result<ImportRow, RowFault> {
    do throws(RowFault) {
      let draft = try row.draft.get()
      return .success(
        ImportRow(
          archive: draft.archive, identity: draft.identity, file: draft.file,
          source: try sources.reference(of: draft)))
    } catch { return .failure(error) }
  }

  private func pass(
    _ waiting: [Waiting], _ header: [UInt8], _ take: ([ImportRow]) throws -> [ImportOutcome]
  ) throws {
    let fit = waiting.compactMap { try? $0.checked.get() }
    var outcomes = try fit.isEmpty ? [] : take(fit)[...]
    for waiting in waiting {
      switch waiting.checked {
      case .failure(let fault):
        progress.finish()
        try report.refuse(waiting.row, fault, beginning: header)
      case .success:
        guard let outcome = outcomes.popFirst() else { continue }
        if case .refused = outcome { progress.finish() }
        try report.take(waiting.row, outcome, beginning: header)
      }
    }
  }
}
