import Sealing
import Storage

/// Reads the details of entries, which any member may have written.
struct DetailReading {
  let store: any StoreReading
  let held: HeldRole
  let history: LogHistory
  private let erased = Erased()

  /// Which details were erased, found out when the first of them is met.
  private final class Erased {
    var numbers: Set<UInt64>?
  }

  /// - Parameter entries: some that follow each other.
  func lines(_ entries: [LogEntry], _ me: borrowing MemberKeys) throws -> [LogLine] {
    guard let first = entries.first else { return [] }
    let rows = try store.details(from: first.number, limit: entries.count)
    var found: [DetailSeal.Finding] = []
    for (index, entry) in entries.enumerated() {
      guard index < rows.count, rows[index].number == entry.number,
        Digest.of(rows[index].body) == entry.detail
      else { throw VaultError.integrity(.detail(entry.number)) }
      found.append(try DetailSeal.find(rows[index], held, me))
    }
    try checkOrigins(Array(zip(entries, found)))
    try checkErased(Array(zip(entries, found)), me)
    return zip(entries, found).map { line($0, $1) }
  }

  /// What was erased must be listed by an entry that erased it.
  private func checkErased(
    _ found: [(entry: LogEntry, finding: DetailSeal.Finding)], _ me: borrowing MemberKeys
  ) throws {
    for (entry, finding) in found where finding.isErased {
      let numbers = try erased.numbers ?? history.erasedDetails(held, me)
      erased.numbers = numbers
      guard numbers.contains(entry.number) else {
        throw VaultError.integrity(.detail(entry.number))
      }
    }
  }

  /// What has no key must have had none from the beginning, as far as can be told.
  private func checkOrigins(_ found: [(entry: LogEntry, finding: DetailSeal.Finding)]) throws {
    let marked: [UInt64: Bool] = found.reduce(into: [:]) { numbers, one in
      switch one.finding {
      case .noKey: numbers[one.entry.number] = false
      case .passedOver: numbers[one.entry.number] = true
      case .readable, .content, .erased: break
      }
    }
    guard !marked.isEmpty else { return }
    let writers = try history.writers(of: Set(marked.keys), .auditor)
    for (number, marked) in marked.sorted(by: { $0.key < $1.key }) {
      guard let writer = writers[number],
        writer.mayBeUnopenable(now: held.epoch, marked: marked)
      else { throw VaultError.integrity(.detail(number)) }
    }
  }

  private func line(_ entry: LogEntry, _ finding: DetailSeal.Finding) -> LogLine {
    let member = history.state.roster.members[entry.member]?.handle ?? ""
    let time = Timestamp.text(entry.time)
    let act = "\(entry.act)"
    let detail: LogLine.Detail =
      switch finding {
      case .readable(let detail):
        // Who signed an entry may not tell the auditors that it was somebody or something else.
        detail.member == member && detail.act == act && detail.time == time
          ? .readable(subjects: detail.subjects, reason: detail.reason, clock: detail.clock)
          : .unreadable(.content)
      case .content: .unreadable(.content)
      case .noKey: .unreadable(.key)
      case .passedOver: .unreadable(.passedOver)
      case .erased: .unreadable(.erased)
      }
    return LogLine(number: entry.number, time: time, member: member, act: act, detail: detail)
  }
}
