import Sealing
import Storage

/// What a rotation leaves in the place of a key that never opened.
///
/// record: 0 ‖ row, where its boxed key was; detail: 2 ‖ row, as its wrap. row = the chain key's row
/// of the 16-byte id under label `boxed`, number 0 for a record and the entry's for a detail. Only a
/// holder of that epoch can make one, so storage cannot pass off a damaged key as garbage that was
/// left behind.
enum PassedOver {
  static func record(_ id: RowID, _ held: HeldRole) throws -> [UInt8] {
    [0] + (try held.keys.sealChainRow(id.bytes, .boxed, number: 0))
  }

  static func isRecord(_ row: [UInt8], _ id: RowID, _ held: HeldRole) -> Bool {
    row.first == 0
      && (try? held.keys.openChainRow(Array(row.dropFirst()), .boxed, number: 0)) == id.bytes
  }

  static func detail(_ number: UInt64, _ held: HeldRole) throws -> [UInt8] {
    [2] + (try held.keys.sealChainRow(DetailSeal.id(number), .boxed, number: number))
  }

  static func isDetail(_ wrap: [UInt8], _ number: UInt64, _ held: HeldRole) -> Bool {
    wrap.first == 2
      && (try? held.keys.openChainRow(Array(wrap.dropFirst()), .boxed, number: number))
        == DetailSeal.id(number)
  }
}
