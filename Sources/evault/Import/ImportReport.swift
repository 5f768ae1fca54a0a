import EvidenceVault
import Glibc
import Sealing

/// What became of the rows of an archive: counted, told, and written down where it was asked for.
final class ImportReport {
  struct Row: Encodable {
    /// A line, or the number of a file.
    let row: Int
    let state: String
    var testimony: Code?
    var source: Code?
    var drop: Code?
    var column: String?
    var reason: String?
  }

  /// All rows are handed in, or none.
  var isOneDrop = false
  private(set) var taken = 0
  private(set) var known = 0
  private(set) var refused = 0
  private(set) var rows: [Row] = []
  private let output: Output
  /// What stands before a row's number: `people.csv:`, or `folder: file `.
  private let place: ScreenText
  let isOfFolder: Bool
  private let refusals: RefusedRows?

  /// - Parameter refusals: where refused rows are written.
  init(_ output: Output, _ format: ArchiveFormat, _ path: String, _ refusals: RefusedRows?) {
    self.output = output
    place = format.place(path)
    isOfFolder = format == .folder
    self.refusals = refusals
  }

  func take(_ row: ArchiveRow, _ outcome: ImportOutcome, beginning header: [UInt8]) throws {
    switch outcome {
    case .taken(let accepted):
      taken += 1
      keep(
        Row(
          row: row.place, state: "taken", testimony: accepted.testimony, source: accepted.source))
    case .known(let testimony):
      known += 1
      keep(Row(row: row.place, state: "known", testimony: testimony))
    case .refused(let refusal):
      let draft = try? row.draft.get()
      try refuse(row, RowFault(refusal, draft?.sourceColumn), beginning: header)
    }
  }

  func take(_ row: ArchiveRow, drop: Code?) {
    taken += 1
    keep(Row(row: row.place, state: "taken", drop: drop))
  }

  /// Says it on one line, without words of the row.
  func refuse(_ row: ArchiveRow, _ fault: RowFault, beginning header: [UInt8]) throws {
    refused += 1
    keep(Row(row: row.place, state: "refused", column: fault.column, reason: fault.reason))
    let column: ScreenText = fault.column.map { "column \($0): " } ?? ""
    if !output.json {
      Output.remark("\(place)\(row.place): \(column)\(fault.reason)" as ScreenText)
    }
    try refusals?.add(row, beginning: header)
  }

  private func keep(_ row: Row) { if output.json { rows.append(row) } }
}

extension Output {
  fileprivate static func remark(_ line: ScreenText) { remark(line.text) }
}

/// A file of the rows that were refused, as they stood, so that they can be mended and taken in.
final class RefusedRows {
  private let path: String
  private var file: UnfinishedFile?

  /// - Throws: when something has the name already.
  init(_ path: String) throws(Failure) {
    try ConfidentialOutput.refuseExisting(path)
    self.path = path
  }

  func add(_ row: ArchiveRow, beginning header: [UInt8]) throws(Failure) {
    do throws(FileError) {
      let file: UnfinishedFile
      if let open = self.file {
        file = open
      } else {
        file = try UnfinishedFile(at: path)
        self.file = file
        try FileDescriptor.write(header, to: file.descriptor)
      }
      try FileDescriptor.write(row.raw, to: file.descriptor)
    } catch { throw Failure(error) }
  }

  /// Gives the file its name; without a refused row there is none.
  func publish() throws(Failure) {
    do throws(FileError) {
      try file?.flush()
      try file?.publish()
    } catch { throw Failure(error) }
  }
}
