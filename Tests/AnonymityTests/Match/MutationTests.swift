import Foundation
import Testing

@testable import Anonymity

/// A small seeded generator (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct MutationTests {
  static let invisible = [
    "\u{200B}", "\u{200D}", "\u{200C}", "\u{AD}", "\u{2060}", "\u{FE0F}", "\u{34F}", "\u{202A}",
    "\u{2066}", "\u{E0061}",
    "\u{3164}", "\u{FEFF}", "\u{61C}", "\u{180E}", "\u{1}",
  ]
  static let separators = [
    " ", "-", "‑", "–", "_", "·", "\u{A0}", "\u{3000}", "\n", "\r\n", "\n> ", " -\n", "\u{2028}",
    ".", "’", "\t",
    "・", "\u{2009}", "*", "  ", ", ",
  ]
  static let lookalikes: [Character: String] = [
    "a": "а", "e": "е", "o": "оο", "c": "сⅽ", "p": "р", "i": "іι", "k": "к", "s": "ѕ", "h": "һ",
    "y": "у", "K": "КΚ",
    "C": "СϹ", "P": "Р", "A": "АΑ", "H": "НΗ", "O": "О0Ο", "S": "Ѕ", "а": "a", "о": "oο", "с": "c",
    "р": "p", "е": "e",
    "К": "K",
  ]
  static let plants: [(name: String, words: [String], tails: [String])] = [
    ("김철수", ["김", "철수"], ["", "씨는", "이가", "께서", "에게서는", " 씨를", "였다", "동무와", "은커녕"]),
    ("남궁민수", ["남궁", "민수"], ["", "가", "선생님께", "라고", "한테도"]),
    ("Kim Chol-su", ["Kim", "Chol", "su"], ["", "'s", "’s", "씨는"]),
    ("Ivan Reedham", ["Ivan", "Reedham"], ["", "'s"]),
    ("Орлов Павел Сергеевич", ["Орлов", "Павел", "Сергеевич"], [""]),
    ("金哲洙", ["金", "哲洙"], ["", "说", "先生"]),
    ("欧阳小明", ["欧阳", "小明"], ["", "的"]),
  ]
  static let frames: [(String, String)] = [
    ("", ""), ("어제 ", " 만났다"), ("They met ", " at night."), ("(", ")"), ("Он видел ", ", да."),
    ("昨天", "。"), ("「", "」"),
    ("\n- ", "\n"), ("#", " x"), ("\u{FFFD}", "\u{FFFD}"),
  ]

  /// One letter in another form.
  static func mutate(_ c: Character, _ g: inout SeededGenerator, lookalike: Bool) -> String {
    let text = String(c)
    guard let scalar = text.unicodeScalars.first else { return text }
    let isASCII = scalar.isASCII && c.isLetter
    switch Int.random(in: 0..<10, using: &g) {
    case 0: return text.uppercased()
    case 1: return text.lowercased()
    case 2: return text.decomposedStringWithCanonicalMapping
    case 3 where isASCII:
      return Unicode.Scalar(scalar.value + 0xFEE0).map { String(Character($0)) } ?? text
    case 4 where isASCII:
      let base: UInt32 = c.isUppercase ? 0x1D400 - 0x41 : 0x1D41A - 0x61
      return Unicode.Scalar(scalar.value + base).map { String(Character($0)) } ?? text
    case 5 where c.isLetter && FoldTable.shared.traits(scalar.value).script.isAlphabetic:
      return text + ["\u{301}", "\u{308}", "\u{327}", "\u{20DD}"][Int.random(in: 0..<4, using: &g)]
    case 6 where lookalike:
      return lookalikes[c]?.randomElement(using: &g).map { String($0) } ?? text
    default: return text
    }
  }

  static func written(_ words: [String], _ g: inout SeededGenerator) -> String {
    var out = ""
    for (i, word) in words.enumerated() {
      if i > 0, Int.random(in: 0..<4, using: &g) > 0 {
        out += separators.randomElement(using: &g) ?? ""
      }
      for (j, c) in word.enumerated() {
        if i + j > 0, Int.random(in: 0..<6, using: &g) == 0 {
          out += invisible.randomElement(using: &g) ?? ""
        }
        out += mutate(c, &g, lookalike: j > 0)
      }
    }
    return out
  }

  @Test func `no planted name survives any mixture of disguises`() {
    var g = SeededGenerator(state: 20_240_501)
    let known = Known(Self.plants.map { ($0.name, .name) })
    for round in 0..<6000 {
      guard let plant = Self.plants.randomElement(using: &g),
        let frame = Self.frames.randomElement(using: &g)
      else { return }
      let isTurned = plant.words[0].count > 2 && Bool.random(using: &g)
      let words = isTurned ? Array(plant.words[1...]) + [plant.words[0]] : plant.words
      let name = Self.written(words, &g)
      let tail = plant.tails.randomElement(using: &g) ?? ""
      let text = Array((frame.0 + name + tail + frame.1).utf8)
      let start = frame.0.utf8.count
      let spans = known.matcher.cover(in: text)
      let isCovered = spans.contains {
        $0.range.lowerBound == start && $0.range.upperBound == start + name.utf8.count
      }
      #expect(
        isCovered,
        "round \(round): \(String(decoding: text, as: UTF8.self)) \(name.unicodeScalars.map { String($0.value, radix: 16) })"
      )
    }
  }

  @Test func `no planted number survives any mixture of disguises`() {
    var g = SeededGenerator(state: 7)
    let known = Known([
      ("+82 10-2345-6789", .phone), ("1989-03-14", .birthDate), ("AB1234567", .document),
    ])
    let zeros: [UInt32] = [0x30, 0xFF10, 0x660, 0x6F0, 0x966, 0x1D7CE, 0x1D7F6]
    for (listed, prefixes) in [
      ("1023456789", ["0", "+82", "82 ", "+82 (0)", "0082-", ""]), ("19890314", [""]),
    ] {
      for _ in 0..<1500 {
        let zero = zeros.randomElement(using: &g) ?? 0x30
        var text = prefixes.randomElement(using: &g) ?? ""
        for (i, c) in listed.enumerated() {
          if i > 0, [2, 4, 6].contains(i), Bool.random(using: &g) {
            text += ["-", " ", ".", "\n", "–", "/"].randomElement(using: &g) ?? ""
          }
          if i > 0, Int.random(in: 0..<8, using: &g) == 0 {
            text += Self.invisible.randomElement(using: &g) ?? ""
          }
          let digit = UInt32(c.wholeNumberValue ?? 0)
          text += Unicode.Scalar(zero + digit).map { String(Character($0)) } ?? ""
        }
        let found = known.redacted("전화 \(text)로")
        #expect(found == "전화 []로" || found == "전화 []", "\(text): \(found)")
      }
    }
  }
}
