import Foundation
import Sealing

/// JSON as ``Codec/encode(_:)`` writes it, byte for byte, for the records of which very many are
/// written: keys in order, nothing between, slashes as they are.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  /// Whether what comes next is the first of its object or list.
  private var isFirst = true

  /// - Parameter capacity: about how many bytes there will be.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// An object or list; `write` writes what is in it.
  mutating func enclosed(
    in signs: (open: UInt8, close: UInt8), _ write: (inout JSONText) throws -> Void
  ) rethrows {
    separate()
    bytes.append(signs.open)
    isFirst = true
    try write(&self)
    bytes.append(signs.close)
    isFirst = false
  }

  mutating func object(_ write: (inout JSONText) throws -> Void) rethrows {
    try enclosed(in: (0x7B, 0x7D), write)
  }

  mutating func list<Value>(
    _ values: [Value], _ write: (inout JSONText, Value) -> Void
  ) {
    enclosed(in: (0x5B, 0x5D)) { json in
      for value in values { write(&json, value) }
    }
  }

  /// The key of what comes next. Whoever writes an object gives its keys in order.
  mutating func key(_ name: StaticString) {
    string(name.description)
    bytes.append(0x3A)
    isFirst = true
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x08: bytes += [0x5C, 0x62]
      case 0x09: bytes += [0x5C, 0x74]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0C: bytes += [0x5C, 0x66]
      case 0x0D: bytes += [0x5C, 0x72]
      case 0..<0x20: bytes += Array("\\u00".utf8) + Array(Hex.encode([byte]).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  mutating func number(_ value: Int) { raw(Array(String(value).utf8)) }

  mutating func base64(_ data: Data) {
    separate()
    bytes.append(0x22)
    bytes += data.base64EncodedData()
    bytes.append(0x22)
  }

  /// What has been encoded already.
  mutating func raw(_ encoded: [UInt8]) {
    separate()
    bytes += encoded
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
  }
}

extension Codec {
  static func encode(_ record: WorkingRecord) throws -> [UInt8] {
    let consent = try record.consent.map { try encode($0) }
    var json = JSONText(capacity: 4096)
    json.object { json in
      json.key("code")
      json.string(record.code.text)
      if let consent {
        json.key("consent")
        json.raw(consent)
      }
      if let date = record.date {
        json.key("date")
        json.string(date)
      }
      json.key("language")
      json.string(record.language)
      json.key("sentences")
      json.list(record.sentences) { json, sentence in json.list(sentence, write) }
      json.key("title")
      json.list(record.title, write)
      json.key("version")
      json.number(1)
    }
    return json.bytes
  }

  private static func write(_ json: inout JSONText, _ piece: Piece) {
    json.object { json in
      if let entity = piece.entity {
        json.key("entity")
        json.string(entity)
      }
      if let kind = piece.kind {
        json.key("kind")
        json.string(kind.rawValue)
      }
      json.key("text")
      json.string(piece.text)
    }
  }

  static func encode(_ record: OriginalRecord) throws -> [UInt8] {
    let withheld = try record.withheld.map { try encode($0) }
    var json = JSONText(capacity: 512 + record.file.count / 3 * 4)
    json.object { json in
      json.key("code")
      json.string(record.code.text)
      json.key("commitmentSeed")
      json.string(Hex.encode(record.commitmentSeed.bytes))
      if let date = record.date {
        json.key("date")
        json.string(date)
      }
      json.key("documenter")
      json.string(record.documenter)
      json.key("file")
      json.base64(record.file)
      json.key("language")
      json.string(record.language)
      json.key("source")
      json.string(record.source.text)
      json.key("textOffset")
      json.number(record.textOffset)
      if let title = record.title {
        json.key("title")
        json.string(title)
      }
      json.key("version")
      json.number(1)
      if let withheld {
        json.key("withheld")
        json.raw(withheld)
      }
    }
    return json.bytes
  }
}
