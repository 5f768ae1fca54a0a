import Sealing
import Storage

/// A log entry's detail as it is stored: the body under its own key, the key sealed to the auditors.
///
/// wrap = 0 ‖ wrap under the auditors' key, or 1 ‖ boxed key, or 2 ‖ mark (see ``PassedOver``), or 3
/// alone for a key that was destroyed (see ``ErasedDetails``); the
/// record id that binds it is 8 zero bytes ‖ number (8). Only the wrap is rewritten when the
/// auditors' key rotates.
enum DetailSeal {
  /// Details are padded to a multiple of this many bytes.
  static let block = 1024

  static func seal(
    _ detail: LogDetail, number: UInt64, to auditors: [BoxPublicKey], vault: VaultID
  ) throws -> DetailRow {
    let key = try RecordKey()
    let body = try key.sealDetail(
      try Codec.encode(detail), block: block, context(vault, number))
    let boxed = try BoxedKey.seal(
      key, to: auditors, context: BoxedContext.detail(vault, number))
    return DetailRow(number: number, wrap: [1] + boxed, body: body)
  }

  static func open(
    _ row: DetailRow, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> LogDetail {
    do {
      let key = try key(row, held, me)
      let plain = try key.openBody(row.body, context(held.keys.context.vault, row.number))
      return try Codec.decode(LogDetail.self, plain)
    } catch { throw VaultError.integrity(.detail(row.number)) }
  }

  /// A detail whose writer, any member, may have left it unreadable.
  enum Finding {
    case readable(LogDetail)
    /// Its key does not open; whether that can be the writer's doing must be looked up.
    case noKey
    /// A holder's rotation found it so before.
    case passedOver
    /// The writer sealed what is no detail.
    case content
    /// Its key was destroyed; whether an entry says so must be looked up.
    case erased

    var isErased: Bool { if case .erased = self { true } else { false } }
  }

  /// Reads a detail whose body has the hash that its entry names.
  ///
  /// - Throws: ``IntegrityFault/detail(_:)`` for a wrap that does not open or fit: wraps come from
  ///   holders, who look before they wrap.
  static func find(
    _ row: DetailRow, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> Finding {
    if row.wrap == ErasedDetails.mark { return .erased }
    if PassedOver.isDetail(row.wrap, row.number, held) { return .passedOver }
    let plain: [UInt8]
    do {
      plain = try key(row, held, me)
        .openBody(row.body, context(held.keys.context.vault, row.number))
    } catch {
      guard row.wrap.first != 0 else { throw VaultError.integrity(.detail(row.number)) }
      return .noKey
    }
    return (try? Codec.decode(LogDetail.self, plain)).map { .readable($0) } ?? .content
  }

  /// The wrap under another epoch's key; `nil` when the key that is to be wrapped does not open, or
  /// does not open the body.
  static func rewrap(
    _ row: DetailRow, from held: HeldRole, _ me: borrowing MemberKeys, to next: HeldRole
  ) throws -> [UInt8]? {
    if row.wrap == ErasedDetails.mark { return row.wrap }
    if row.wrap.first == 0 {
      do {
        let key = try key(row, held, me)
        return [0] + next.keys.wrap(key, of: id(row.number))
      } catch { throw VaultError.integrity(.detail(row.number)) }
    }
    if PassedOver.isDetail(row.wrap, row.number, held) {
      return try PassedOver.detail(row.number, next)
    }
    guard let key = try? key(row, held, me),
      (try? key.openBody(row.body, context(held.keys.context.vault, row.number))) != nil
    else { return nil }
    return [0] + next.keys.wrap(key, of: id(row.number))
  }

  private static func key(
    _ row: DetailRow, _ held: HeldRole, _ me: borrowing MemberKeys
  ) throws -> RecordKey {
    switch row.wrap.first {
    case 0: try held.keys.unwrap(Array(row.wrap.dropFirst()), of: id(row.number))
    case 1:
      try BoxedContext.open(
        Array(row.wrap.dropFirst()), held, me,
        BoxedContext.detail(held.keys.context.vault, row.number))
    default: throw VaultError.integrity(.detail(row.number))
    }
  }

  /// What binds the key of an entry's detail, in the place of a record's id.
  static func id(_ number: UInt64) -> [UInt8] {
    [UInt8](repeating: 0, count: 8) + number.bigEndianBytes
  }

  private static func context(_ vault: VaultID, _ number: UInt64) -> RecordContext {
    RecordContext(vault: vault, record: id(number), version: 1)
  }
}

extension EntryWriter {
  /// Whether a detail's key that does not open now may never have opened: somebody who did not
  /// hold the auditors' keys boxed it, and no rotation since would have wrapped or marked it.
  func mayBeUnopenable(now auditors: UInt32, marked: Bool) -> Bool {
    !held && (marked || epoch == auditors)
  }
}
