import Foundation

/// JSON for programs: one document, keys sorted, dates in ISO 8601.
enum JSONText {
  /// Encodes a document. Characters that could steer a terminal are written as `\uXXXX`, which is the
  /// same document.
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    let document = String(decoding: try encoder.encode(value), as: UTF8.self)
    var safe = ""
    for scalar in document.unicodeScalars {
      if scalar == "\n" || !ScreenEscape.mustEscape(scalar) {
        safe.unicodeScalars.append(scalar)
      } else {
        for unit in UTF16.encode(scalar) ?? .init() {
          let digits = String(unit, radix: 16)
          safe += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return safe
  }
}
