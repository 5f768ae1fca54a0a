internal import Foundation
internal import Storage
internal import Synchronization

/// The bytes of a database's pages that belong to no row.
///
/// Pages are laid out as in "Database File Format", https://www.sqlite.org/fileformat2.html,
/// section 1.6. Only bytes that SQLite itself regards as free are changed, to zero, so that a crash
/// in between does no harm.
struct UnusedSpace {
  private let handle: FileHandle
  private let pageSize: Int
  private let usableSize: Int

  init(_ path: String) throws {
    handle = try OpenFiles.handle(path)
    try handle.seek(toOffset: 0)
    let header = try handle.read(upToCount: 100) ?? Data()
    guard header.count == 100 else { throw StoreError.damaged }
    let size = header.span.number(at: 16)
    pageSize = size == 1 ? 65_536 : size
    usableSize = pageSize - Int(header.span[20])
    guard pageSize >= 512, usableSize >= 480 else { throw StoreError.damaged }
  }

  /// Clears every page of the trees with these roots; whether any byte had to be changed.
  ///
  /// The caller sees to it that nobody else writes.
  func clear(roots: [Int]) throws -> Bool {
    let count = Int(try handle.seekToEnd()) / pageSize
    var waiting = roots
    var visited = 0
    var changed = false
    while let number = waiting.popLast() {
      visited += 1
      // Page 1 has another layout, and no tree but the schema's. A page is in one tree once.
      guard number > 1, number <= count, visited <= count else { throw StoreError.damaged }
      let offset = UInt64(number - 1) * UInt64(pageSize)
      try handle.seek(toOffset: offset)
      let bytes = try handle.read(upToCount: pageSize) ?? Data()
      guard bytes.count == pageSize else { throw StoreError.damaged }
      let page = try TreePage(bytes.span, usableSize: usableSize)
      waiting += page.children
      for range in page.unused where !bytes.span.extracting(range).isZero {
        try handle.seek(toOffset: offset + UInt64(range.lowerBound))
        try handle.write(contentsOf: Data(count: range.count))
        changed = true
      }
    }
    if changed { try handle.synchronize() }
    return changed
  }
}

/// A page of a tree: a header, the places of its cells, unused space, and the cells.
struct TreePage {
  /// Pages below this one.
  let children: [Int]
  /// Where no cell is: the gap before the cells, and the insides of free blocks among them.
  let unused: [Range<Int>]

  init(_ page: Span<UInt8>, usableSize: Int) throws(StoreError) {
    let interior: Bool
    switch page[0] {
    case 2, 5: interior = true
    case 10, 13: interior = false
    default: throw .damaged
    }
    let places = interior ? 12 : 8
    let placesEnd = places + 2 * page.number(at: 3)
    let start = page.number(at: 5)
    let cells = start == 0 ? 65_536 : start
    guard placesEnd <= cells, cells <= usableSize else { throw .damaged }
    var unused = [placesEnd..<cells]
    var block = page.number(at: 1)
    var end = cells
    while block != 0 {
      guard block >= end, block + 4 <= usableSize else { throw .damaged }
      end = block + page.number(at: block + 2)
      guard end >= block + 4, end <= usableSize else { throw .damaged }
      // Its first four bytes are the place of the next block and the size of this one.
      unused.append(block + 4..<end)
      block = page.number(at: block)
    }
    self.unused = unused
    var children: [Int] = []
    if interior {
      children = [page.pageNumber(at: 8)]
      for place in stride(from: places, to: placesEnd, by: 2) {
        let cell = page.number(at: place)
        guard cell >= cells, cell + 4 <= usableSize else { throw .damaged }
        children.append(page.pageNumber(at: cell))
      }
    }
    self.children = children
  }
}

/// Files that stay open until the process ends.
///
/// Closing any descriptor of a file drops all locks that the process has on it, SQLite's too.
private enum OpenFiles {
  private struct Identity: Hashable {
    let device: UInt64
    let file: UInt64
  }

  private static let handles = Mutex<[Identity: FileHandle]>([:])

  static func handle(_ path: String) throws -> FileHandle {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    guard let device = (attributes[.systemNumber] as? NSNumber)?.uint64Value,
      let file = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value
    else { throw StoreError.inputOutput }
    let identity = Identity(device: device, file: file)
    return try handles.withLock { handles throws in
      if let known = handles[identity] { return known }
      guard let new = FileHandle(forUpdatingAtPath: path) else { throw StoreError.readOnly }
      handles[identity] = new
      return new
    }
  }
}

extension Span<UInt8> {
  /// Whether all bytes are zero.
  fileprivate var isZero: Bool {
    var sum: UInt8 = 0
    for index in indices { sum |= self[index] }
    return sum == 0
  }

  /// Two bytes, big endian.
  fileprivate func number(at place: Int) -> Int {
    Int(self[place]) << 8 | Int(self[place + 1])
  }

  /// Four bytes, big endian.
  fileprivate func pageNumber(at place: Int) -> Int {
    number(at: place) << 16 | number(at: place + 2)
  }
}
