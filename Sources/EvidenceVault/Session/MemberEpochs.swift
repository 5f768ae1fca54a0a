import Sealing
import Storage

/// Every epoch of the `member` role up to the current one, to read rows of all times.
struct MemberEpochs: Sendable {
  /// By the four bytes in front of a row. Several for one id only if somebody drew seeds until two
  /// ids met; all of them are tried then.
  private var byKeyID: [UInt32: [HeldRole]] = [:]
  let current: HeldRole

  /// Opens the epochs before `current` one by one from what each carries.
  init(_ current: HeldRole, lookup: Lookup, store: any StoreReading) throws {
    self.current = current
    var epoch = current
    byKeyID[Self.number(epoch.keys.keyID)] = [epoch]
    while epoch.epoch > 1 {
      let id = lookup.row(.carry, [Role.member.rawValue], epoch.epoch.bigEndianBytes)
      guard let carried = try store.cell(id) else { throw VaultError.integrity(.grant(.member)) }
      do { epoch = HeldRole(.member, try epoch.keys.predecessor(carried: carried)) } catch {
        throw VaultError.integrity(.grant(.member))
      }
      byKeyID[Self.number(epoch.keys.keyID), default: []].append(epoch)
    }
  }

  /// The first epoch, which has none before it.
  static func first(_ held: HeldRole) -> MemberEpochs { MemberEpochs(only: held) }

  private init(only held: HeldRole) {
    byKeyID = [Self.number(held.keys.keyID): [held]]
    current = held
  }

  /// With the next epoch in front.
  func adding(_ next: HeldRole) -> MemberEpochs { MemberEpochs(self, next) }

  private init(_ before: MemberEpochs, _ next: HeldRole) {
    byKeyID = before.byKeyID
    byKeyID[Self.number(next.keys.keyID), default: []].append(next)
    current = next
  }

  /// Opens a row of a chain with the epoch that sealed it.
  func open(_ row: ChainRow, _ chain: Chain) throws -> [UInt8] {
    let fault = VaultError.integrity(chain == .log ? .log(row.number) : .roster(row.number))
    for held in epochs(row.body.prefix(4)) {
      if let opened = try? held.keys.openChainRow(
        row.body, chain == .log ? .log : .roster, number: row.number)
      {
        return opened
      }
    }
    throw fault
  }

  /// The epochs that may have sealed what begins with a key id.
  func epochs(_ keyID: some Collection<UInt8>) -> [HeldRole] {
    keyID.count == 4 ? byKeyID[Self.number(keyID)] ?? [] : []
  }

  private static func number(_ keyID: some Collection<UInt8>) -> UInt32 {
    keyID.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
