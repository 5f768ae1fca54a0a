import Anonymity

/// Where in a text a byte is, as people count: lines from 1, columns in Unicode scalars from 1.
struct LineIndex {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  func position(of byte: Int) -> TextPosition {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    // Bytes that go on a scalar count for nothing.
    let before = bytes[starts[low]..<min(max(byte, starts[low]), bytes.count)]
    return TextPosition(line: low + 1, column: before.count { $0 & 0xC0 != 0x80 } + 1)
  }
}
