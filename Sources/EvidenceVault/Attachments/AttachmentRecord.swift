import Sealing

/// What a sealed file of a testimony is. Written once; its record's key is the file's as well.
struct AttachmentRecord: Codable, Sendable {
  let version: Version1
  let code: Code
  let testimony: Code
  /// As the file was called when it was handed in.
  let name: String?
  /// A media type, by content.
  let type: String
  /// In bytes.
  let size: Int
  let sha256: HexBytes
  /// 32 random bytes that hide the hash in its commitment.
  let hashSalt: HexBytes
  let addedBy: String
  let added: String

  /// What the log keeps of the hash: whoever is given salt, size and file can recompute it.
  var commitment: Digest {
    Digest.of(.attachmentHash, hashSalt.bytes, UInt64(size).bigEndianBytes, sha256.bytes)
  }

  var summary: AttachmentSummary {
    AttachmentSummary(
      code: code, testimony: testimony, name: name.map { String($0.prefix(60)) }, type: type,
      size: size)
  }
}

/// What a listing of attachments shows.
public struct AttachmentSummary: Codable, Equatable, Sendable {
  public let code: Code
  public let testimony: Code
  /// Cut to 60 characters; `nil` for what came from a pipe.
  public let name: String?
  /// A media type, by content.
  public let type: String
  /// In bytes.
  public let size: Int
}

/// All that is known of an attachment.
public struct Attachment: Codable, Equatable, Sendable {
  public let code: Code
  public let testimony: Code
  /// As the file was called when it was handed in; `nil` for what came from a pipe.
  public let name: String?
  /// A media type, by content.
  public let type: String
  /// In bytes.
  public let size: Int
  /// Of the file, in hexadecimal, as `sha256sum` prints it.
  public let sha256: String
  /// The secret of the commitment to the hash, in hexadecimal.
  public let hashSalt: String
  /// What the log keeps of the hash, in hexadecimal.
  public let commitment: String
  /// A handle.
  public let addedBy: String
  /// ISO 8601, UTC.
  public let added: String

  init(_ record: AttachmentRecord) {
    code = record.code
    testimony = record.testimony
    name = record.name
    type = record.type
    size = record.size
    sha256 = Hex.encode(record.sha256.bytes)
    hashSalt = Hex.encode(record.hashSalt.bytes)
    commitment = Hex.encode(record.commitment.bytes)
    addedBy = record.addedBy
    added = record.added
  }
}
