import Foundation
import Sealing

/// A kit that was given out; sealed to the custodians.
struct KitRecord: Codable, Sendable {
  let version: Version1
  let code: Code
  private let kit: Data
  /// The handle of the custodian who made it.
  let by: String

  init(_ kit: FieldKit, by handle: String) {
    version = Version1()
    code = kit.code
    self.kit = Data(kit.bytes)
    by = handle
  }

  /// - Throws: ``IntegrityFault/content``: what a custodian's program kept is a kit.
  func opened() throws -> FieldKit {
    guard let kit = try? FieldKit(bytes: Array(kit)) else { throw VaultError.integrity(.content) }
    return kit
  }
}

/// What became of a drop file; sealed to the custodians.
struct ReceiptRecord: Codable, Sendable {
  let version: Version1
  /// The drop's code.
  let drop: Code
  let kit: Code
  /// Absent for an unsigned drop.
  let signer: HexBytes?
  /// Absent for a refused one, and when the testimony was erased.
  let testimony: Code?
  let source: Code?
  /// A handle.
  let by: String
  let at: String

  /// The same, without what was made of the drop.
  var withoutTestimony: ReceiptRecord {
    ReceiptRecord(
      version: version, drop: drop, kit: kit, signer: signer, testimony: nil, source: nil, by: by,
      at: at)
  }

  /// The code under which the receipt of a testimony is kept.
  static func code(_ testimony: Data, _ vault: VaultID) -> String {
    Hex.encode(Digest.of(.dropTestimony, vault.bytes, Array(testimony)).short)
  }
}

/// A kit as a listing shows it.
public struct KitSummary: Codable, Equatable, Sendable {
  public let code: Code
  public let by: String
  /// ISO dates, UTC.
  public let issued: String
  public let lastDay: String
  /// The `custodian` epoch to which its drops are sealed.
  public let epoch: UInt32
  public let state: State

  public enum State: String, Codable, Sendable {
    /// Of the current epoch.
    case current
    /// Of an earlier epoch: drops can be opened until the last day, by whoever held that epoch too.
    case earlier
    /// Its last day is over.
    case expired
    /// Of an earlier epoch whose key was lost: drops can no longer be opened.
    case lost
  }
}
