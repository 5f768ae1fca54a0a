import Foundation

/// What is changed: files of the project, and bytes that its vectors have in hexadecimal.
struct Inputs {
  let seeds: [[UInt8]]

  /// - Parameter folder: Vault.
  init(_ folder: String, for parser: Parser) {
    let wanted: [String] =
      switch parser {
      case .source: ["Samples/sources"]
      case .policy: ["Policies"]
      case .testimony, .detectors, .redaction: ["Samples/testimonies"]
      case .release, .note, .outgoing: ["Vectors/releases"]
      case .witness: ["Vectors/releases/cosignature.json"]
      case .record: ["Samples", "Vectors/releases/commitment.json"]
      default: ["Vectors"]
      }
    var found: [[UInt8]] = []
    for place in wanted { found += Self.files(folder + "/" + place) }
    if [.detectors, .redaction].contains(parser) {
      // The first byte is a choice.
      found = (found + Self.phrases.map { Array($0.utf8) }).map { [UInt8($0.count & 255)] + $0 }
    }
    seeds = found.flatMap { [$0] + Self.parts(of: $0) }.filter { $0.count <= 65_536 } + [[]]
  }

  private static func files(_ path: String) -> [[UInt8]] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [""]
    return names.sorted().compactMap { name in
      guard !name.hasSuffix("sqlite") else { return nil }
      return FileManager.default.contents(atPath: name.isEmpty ? path : path + "/" + name).map {
        Array($0)
      }
    }
  }

  /// The strings of a JSON file: as they are, or the bytes that they are in hexadecimal.
  private static func parts(of file: [UInt8]) -> [[UInt8]] {
    guard let value = try? JSONSerialization.jsonObject(with: Data(file)) else { return [] }
    func strings(_ value: Any) -> [String] {
      switch value {
      case let text as String: [text]
      case let list as [Any]: list.flatMap(strings)
      case let object as [String: Any]:
        object.sorted { $0.key < $1.key }.flatMap { strings($0.value) }
      default: []
      }
    }
    return strings(value).map { text in bytes(text) ?? Array(text.utf8) }
  }

  private static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count >= 8, digits.count.isMultiple(of: 2) else { return nil }
    var out: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
      else { return nil }
      out.append(byte)
    }
    return out
  }

  /// What detectors and ladders read, in short.
  private static let phrases = [
    "Mira Probewald was born on 14 March 1989 and is 34 years old; two of her 3 brothers died in 1996.",
    "미라 김은 1989년 3월 14일에 태어났다. 만 서른네 살이고 월급은 3만 5천 원, 키는 5미터.",
    "Она родилась 14.03.1989 г., ей 34 года, получала 2,5 тыс. рублей; 20 рабочих и бригадир в Хесане.",
    "她于一九八九年三月十四日出生，三十四岁，月薪两万五千元，从五米高处摔下。",
    "Call +7 914 555-01-23 or mira@example.org, 43.1155 131.8855, 43°06′N 131°53′E, A123BC125.",
    "20 workers and their manager in Shanghai lived at 12 Pier Street for two and a half months.",
    "passport 999041276, card 4111 1111 1111 1111, 880101-1234567, http://example.org/a?b=c",
    "Ким Чер Су, К. Ч. Су, 김철수씨의 아버지 김영호, 金哲洙的父亲, Ж. А. Орловой",
  ]

  /// Numbers and signs on which readers stumble.
  private static let awkward: [[UInt8]] = [
    [0], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0, 0, 0, 0, 0], [0x7F, 0xFF, 0xFF, 0xFF],
    Array("-1".utf8), Array("99999999999999999999999".utf8), Array("9223372036854775807".utf8),
    Array("1e999".utf8), Array("\n\n".utf8), Array("\r".utf8), Array("---\n".utf8),
    Array("\"".utf8),
    Array("\\u0000".utf8), Array("{[".utf8), Array("&#x110000;".utf8), Array("\u{200B}".utf8),
    Array("\u{301}\u{301}".utf8), Array("２０２５年１３月".utf8), Array("만 천 백".utf8),
    Array("0000-00-00".utf8), Array("12월 32일".utf8), [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
  ]

  /// A seed with some changes.
  func next(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...32, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0 where place < bytes.count:
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
      case 3: bytes.insert(contentsOf: Self.awkward.randomElement(using: &random) ?? [], at: place)
      case 4 where place < end:
        bytes.replaceSubrange(place..<end, with: Self.awkward.randomElement(using: &random) ?? [])
      case 5:
        let other = seeds.randomElement(using: &random) ?? []
        let from = Int.random(in: 0...other.count, using: &random)
        bytes.insert(contentsOf: other[from..<min(other.count, from + 200)], at: place)
      default: bytes = Array(bytes.prefix(place))
      }
    }
    return bytes
  }
}

/// A seeded generator (SplitMix64), so that a failure can be repeated.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
