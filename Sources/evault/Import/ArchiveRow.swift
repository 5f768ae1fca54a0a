/// A row of an archive, or a file of a folder, before anything was asked of the vault.
struct ArchiveRow {
  /// The line that it begins in, or the number of the file in the folder's order, from 1 on.
  let place: Int
  /// As it stands in the archive, to be written with the rows that are refused; empty when it is
  /// longer than is taken.
  let raw: [UInt8]
  let draft: Result<Draft, RowFault>

  struct Draft {
    /// What the archive is called.
    var archive = ""
    /// What it calls the row.
    let identity: String?
    /// A testimony file.
    let file: [UInt8]
    /// A source's code or file, if it names one.
    let source: String?
    /// The column that names it; `nil` where there are none.
    var sourceColumn: String?
  }
}

/// Why a row is refused. It is printed, so no words of the row are in it.
struct RowFault: Error, Equatable {
  /// The column or key; `nil` where it is the whole row.
  var column: String?
  let reason: String
}

/// Gives out the rows of an archive in order.
protocol ArchiveReader {
  /// The next row; `nil` at the end.
  mutating func next() throws(Failure) -> ArchiveRow?
  /// Bytes read so far, and of how many, if that is known.
  var progress: (done: Int, total: Int?) { get }
  /// What stands before the rows in a file of rows that were refused.
  var header: [UInt8] { get }
}
