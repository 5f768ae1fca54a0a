@testable import EvidenceVault

extension Session {
  /// The name of an attachment's sealed file under `objects/`; it changes with each rotation.
  func objectName(
    of attachment: Code, by permit: borrowing Permit<CustodianRole>
  ) throws -> String {
    try read { reader in
      let held = try self.holding(.custodian, self.state, reader.store)
      return try reader.objectName(of: attachment, held, self.me)
    }
  }

  /// The attachments of a testimony, each with that name.
  func objectNames(
    ofTestimony testimony: Code, by permit: borrowing Permit<CustodianRole>
  ) throws -> [(attachment: Code, name: String)] {
    try read { reader in
      let held = try self.holding(.custodian, self.state, reader.store)
      return try reader.objectNames(of: [testimony], held, self.me)
    }
  }
}
