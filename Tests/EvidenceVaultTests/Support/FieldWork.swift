import Foundation
import Testing

@testable import EvidenceVault
@testable import Sealing

extension Office {
  /// A kit, a drop that was made with it and accepted, and a source that was joined to another.
  func addFieldRecords() throws {
    let river = try unlock("river")
    let custodian = try river.permit(CustodianRole.self)
    let kit = try river.exportKit(by: custodian)
    let drop = try kit.seal(testimony: Self.testimonyFile(7), source: Self.strangerFile)
    let source = try river.accept(try FieldDrop(drop.bytes), by: custodian).source
    _ = try river.mergeSources(codes.source, source, by: custodian)
  }
}

extension FieldDrop {
  /// A byte of the file changed.
  func flipped(at index: Int) throws(FieldFault) -> FieldDrop {
    var changed = bytes
    changed[index] ^= 1
    return try FieldDrop(changed)
  }
}

/// A day in seconds.
let day: UInt64 = 86_400
