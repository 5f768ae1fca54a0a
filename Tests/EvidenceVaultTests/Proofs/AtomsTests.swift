import Sealing
import Testing

@testable import EvidenceVault

struct AtomsTests {
  private func cut(_ text: String) -> [String] {
    Atoms.cut(text).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a word goes with the space behind it, and a wide character stands alone`() {
    #expect(
      cut("The gate  closed.\n\nAt nine") == ["The ", "gate  ", "closed.\n\n", "At ", "nine"])
    #expect(cut(" said") == [" ", "said"])
    #expect(cut("저는 공장에서") == ["저는 ", "공장에서"])
    #expect(cut("我們等。So") == ["我", "們", "等", "。", "So"])
    #expect(cut("等\u{3000}到") == ["等\u{3000}", "到"])
    #expect(cut("") == [])
    #expect(cut("e\u{301}\r\n") == ["e\u{301}\r\n"])
  }

  @Test func `a mention is one atom whatever its length, and all atoms are the text`() {
    func text(_ name: String) -> ProofText {
      let body = Array("Then \(name) said no. We left.".utf8)
      let end = 5 + name.utf8.count
      let pieces = [
        [
          Piece(text: "Then ", range: 0..<5),
          Piece(text: "witness A", range: 5..<end, kind: .name),
          Piece(text: " said no. ", range: end..<(end + 10)),
        ], [Piece(text: "We left.", range: (end + 10)..<body.count)],
      ]
      let text = ProofText(pieces, showing: [0], of: body)
      #expect(text.atoms.flatMap { $0 } == body)
      return text
    }
    let (short, long) = (text("An Li"), text("Anneliese Maria\nWolkenstein Probewald"))
    #expect(short.atoms.count == 7 && long.atoms.count == 7)
    #expect(short.disclosed == [0, 2, 3, 4] && long.disclosed == short.disclosed)
    #expect(long.parts.map(\.at) == [0, 1, 2])
  }

  @Test func `a particle that was made anew is hidden also where it is the same`() {
    let body = Array("김철수 (42)는 왔다".utf8)
    func piece(_ words: String, _ from: Int, fitted: Bool = false, kind: MentionKind? = nil)
      -> Piece
    {
      Piece(text: words, range: from..<(from + words.utf8.count), kind: kind, isFitted: fitted)
    }
    let text = ProofText(
      [
        [
          Piece(text: "탈북민 A씨", range: 0..<9, kind: .name), piece(" (42)", 9),
          piece("는", 14, fitted: true), piece(" 왔다", 17),
        ]
      ], showing: [0], of: body)
    #expect(text.parts.map(\.label) == ["탈북민 A씨", nil, "는", nil])
    #expect(text.atoms.flatMap { $0 } == body)
  }

  @Test func `what would not be seen is left out, with a mark`() {
    let body = Array("We saw Orla go. We ran. It rained.".utf8)
    let pieces = [
      [
        Piece(text: "We saw ", range: 0..<7), Piece(text: " ", range: 7..<12, kind: .name),
        Piece(text: "go. ", range: 12..<16),
      ], [Piece(text: "We ran. ", range: 16..<24)], [Piece(text: "It rained.", range: 24..<34)],
    ]
    let shown = pieces.shown([0, 2], of: body)
    #expect(shown.map { $0.map(\.text).joined() } == ["We saw […] go. ", "[…] It rained."])
    let text = ProofText(pieces, showing: [0, 2], of: body)
    #expect(text.parts.compactMap(\.words) == ["We saw ", "go. ", "It rained."])
  }
}
