/// JSON of which the same document has one spelling only (Docs/Specs/releases.md).
indirect enum ReleaseJSON {
  case text(String)
  case number(Int)
  case list([ReleaseJSON])
  /// Keys are ASCII.
  case object([String: ReleaseJSON])

  /// No space between tokens, keys in ascending order.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    write(&out)
    return out
  }

  private func write(_ out: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, &out)
    case .number(let number): out += Array("\(number)".utf8)
    case .list(let items):
      out.append(0x5B)
      for (index, item) in items.enumerated() {
        if index > 0 { out.append(0x2C) }
        item.write(&out)
      }
      out.append(0x5D)
    case .object(let members):
      out.append(0x7B)
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { out.append(0x2C) }
        Self.write(member.key, &out)
        out.append(0x3A)
        member.value.write(&out)
      }
      out.append(0x7D)
    }
  }

  /// `<`, `>` and `&` are escaped, so that a page can hold the document as it is.
  private static func write(_ text: String, _ out: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    out.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: out += [0x5C, byte]
      case 0..<0x20, 0x26, 0x3C, 0x3E:
        out += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    out.append(0x22)
  }
}
