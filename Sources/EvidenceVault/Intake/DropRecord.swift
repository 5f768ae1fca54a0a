import Foundation
import Sealing

/// What an interviewer hands in, as it is sealed to the custodians.
///
/// The signature is by the documenter's own key over the vault, the recipients' keys and the
/// payload, so that a drop says who sealed it and for whom.
struct DropRecord: Codable, Sendable {
  let version: Version1
  let payload: Data
  let signer: MemberID
  /// The custodians' keys to which it was sealed when it was handed in.
  let recipients: [HexBytes]
  let signature: HexBytes

  init(
    _ payload: [UInt8], code: Code, to recipients: [BoxPublicKey], vault: VaultID,
    signer: MemberID, by key: borrowing SigningKey
  ) {
    version = Version1()
    self.payload = Data(payload)
    self.signer = signer
    self.recipients = recipients.map { HexBytes($0.bytes) }
    let keys = recipients.flatMap(\.bytes)
    signature = HexBytes(
      key.sign(
        .drop, vault.bytes, Array(code.text.utf8), UInt32(recipients.count).bigEndianBytes, keys,
        payload))
  }

  /// Whether the member whom it names signed it, for this vault and code.
  func isSigned(by key: SigningPublicKey, code: Code, vault: VaultID) -> Bool {
    recipients.allSatisfy { $0.bytes.count == 32 }
      && key.verifies(
        signature.bytes, .drop, vault.bytes, Array(code.text.utf8),
        UInt32(recipients.count).bigEndianBytes, recipients.flatMap(\.bytes), Array(payload))
  }
}

/// The payload of a drop: both files exactly as they were handed in.
struct DropPayload: Codable, Sendable {
  let version: Version1
  let testimony: Data
  let source: Data
  /// The files behind it; absent in a drop that has none.
  var attachments: [AttachedFile]?

  init(testimony: [UInt8], source: [UInt8]) {
    version = Version1()
    self.testimony = Data(testimony)
    self.source = Data(source)
  }
}

/// What waits in the inbox.
public struct Inbox: Equatable, Sendable {
  /// What can be read and accepted, by code.
  public let drops: [DropSummary]
  /// What cannot be, by the number of the entry; it can only be refused.
  public let unreadable: [UnreadableDrop]
}

/// A drop as the inbox lists it.
public struct DropSummary: Equatable, Sendable {
  public let code: Code
  /// The handle of who handed it in.
  public let documenter: String
  /// The length of the testimony's file in bytes.
  public let size: Int
}

/// Something in the inbox that is no drop, though a member logged it as one.
public struct UnreadableDrop: Equatable, Sendable {
  /// `nil` where it cannot be told.
  public let code: Code?
  /// The log entry with which it came.
  public let entry: UInt64
  /// The handle of who signed that entry.
  public let member: String
  public let fault: Unreadable
}

/// A drop as a custodian reads it before accepting.
public struct Drop: Sendable {
  public let code: Code
  public let documenter: String
  public let testimony: RawText
  public let source: SourceDocument
}
