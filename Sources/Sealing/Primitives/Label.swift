/// What a derivation, hash or signature is for. No two uses share a label.
///
/// Docs/Specs/vault-format.md lists each with what it covers.
public struct Label: Sendable {
  /// ASCII, at most 255 bytes.
  let bytes: [UInt8]

  private init(_ name: StaticString) { bytes = Array("evault/1/\(name)".utf8) }

  /// length of label (1 byte) ‖ label ‖ parts.
  func prefixed(_ parts: [[UInt8]]) -> [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(1 + bytes.count + parts.reduce(0) { $0 + $1.count })
    out.append(UInt8(bytes.count))
    out += bytes
    for part in parts { out += part }
    return out
  }

  /// length of label (1 byte) ‖ label ‖ parts ‖ number (8).
  func prefixed(_ parts: [[UInt8]], _ number: UInt64) -> [UInt8] {
    var out = [UInt8]()
    out.reserveCapacity(9 + bytes.count + parts.reduce(0) { $0 + $1.count })
    out.append(UInt8(bytes.count))
    out += bytes
    for part in parts { out += part }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      out.append(UInt8(truncatingIfNeeded: number >> shift))
    }
    return out
  }

  // Passphrases and members
  public static let passphraseSalt = Label("passphrase/salt")
  public static let passphraseKeyFile = Label("passphrase/key-file")
  public static let keyFileCheck = Label("key-file/check")
  public static let memberRow = Label("member/row")
  public static let memberCommitment = Label("member/commitment")
  public static let memberKEK = Label("member/kek")
  public static let memberSeal = Label("member/seal")
  public static let memberBox = Label("member/box")
  public static let memberSign = Label("member/sign")
  public static let memberPin = Label("member/pin")
  public static let memberPinName = Label("member/pin-name")
  public static let memberID = Label("member/id")
  public static let memberGrant = Label("member/grant")
  public static let fingerprint = Label("fingerprint")
  public static let card = Label("card")
  public static let cardFingerprint = Label("card/fingerprint")
  public static let request = Label("request")

  // Roles
  public static let roleWrap = Label("role/wrap")
  public static let roleWrapID = Label("role/wrap-id")
  public static let roleBox = Label("role/box")
  public static let roleSign = Label("role/sign")
  public static let roleChain = Label("role/chain")
  public static let roleKeyID = Label("role/key-id")
  public static let roleCarry = Label("role/carry")
  public static let roleDropKey = Label("role/drop-key")
  public static let lookupCommitment = Label("lookup/commitment")
  public static let lookupRow = Label("lookup/row")

  // Records
  public static let recordCommitment = Label("record/commitment")
  public static let recordBody = Label("record/body")
  public static let recordListing = Label("record/listing")
  public static let wrap = Label("wrap")
  public static let boxed = Label("boxed")
  public static let drop = Label("drop")
  public static let labelLetter = Label("label/letter")

  // Objects
  public static let objectChunk = Label("object/chunk")
  public static let objectCommitment = Label("object/commitment")
  public static let objectName = Label("object/name")
  public static let attachmentHash = Label("attachment/hash")

  // Chains and the map
  public static let roster = Label("roster")
  public static let rosterEntry = Label("roster/entry")
  public static let cursor = Label("cursor")
  public static let log = Label("log")
  public static let logEntry = Label("log/entry")
  public static let mapKind = Label("map/kind")

  // The field kit
  public static let kit = Label("kit")
  public static let kitFingerprint = Label("kit/fingerprint")
  public static let kitLine = Label("kit/line")
  public static let dropFile = Label("drop/file")
  public static let dropTestimony = Label("drop/testimony")
  // Recovery
  public static let recoveryVault = Label("recovery/vault")
  public static let recoveryShare = Label("recovery/share")

  // Agent
  public static let agent = Label("agent")

  // Answers
  public static let reveal = Label("reveal")

  // Releases
  public static let release = Label("release")
  public static let releaseSlot = Label("release/slot")
  public static let releaseSalt = Label("release/salt")
  public static let releaseDecoy = Label("release/decoy")
  public static let releaseAtom = Label("release/atom")
  public static let releaseText = Label("release/text")
  public static let releaseOrigin = Label("release/origin")
}
