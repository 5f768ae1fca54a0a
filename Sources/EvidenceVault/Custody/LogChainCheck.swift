import Sealing
import Storage

/// Follows the hashes of the log from its first entry to a head that is trusted already.
struct LogChainCheck {
  let store: any StoreReading
  let epochs: MemberEpochs

  private struct Link: Sendable {
    let previous: Digest
    let hash: Digest
  }

  func run(to state: ChainState, progress: (UInt64, UInt64) -> Void) throws {
    var head = Digest.zero
    var number: UInt64 = 0
    let epochs = self.epochs
    while number < state.logCount {
      let rows = try store.chain(.log, from: number, limit: 16_384)
      guard !rows.isEmpty else { throw VaultError.integrity(.log(number)) }
      let links = Parallel.map(rows) { row -> Link? in
        guard let bytes = try? epochs.open(row, .log), bytes.count > 41,
          let previous = Digest(bytes[9..<41])
        else { return nil }
        return Link(previous: previous, hash: Digest.of(.logEntry, bytes))
      }
      for (row, link) in zip(rows, links) where number < state.logCount {
        guard let link, row.number == number, link.previous == head else {
          throw VaultError.integrity(.log(number))
        }
        head = link.hash
        number += 1
      }
      progress(number, state.logCount)
    }
    guard head == state.logHead else { throw VaultError.integrity(.forked) }
  }
}
