import SQLiteStore
import Storage

@testable import EvidenceVault

extension Figures {
  /// Later knowledge, over releases that name nobody.
  func screening() throws {
    report.heading(
      "Searching \(sizes.few) releases of 2 KiB in four formats, \(sizes.people) people")
    let session = try Filled.create(try SQLiteStore(creating: place.path + "/screened"), pins)
    let sources = try Filled.sources(session, sizes.people)
    try Filled.releases(session, sizes.few)
    let custodian = try session.permit(CustodianRole.self)
    _ = try session.write { try $0.people() }
    let opening = try report.seconds {
      try session.write { transaction in
        _ = try transaction.all(ReleaseRecord.self, .release)
      }
    }
    let one = try report.seconds {
      _ = try session.exposures(of: sources[sources.count / 2], by: custodian)
    }
    report.line("for one source, as source add does", one, "opening them alone", opening)
    let all = try report.seconds { _ = try session.screenVault(by: custodian) }
    report.line("for everybody, as screen --all does", all, "opening them alone", opening)
  }
}
