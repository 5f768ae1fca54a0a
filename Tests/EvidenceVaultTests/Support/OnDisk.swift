import Foundation
import SQLiteStore

@testable import EvidenceVault
@testable import Storage

/// A directory of its own for one test, removed after it.
func inPlace<Result>(_ body: (String) throws -> Result) throws -> Result {
  let place = FileManager.default.temporaryDirectory.path + "/place-" + UUID().uuidString
  try FileManager.default.createDirectory(
    atPath: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  defer { try? FileManager.default.removeItem(atPath: place) }
  return try body(place)
}

extension InMemoryState {
  /// The same rows in SQLite.
  func make(at path: String, busyTimeout: Double = 5) throws -> SQLiteStore {
    try SQLiteStore(creating: path, busyTimeout: busyTimeout) { writing in
      for (name, value) in headers { try writing.setHeader(name, value) }
      for (id, body) in cells { try writing.setCell(id, body) }
      for (id, body) in requests { try writing.setRequest(id, body) }
      for (id, row) in records { try writing.setRecord(id, row) }
      for row in wraps.all { try writing.setWrap(row.key, row.value) }
      for chain in Chain.allCases {
        for (number, body) in (chains[chain] ?? []).enumerated() {
          try writing.append(chain, ChainRow(number: UInt64(number), body: body))
        }
      }
      for number in details.keys.sorted() {
        guard let row = details[number] else { continue }
        try writing.addDetail(DetailRow(number: number, wrap: row.wrap, body: row.body))
      }
      try writing.setLeaves(leaves.all.map { (key: $0.key.bytes, value: $0.value) })
      try writing.setTiles(tiles.map { (path: $0.key, body: $0.value) })
    }
  }
}

/// Every file below a directory.
func files(below place: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: place) {
    if let data = FileManager.default.contents(atPath: place + "/" + name) {
      files[name] = [UInt8](data)
    }
  }
  return files
}

/// Whether the first, a middle or the last 16 bytes of a row stand anywhere in files.
func isLeft(_ rows: [[UInt8]], in files: [String: [UInt8]]) -> Bool {
  var marks: Set<[UInt8]> = []
  for row in rows where row.count >= 16 {
    marks.insert(Array(row.prefix(16)))
    marks.insert(Array(row.suffix(16)))
    marks.insert(Array(row[(row.count / 2 - 8)..<(row.count / 2 + 8)]))
  }
  let starts = Set(marks.map { $0.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })
  return files.values.contains { bytes in
    var window: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      window = window << 8 | UInt64(byte)
      if index >= 7, starts.contains(window), index + 9 <= bytes.count,
        marks.contains(Array(bytes[(index - 7)..<(index + 9)]))
      {
        return true
      }
    }
    return false
  }
}

extension CopiedStore {
  /// As the program makes it.
  static func of(_ store: SQLiteStore) -> CopiedStore {
    CopiedStore {
      try store.copy(into: $0)
    } open: {
      try SQLiteStore(opening: $0)
    } isWhole: {
      try ($0 as? SQLiteStore)?.isWhole() ?? false
    }
  }
}
