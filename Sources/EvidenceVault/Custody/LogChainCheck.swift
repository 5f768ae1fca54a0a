import Sealing
import Storage

/// Follows the hashes of the log from its first entry to a head that is trusted already.
struct LogChainCheck {
  let store: any StoreReading
  let epochs: MemberEpochs

  /// A run of entries that follow each other.
  private struct Run: Sendable {
    let first: UInt64
    let count: UInt64
    /// What the first one says that the hash before it is.
    let previous: Digest
    /// The hash of the last one.
    let head: Digest
  }

  /// How many entries make a run.
  private static let run = 4096

  func run(to state: ChainState, progress: (UInt64, UInt64) -> Void) throws {
    var read: UInt64 = 0
    var head = Digest.zero
    var number: UInt64 = 0
    let epochs = self.epochs
    try Parallel.stream { () -> [ChainRow]? in
      guard read < state.logCount else { return nil }
      let limit = Int(min(UInt64(Self.run), state.logCount - read))
      let rows = try store.chain(.log, from: read, limit: limit)
      guard !rows.isEmpty else { throw VaultError.integrity(.log(read)) }
      read += UInt64(rows.count)
      return rows
    } work: {
      Self.follow($0, epochs)
    } take: { result in
      let run = try result.get()
      guard run.first == number, run.previous == head else {
        throw VaultError.integrity(.log(number))
      }
      head = run.head
      number += run.count
      progress(number, state.logCount)
    }
    guard number == state.logCount, head == state.logHead else {
      throw VaultError.integrity(.forked)
    }
  }

  /// Opens and hashes entries, each of which must name the one before.
  private static func follow(
    _ rows: [ChainRow], _ epochs: MemberEpochs
  ) -> Result<Run, VaultError> {
    guard let first = rows.first?.number else { return .failure(.integrity(.log(0))) }
    var before: Digest?
    var head = Digest.zero
    for (offset, row) in rows.enumerated() {
      guard row.number == first + UInt64(offset), let bytes = try? epochs.open(row, .log),
        bytes.count > 41, let previous = Digest(bytes[9..<41]), offset == 0 || previous == head
      else { return .failure(.integrity(.log(first + UInt64(offset)))) }
      if offset == 0 { before = previous }
      head = Digest.of(.logEntry, bytes)
    }
    return .success(
      Run(first: first, count: UInt64(rows.count), previous: before ?? .zero, head: head))
  }
}
