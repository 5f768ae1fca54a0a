import Testing

@testable import Anonymity

@Suite struct AnyNameTests {
  private func name(_ ranges: [ClosedRange<UInt32>], _ length: Int, _ g: inout SeededGenerator)
    -> String
  {
    var out = ""
    for _ in 0..<length {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &g)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &g)) {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  @Test func `any Hangul after a family name has variants in every script`() {
    var g = SeededGenerator(state: 1)
    for _ in 0..<500 {
      let text = "김" + name([0xAC00...0xD7A3], Int.random(in: 1...4, using: &g), &g)
      let variants = KoreanVariants.of(text)
      for reason in [Variant.Reason.revised, .cyrillic, .katakana] {
        #expect(variants.contains { $0.reason == reason }, "\(text)")
      }
      #expect(variants.count <= 400)
    }
  }

  @Test func `no text is too strange`() {
    var g = SeededGenerator(state: 2)
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x2F, 0x1100...0x11FF, 0xAC00...0xD7A3, 0x4E00...0x9FFF, 0x41...0x7A, 0x300...0x310,
      0xF900...0xFAFF, 0x10000...0x10FFF,
    ]
    for _ in 0..<1500 {
      let text = name(ranges, Int.random(in: 0...7, using: &g), &g)
      #expect(KoreanVariants.of(text).count <= 400)
      #expect(HanVariants.of(text).count <= 1000)
      #expect(KoreanCandidates.of(latin: text).count <= KoreanCandidates.limit)
    }
    for _ in 0..<300 {
      let latin = name([0x61...0x7A, 0x61...0x7A, 0x41...0x5A, 0x27...0x2D], 14, &g)
      #expect(KoreanCandidates.of(latin: latin).count <= KoreanCandidates.limit)
      let han = name([0x4E00...0x9FFF], Int.random(in: 2...5, using: &g), &g)
      #expect(HanVariants.of(han).count <= 1000)
    }
  }
}
