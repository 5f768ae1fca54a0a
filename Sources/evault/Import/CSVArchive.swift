import EvidenceVault

/// Rows of a CSV file with a header line.
struct CSVArchive: ArchiveReader {
  private let feed: ByteFeed
  private let composer: RowComposer
  private let columns: [String]
  let header: [UInt8]
  private let limit: Int

  /// - Throws: bad input where the header is none, or has a column that nothing says what to do with.
  ///
  /// - Parameter limit: the most bytes of a row.
  init(
    _ path: String, _ mapping: ArchiveMapping, limit: Int = RowComposer.longestRow
  ) throws(Failure) {
    let feed = try ByteFeed(path)
    var machine = CSVMachine(delimiter: mapping.delimiter, limit: limit)
    guard let record = try Self.record(feed, &machine, limit), !record.isTooLong,
      machine.fault == nil
    else {
      throw Failure(
        .badInput, "\(path): the first line is no header.",
        next: "Give a CSV file whose first line names the columns.")
    }
    var columns: [String] = []
    for field in machine.fields {
      guard let name = String(validating: field, as: UTF8.self) else { throw .encoding(path) }
      columns.append(name.trimmingPrefix { $0 == " " }.description)
    }
    try Self.check(columns, mapping, path)
    self.feed = feed
    self.limit = limit
    self.columns = columns
    composer = RowComposer(mapping: mapping)
    header = record.bytes.last == 0x0A ? record.bytes : record.bytes + [0x0A]
  }

  var progress: (done: Int, total: Int?) { (feed.done, feed.total) }

  func next() throws(Failure) -> ArchiveRow? {
    while true {
      var machine = CSVMachine(delimiter: composer.mapping.delimiter, limit: limit)
      guard let record = try Self.record(feed, &machine, limit) else { return nil }
      // An empty line says nothing.
      if record.bytes == [0x0A] || record.bytes == [0x0D, 0x0A] { continue }
      let draft: Result<ArchiveRow.Draft, RowFault>
      do throws(RowFault) { draft = .success(try self.draft(record, machine)) } catch {
        draft = .failure(error)
      }
      let raw = record.bytes.last == 0x0A || record.isTooLong ? record.bytes : record.bytes + [0x0A]
      return ArchiveRow(place: record.line, raw: raw, draft: draft)
    }
  }

  private static func record(
    _ feed: ByteFeed, _ machine: inout CSVMachine, _ limit: Int
  ) throws(Failure) -> ByteFeed.Record? {
    var isEnded = false
    let record = try feed.record(limit: limit) { byte in
      isEnded = machine.take(byte)
      return isEnded
    }
    if record != nil, !isEnded { machine.finish() }
    return record
  }

  private func draft(
    _ record: ByteFeed.Record, _ machine: CSVMachine
  ) throws(RowFault) -> ArchiveRow.Draft {
    guard !record.isTooLong else {
      throw RowFault(reason: "longer than \(limit) bytes; is a quote missing?")
    }
    if let (fault, field) = machine.fault {
      throw RowFault(
        column: field < columns.count ? columns[field] : nil, reason: "expected \(fault.expected)")
    }
    guard machine.fields.count == columns.count else {
      throw RowFault(
        reason: "expected \(columns.count) fields as in the header, found \(machine.fields.count)")
    }
    var cells: [String: String] = [:]
    for (column, field) in zip(columns, machine.fields) {
      guard let cell = String(validating: field, as: UTF8.self) else {
        throw RowFault(column: column, reason: RowFault.notUTF8)
      }
      cells[column] = cell
    }
    return try composer.draft(cells)
  }

  private static func check(
    _ columns: [String], _ mapping: ArchiveMapping, _ path: String
  ) throws(Failure) {
    if let unknown = columns.first(where: { !mapping.allows($0) }) {
      throw Failure(
        .badInput, "\(path): nothing says what the column \(unknown) is.",
        next: """
          Without --mapping the columns are text, title, date, language, source and id. A mapping file \
          names others, and those to ignore.
          """)
    }
    let wanted = mapping.isStated ? mapping.columns : mapping.text
    if let missing = wanted.first(where: { !columns.contains($0) }) {
      throw Failure(
        .badInput, "\(path): there is no column \(missing).",
        next: "Look at the header and the mapping; is the delimiter another (delimiter: \";\")?")
    }
    let doubled = columns.first { name in
      mapping.columns.contains(name) && columns.count { $0 == name } > 1
    }
    if let doubled {
      throw Failure(
        .badInput, "\(path): the column \(doubled) is there twice.", next: "Rename one of them.")
    }
  }
}

extension RowFault {
  static let notUTF8 =
    "not UTF-8; convert the file first, for example: iconv -f CP949 -t UTF-8"
}
