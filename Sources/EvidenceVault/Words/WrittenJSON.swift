import Storage

/// Reads JSON that is written exactly as ``Codec/encode(_:)`` writes it, for the records of which very
/// many are read. Everything else, valid or not, is ``Codec``'s to judge: a reading method that gives
/// `nil` or `false` says only that this one cannot tell.
struct WrittenJSON {
  private let bytes: [UInt8]
  private var at: Int
  private let end: Int

  /// - Parameter range: where in the bytes the JSON is.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    precondition(range.upperBound <= bytes.count)
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  /// Whether everything has been read.
  var isAtEnd: Bool { at == end }

  /// Goes on behind these characters, when they come next.
  mutating func take(_ text: String) -> Bool {
    var next = at
    for byte in text.utf8 {
      guard next < end, bytes[next] == byte else { return false }
      next += 1
    }
    at = next
    return true
  }

  /// A string; `nil` for what is none, is not UTF-8, or holds an escape that ``Codec`` never writes.
  mutating func string() -> String? {
    guard at < end, bytes[at] == 0x22 else { return nil }
    let start = at + 1
    var stop = start
    while stop < end, bytes[stop] != 0x22, bytes[stop] != 0x5C, bytes[stop] >= 0x20 { stop += 1 }
    guard stop < end else { return nil }
    if bytes[stop] == 0x22 {
      at = stop + 1
      return String(validating: bytes[start..<stop], as: UTF8.self)
    }
    return escaped(from: start, upTo: stop)
  }

  /// A number from 0 on that has at most 18 digits.
  mutating func number() -> Int? {
    let start = at
    var value = 0
    while at < end, at - start < 18, (0x30...0x39).contains(bytes[at]) {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > start, at == start + 1 || bytes[start] != 0x30 else { return nil }
    return value
  }

  mutating func boolean() -> Bool? {
    if take("true") { return true }
    return take("false") ? false : nil
  }

  /// A list of what `element` reads; `nil` as soon as that does.
  mutating func list<Value>(_ element: (inout WrittenJSON) -> Value?) -> [Value]? {
    guard take("[") else { return nil }
    var values: [Value] = []
    if take("]") { return values }
    while true {
      guard let value = element(&self) else { return nil }
      values.append(value)
      if take("]") { return values }
      guard take(",") else { return nil }
    }
  }

  /// A string whose first escape is at `escape`.
  private mutating func escaped(from start: Int, upTo escape: Int) -> String? {
    var plain = Array(bytes[start..<escape])
    var place = escape
    while place < end, bytes[place] != 0x22 {
      guard bytes[place] >= 0x20 else { return nil }
      guard bytes[place] == 0x5C else {
        plain.append(bytes[place])
        place += 1
        continue
      }
      guard place + 1 < end else { return nil }
      switch bytes[place + 1] {
      case 0x22, 0x5C: plain.append(bytes[place + 1])
      case 0x62: plain.append(0x08)
      case 0x66: plain.append(0x0C)
      case 0x6E: plain.append(0x0A)
      case 0x72: plain.append(0x0D)
      case 0x74: plain.append(0x09)
      default: return nil
      }
      place += 2
    }
    guard place < end else { return nil }
    at = place + 1
    return String(validating: plain, as: UTF8.self)
  }
}

/// What can be read from JSON without the decoder, when it lies there as it was written.
protocol WrittenValue: Decodable, Sendable {
  init?(written json: inout WrittenJSON)
}

extension WrittenValue {
  /// `nil` where one is absent or not as it was written.
  static func all(_ parts: Bodies) -> [Self]? {
    var values: [Self] = []
    values.reserveCapacity(parts.count)
    for index in parts.indices {
      guard let range = parts.range(index) else { return nil }
      var json = WrittenJSON(parts.bytes, in: range)
      guard let value = Self(written: &json), json.isAtEnd else { return nil }
      values.append(value)
    }
    return values
  }
}
