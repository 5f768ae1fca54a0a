import Sealing
import Storage

/// Which rows of an archive were taken in with one entry of the log; sealed to the custodians.
struct ImportReceipt: Codable, Sendable {
  let version: Version1
  let rows: [Row]
  /// A handle.
  let by: String
  let at: String

  struct Row: Codable, Sendable {
    /// See ``RowIdentity``.
    let text: HexBytes
    let row: HexBytes?
    /// Absent when it was erased.
    let testimony: Code?
  }

  /// A batch is named by its first row, so that no two say the same.
  var code: String { Self.code(rows[0].row ?? rows[0].text) }

  static func code(_ first: HexBytes) -> String { "rows-\(Hex.encode(first.bytes))" }

  /// The same, without what was made of some; `nil` where it names none of them.
  func without(_ testimonies: Set<Code>) -> ImportReceipt? {
    guard rows.contains(where: { $0.testimony.map(testimonies.contains) ?? false }) else {
      return nil
    }
    return ImportReceipt(
      version: version,
      rows: rows.map {
        Row(
          text: $0.text, row: $0.row,
          testimony: $0.testimony.flatMap { testimonies.contains($0) ? nil : $0 })
      }, by: by, at: at)
  }
}

/// What a receipt can be of.
enum Receipt: Decodable, Sendable {
  case drop(ReceiptRecord)
  case rows(ImportReceipt)

  private enum Key: CodingKey { case rows }

  init(from decoder: any Decoder) throws {
    let hasRows = try decoder.container(keyedBy: Key.self).contains(.rows)
    self =
      hasRows ? .rows(try ImportReceipt(from: decoder)) : .drop(try ReceiptRecord(from: decoder))
  }
}

/// All rows that were taken in so far.
struct KnownRows: Sendable {
  private struct Taken { let text: RowID, testimony: Code? }
  private var named: [RowID: Taken] = [:]
  /// By their words; of those that no archive gave a name, apart.
  private var texts: [RowID: Code?] = [:]
  private var nameless: [RowID: Code?] = [:]

  init() {}

  /// What is known of a row; `nil` when it is new.
  func outcome(_ row: RowIdentity) -> ImportOutcome? {
    guard let name = row.row else { return texts[row.text].map { .known($0) } }
    if let taken = named[name] {
      return taken.text == row.text ? .known(taken.testimony) : .refused(.otherWords)
    }
    return nameless[row.text].map { .known($0) }
  }

  mutating func insert(_ row: RowIdentity, _ testimony: Code?) {
    texts[row.text] = .some(testimony)
    if let name = row.row {
      named[name] = Taken(text: row.text, testimony: testimony)
    } else {
      nameless[row.text] = .some(testimony)
    }
  }

  fileprivate mutating func insert(_ receipt: ImportReceipt) throws {
    for row in receipt.rows {
      let name = row.row.map { RowID($0.bytes) }
      guard let text = RowID(row.text.bytes), name != .some(nil) else {
        throw VaultError.integrity(.content)
      }
      insert(RowIdentity(text: text, row: name ?? nil), row.testimony)
    }
  }
}

extension Transaction {
  /// The rows that were taken in. Kept by the session as long as the map says that no receipt was
  /// added or changed.
  func importedRows() throws -> KnownRows {
    let summary = try map.summary(prefix: lookup.prefix(of: .receipt))
    if let known = session.importedRows, known.summary == summary { return known.rows }
    var rows = KnownRows()
    for case .rows(let receipt) in try all(Receipt.self, .receipt) { try rows.insert(receipt) }
    session.importedRows = (summary, rows)
    return rows
  }

  /// Receipts of rows stay, so that none comes in a second time, and say no more what was made of
  /// those that are erased.
  func forgetRows(of testimonies: Set<Code>) throws {
    var changed: [ImportReceipt] = []
    for case .rows(let receipt) in try all(Receipt.self, .receipt) {
      if let without = receipt.without(testimonies) { changed.append(without) }
    }
    for receipt in changed {
      try put(.receipt, receipt.code, listing: [], body: try Codec.encode(receipt))
    }
  }
}
