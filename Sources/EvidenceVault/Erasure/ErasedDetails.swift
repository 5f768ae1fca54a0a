import Sealing
import Storage

/// Destroys the keys of log details that name codes which an erasure took out.
///
/// The entries stay, with who, when and which act; the bodies stay as bytes that nobody can open,
/// because the entries hash them. Which details these are only an auditor can read; which codes are
/// gone the signed entries of erasures say.
struct ErasedDetails {
  let transaction: Transaction

  /// What stands in the place of a detail's key.
  static let mark: [UInt8] = [3]

  /// How many numbers one entry lists.
  private static let batch = 100

  func destroy() throws {
    let gone = try erasedKeys()
    guard !gone.isEmpty else { return }
    let held = try transaction.holding(.auditor)
    var numbers: [UInt64] = []
    var from: UInt64 = 0
    while true {
      let rows = try transaction.store.details(from: from, limit: 1024)
      guard let last = rows.last else { break }
      for row in rows {
        guard case .readable(let detail)? = try? DetailSeal.find(row, held, transaction.session.me),
          detail.subjects.contains(where: { names($0, gone) })
        else { continue }
        numbers.append(row.number)
      }
      from = last.number + 1
    }
    try transaction.store.replaceDetailWraps(numbers.map { ($0, Self.mark) })
    for start in stride(from: 0, to: numbers.count, by: Self.batch) {
      let part = numbers[start..<min(start + Self.batch, numbers.count)]
      try transaction.log(.detailsErased, part.map { "entry-\($0)" }, reason: "")
    }
  }

  /// The records that erasures took out, by the entries that did so.
  private func erasedKeys() throws -> Set<MapKey> {
    var keys: Set<MapKey> = []
    for act in [Act.sourceErased, .testimonyErased] {
      for entry in try transaction.history.entries(of: act) {
        keys.formUnion(entry.changes.lazy.filter { $0.after == .zero }.map(\.key))
      }
    }
    return keys
  }

  private func names(_ subject: String, _ gone: Set<MapKey>) -> Bool {
    guard subject.utf8.count == 8, subject.dropFirst().first == "-" else { return false }
    return RecordKind.allCases.contains {
      $0.role != nil && gone.contains(transaction.lookup.record($0, subject))
    }
  }
}

extension LogHistory {
  /// Which details were erased, as the entries say that erased them.
  ///
  /// - Throws: ``IntegrityFault/detail(_:)`` when such an entry's own detail does not open.
  func erasedDetails(_ held: HeldRole, _ me: borrowing MemberKeys) throws -> Set<UInt64> {
    var numbers: Set<UInt64> = []
    for entry in try entries(of: .detailsErased) {
      guard let row = try store.details(from: entry.number, limit: 1).first,
        row.number == entry.number, Digest.of(row.body) == entry.detail,
        case .readable(let detail) = try DetailSeal.find(row, held, me)
      else { throw VaultError.integrity(.detail(entry.number)) }
      numbers.formUnion(
        detail.subjects.compactMap { UInt64($0.dropFirst("entry-".count)) }
          .filter { $0 < entry.number })
    }
    return numbers
  }
}
