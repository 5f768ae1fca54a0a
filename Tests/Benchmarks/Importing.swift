import Sealing

@testable import EvidenceVault

extension Figures {
  /// Archives of testimonies of 2 KiB, in transactions of 500 as the command has them.
  func importing(_ session: Session) throws {
    report.heading("Importing \(sizes.bulk * 2) testimonies of 2 KiB, 500 in a transaction")
    var codes = try Filled.sources(session, 1)
    for (sources, name) in [(1, "1 source"), (1_000, "1,000 sources")] {
      codes += try Filled.sources(session, sources - codes.count)
      let rows = (0..<sizes.bulk * 2).map { number in
        ImportRow(
          identity: "\(name) \(number)", file: Filled.file + Array("Row \(number).".utf8),
          source: .code(codes[number % codes.count]))
      }
      let seal = try report.seconds {
        for row in rows + rows {
          let key = try RecordKey()
          _ = try key.seal(
            listing: [], body: row.file,
            RecordContext(
              vault: session.state.roster.vault, record: [UInt8](repeating: 0, count: 16),
              version: 1))
        }
      }
      let took = try report.seconds { try take(rows, session) }
      report.line(
        "new, \(name) (\(Int(Double(rows.count) / took)) a second)", took,
        "sealing as many bodies", seal)
      let again = try report.seconds { try take(rows, session) }
      report.line(
        "known already, \(name) (\(Int(Double(rows.count) / again)) a second)", again,
        "sealing as many bodies", seal)
    }
  }

  private func take(_ rows: [ImportRow], _ session: Session) throws {
    let archive = ArchiveImport(session)
    for start in stride(from: 0, to: rows.count, by: 500) {
      _ = try archive.take(
        Array(rows[start..<min(start + 500, rows.count)]),
        by: try session.permit(CustodianRole.self))
    }
  }
}
