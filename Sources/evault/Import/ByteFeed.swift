import EvidenceVault
import Glibc
import Sealing

/// A file or standard input, given out record by record in little memory.
final class ByteFeed {
  /// Bytes from one record's first to the one that ends it.
  struct Record {
    let bytes: [UInt8]
    /// The line that it begins in, from 1 on.
    let line: Int
    /// It has more bytes than are taken, and `bytes` has none of them.
    let isTooLong: Bool
  }

  /// Bytes of the whole; `nil` for a pipe.
  let total: Int?
  /// Bytes given out so far.
  private(set) var done = 0
  private let name: String
  private let descriptor: Int32
  private let file: OpenFile?
  private var buffer: [UInt8] = []
  private var next = 0
  private var line = 1

  private static let chunk = 1 << 18

  /// - Parameter path: a file, or `-`.
  /// - Throws: bad input for what is UTF-16.
  init(_ path: String) throws(Failure) {
    name = path
    if path == "-" {
      guard !Terminal.isTerminal(STDIN_FILENO) else {
        throw Failure(
          .usage, "Standard input is the terminal.", next: "Give a file, or pipe one into evault.")
      }
      (descriptor, file, total) = (STDIN_FILENO, nil, nil)
    } else {
      do throws(FileError) {
        let file = try OpenFile(at: path)
        (self.file, descriptor, total) = (file, file.descriptor, file.size)
      } catch {
        throw Failure(reading: path, error)
      }
    }
    try begin()
  }

  /// Passes over a byte order mark.
  private func begin() throws(Failure) {
    while buffer.count < 64, try fill() {}
    let start = buffer.prefix(64)
    guard !start.starts(with: [0xFF, 0xFE]), !start.starts(with: [0xFE, 0xFF]), !start.contains(0)
    else { throw .encoding(name) }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { (next, done) = (3, 3) }
  }

  private func fill() throws(Failure) -> Bool {
    do throws(FileError) {
      let more = try FileDescriptor.next(of: descriptor, upTo: Self.chunk)
      buffer.removeFirst(next)
      next = 0
      buffer += more
      return !more.isEmpty
    } catch {
      throw Failure(reading: name, error)
    }
  }

  /// The next record; `nil` at the end.
  ///
  /// - Parameters:
  ///   - limit: the most bytes that a record may have.
  ///   - isEnd: is shown each byte, and says whether it ends the record.
  func record(limit: Int, _ isEnd: (UInt8) -> Bool) throws(Failure) -> Record? {
    var bytes: [UInt8] = []
    var count = 0
    let first = line
    var isEnded = false
    while !isEnded {
      if next == buffer.count, try !fill() { break }
      let start = next
      while !isEnded, next < buffer.count {
        let byte = buffer[next]
        if byte == 0x0A { line += 1 }
        isEnded = isEnd(byte)
        next += 1
      }
      count += next - start
      if count <= limit { bytes += buffer[start..<next] } else { bytes = [] }
    }
    guard count > 0 else { return nil }
    done += count
    return Record(bytes: bytes, line: first, isTooLong: count > limit)
  }
}

extension Failure {
  /// A file is no UTF-8 text.
  static func encoding(_ name: String) -> Failure {
    Failure(
      .badInput, "\(name == "-" ? "Standard input" : name) is not UTF-8 text.",
      next:
        "Convert it first, for example: iconv -f UTF-16 -t UTF-8 (or -f CP949, -f CP1251) FILE > NEW"
    )
  }
}
