import Foundation
import Storage

/// Sealed contents: JSON with sorted keys; unknown versions are refused.
enum Codec {
  /// Writes a value.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }

  /// Reads a value.
  ///
  /// - Throws: ``VaultError/integrity(_:)`` with ``IntegrityFault/content``: what was sealed by a
  ///   program that followed the format always decodes.
  static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch {
      throw VaultError.integrity(.content)
    }
  }
}

extension Codec {
  /// Reads many values of one type; `nil` when one is absent or is no such value.
  ///
  /// Many at once are read as one array, which is faster.
  static func decodeAll<Value: Decodable>(_ type: Value.Type, _ parts: Bodies) -> [Value]? {
    if let written = type as? any WrittenValue.Type, let values = written.all(parts) as? [Value] {
      return values
    }
    var joined: [UInt8] = []
    joined.reserveCapacity(parts.bytes.count + parts.count + 2)
    joined.append(0x5B)
    for index in parts.indices {
      guard let range = parts.range(index) else { return nil }
      if index > 0 { joined.append(0x2C) }
      joined += parts.bytes[range]
    }
    joined.append(0x5D)
    let values = try? JSONDecoder().decode([Value].self, from: Data(joined))
    return values?.count == parts.count ? values : nil
  }

  /// As above, on all cores.
  static func decodeAll<Value: Decodable & Sendable>(
    _ type: Value.Type, _ parts: [[UInt8]]
  ) throws -> [Value] {
    try Parallel.chunks(parts.count) { range in
      decodeAll(type, Bodies(parts[range].lazy.map(Optional.some)))
    }.flatMap { values in
      guard let values else { throw VaultError.integrity(.content) }
      return values
    }
  }
}

/// A format version that must be 1.
struct Version1: Codable, Sendable, Equatable {
  init() {}

  init(from decoder: any Decoder) throws {
    let number = try decoder.singleValueContainer().decode(Int.self)
    guard number == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "unknown version"))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(1)
  }
}
