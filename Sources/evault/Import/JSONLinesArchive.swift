import EvidenceVault
import Foundation

/// Rows of a file with one JSON object a line.
struct JSONLinesArchive: ArchiveReader {
  private let feed: ByteFeed
  private let composer: RowComposer
  private let decoder = JSONDecoder()
  let header: [UInt8] = []

  init(_ path: String, _ mapping: ArchiveMapping) throws(Failure) {
    feed = try ByteFeed(path)
    composer = RowComposer(mapping: mapping)
  }

  var progress: (done: Int, total: Int?) { (feed.done, feed.total) }

  func next() throws(Failure) -> ArchiveRow? {
    while let record = try feed.record(limit: RowComposer.longestRow, { $0 == 0x0A }) {
      if !record.isTooLong, record.bytes.allSatisfy({ " \t\r\n".utf8.contains($0) }) { continue }
      let draft: Result<ArchiveRow.Draft, RowFault>
      do throws(RowFault) { draft = .success(try self.draft(record)) } catch {
        draft = .failure(error)
      }
      let raw = record.bytes.last == 0x0A || record.isTooLong ? record.bytes : record.bytes + [0x0A]
      return ArchiveRow(place: record.line, raw: raw, draft: draft)
    }
    return nil
  }

  private func draft(_ record: ByteFeed.Record) throws(RowFault) -> ArchiveRow.Draft {
    guard !record.isTooLong else {
      throw RowFault(reason: "longer than \(RowComposer.longestRow >> 20) MiB")
    }
    guard String(validating: record.bytes, as: UTF8.self) != nil else {
      throw RowFault(reason: RowFault.notUTF8)
    }
    guard let object = try? decoder.decode(JSONCells.self, from: Data(record.bytes)) else {
      throw RowFault(reason: "expected one JSON object on the line")
    }
    // The decoder takes one of the two, and nothing says which.
    if let key = DoubledKey.first(in: record.bytes) {
      throw RowFault(column: key, reason: "stands twice on the line")
    }
    for key in object.keys where !composer.mapping.allows(key) {
      throw RowFault(
        column: key,
        reason: "nothing says what it is; a mapping can, or ignore it")
    }
    if let key = composer.mapping.columns.first(where: object.nested.contains) {
      throw RowFault(column: key, reason: "expected a text or a whole number")
    }
    return try composer.draft(object.cells)
  }
}

/// The members of an object whose values are texts, numbers or nothing.
private struct JSONCells: Decodable {
  var cells: [String: String] = [:]
  /// Keys of other values.
  var nested: Set<String> = []
  var keys: [String] = []

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    for key in object.allKeys {
      let name = key.stringValue
      keys.append(name)
      if let text = try? object.decode(String.self, forKey: key) {
        cells[name] = text
      } else if let number = try? object.decode(Int.self, forKey: key) {
        cells[name] = String(number)
      } else if try !object.decodeNil(forKey: key) {
        nested.insert(name)
      }
    }
    keys.sort()
  }
}
