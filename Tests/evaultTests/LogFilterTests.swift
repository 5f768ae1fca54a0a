import ArgumentParser
import Testing

@testable import EvidenceVault
@testable import evault

@Suite struct LogFilterTests {
  @Test(arguments: [
    (["--member", "mina"], [1, 3]), (["--act", "exported"], [2]),
    (["--act", "exported", "--act", "sourceOpened"], [1, 2]), (["--on", "s-4k7qm2"], [1, 4]),
    (["--from", "2026-11-21"], [2, 3, 4]), (["--to", "2026-11-21"], [1, 2]),
    (["--from", "2026-12", "--to", "2026"], [3, 4]), ([], [1, 2, 3, 4]),
    (["--member", "mina", "--from", "2026-12"], [3]),
  ])
  func `the log is narrowed by each option, and what cannot be read may be on anything`(
    words: [String], numbers: [UInt64]
  ) throws {
    func line(
      _ number: UInt64, _ time: String, _ member: String, _ act: String, _ detail: LogLine.Detail
    ) -> LogLine {
      LogLine(number: number, time: time, member: member, act: act, detail: detail)
    }
    func on(_ subject: String) -> LogLine.Detail {
      .readable(subjects: [subject], reason: "", clock: nil)
    }
    let lines = [
      line(1, "2026-11-20T23:59:59Z", "mina", "sourceOpened", on("S-4K7QM2")),
      line(2, "2026-11-21T00:00:00Z", "stone", "exported", on("E-7K2M9C")),
      line(3, "2026-12-01T08:00:00Z", "mina", "logRead", .unreadable(.erased)),
      line(4, "2026-12-02T08:00:00Z", "stone", "logRead", .unreadable(.key)),
    ]
    let filter = try LogFilter.parse(words)
    #expect(lines.filter(filter.takes).map(\.number) == numbers)
    #expect(filter.takesAll == words.isEmpty)
  }
}
