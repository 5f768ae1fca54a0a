import Foundation
import Sealing
import Storage

/// A row that was read and found fit, and what tells it apart from all others.
struct ReadRow: Sendable {
  let file: TestimonyFile
  let source: SourceReference.Read
  let identity: RowIdentity
  /// The code of the receipt that it would have as a drop.
  let dropCode: String

  init(
    _ row: ImportRow, source: SourceReference.Read, _ lookup: Lookup, _ vault: VaultID
  ) throws(ImportRefusal) {
    do { file = try TestimonyFile(row.file) } catch { throw .testimony(error) }
    self.source = source
    identity = RowIdentity(row, lookup)
    dropCode = ReceiptRecord.code(Data(row.file), vault)
  }
}

/// What tells a row of an archive apart: keyed hashes, so that a receipt has no words in it.
struct RowIdentity: Sendable {
  /// first 16 bytes of F(lookup key, lookup/row, 115 ‖ the testimony's file).
  let text: RowID
  /// first 16 bytes of F(lookup key, lookup/row, 116 ‖ the archive's name ‖ 0 ‖ what it calls the
  /// row); `nil` where it calls it nothing.
  let row: RowID?

  init(text: RowID, row: RowID?) {
    self.text = text
    self.row = row
  }

  init(_ row: ImportRow, _ lookup: Lookup) {
    text = lookup.row(.importedText, row.file)
    self.row = row.identity.map {
      lookup.row(.importedRow, Array(row.archive.utf8) + [0] + Array($0.utf8))
    }
  }
}
