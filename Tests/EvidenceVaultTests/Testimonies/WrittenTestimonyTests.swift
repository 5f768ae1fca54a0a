import Foundation
import Storage
import Testing

@testable import Anonymity
@testable import EvidenceVault

/// What is read without the decoder is what the decoder reads.
struct WrittenTestimonyTests {
  private static let texts = [
    "", "Кошка", "고양이가 \"A\"라고", "a\\b/c\u{8}\u{C}\n\r\t", "e\u{301}\u{2028}\u{FEFF}",
    "🧭 {\"text\":\"x\"}", "\\u0041", "\u{7F}",
  ]
  /// Without a short escape; in few, for these are not read without the decoder.
  private static let rare = "\u{1}\u{1F}\u{0}"

  private func random(_ generator: inout SystemRandomNumberGenerator) -> WorkingRecord {
    func text() -> String {
      guard Int.random(in: 0..<100, using: &generator) > 0 else { return Self.rare }
      return (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Self.texts.randomElement()!
      }.joined()
    }
    func maybe<Value>(_ value: @autoclosure () -> Value) -> Value? {
      Bool.random(using: &generator) ? value() : nil
    }
    func pieces() -> [Piece] {
      (0..<Int.random(in: 0...3)).map { _ in
        Piece(text: text(), range: 0..<0, entity: maybe(text()), kind: maybe(.birthDate))
      }
    }
    return WorkingRecord(
      version: Version1(), code: Code.random(.testimony), title: pieces(),
      date: maybe("2024-05-01"), language: text(), sentences: (0..<2).map { _ in pieces() },
      consent: maybe(
        ConsentTerms(
          purposes: maybe([text(), text()]), audiences: [text()], notBefore: maybe(text()),
          expires: maybe(text()), hasConditions: .random(), withdrawn: .random())))
  }

  private func read<Value: WrittenValue>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
    Value.all([bytes])?.first
  }

  @Test func `records come out as the decoder gives them`() throws {
    var generator = SystemRandomNumberGenerator()
    var quick = 0
    for _ in 0..<500 {
      let record = random(&generator)
      let bytes = try Codec.encode(record)
      guard let known = read(WorkingRecord.self, bytes) else { continue }
      quick += 1
      #expect(try Codec.encode(known) == bytes)
      let decoded = try JSONDecoder().decode(WorkingRecord.self, from: Data(bytes))
      #expect(known.sentences == decoded.sentences && known.title == decoded.title)
      #expect(known.consent == decoded.consent && known.date == decoded.date)
    }
    #expect(quick > 100 && quick < 500)
    let summary = TestimonySummary(
      code: Code.random(.testimony), title: Self.texts[3], date: nil, language: "ru", sentences: 120
    )
    #expect(read(TestimonySummary.self, try Codec.encode(summary)) == summary)
  }

  @Test func `changed bytes are read as the decoder reads them, or not at all`() throws {
    var generator = SystemRandomNumberGenerator()
    var (same, left) = (0, 0)
    for _ in 0..<3_000 {
      var bytes = try Codec.encode(random(&generator))
      let place = Int.random(in: bytes.indices)
      switch Int.random(in: 0..<3) {
      case 0: bytes[place] = UInt8.random(in: 0...255)
      case 1: bytes.remove(at: place)
      default: bytes.insert("{}[]\",:\\ 0\u{7F}".utf8.randomElement()!, at: place)
      }
      guard let known = read(WorkingRecord.self, bytes) else {
        left += 1
        continue
      }
      same += 1
      let decoded = try JSONDecoder().decode(WorkingRecord.self, from: Data(bytes))
      #expect(try Codec.encode(known) == Codec.encode(decoded))
    }
    #expect(same > 100 && left > 100)
  }

  @Test func `spaces, other orders and unknown keys are the decoder's to read`() throws {
    let forms = [
      #"{"code":"T-000000","language":"en","sentences":3,"title":"x"}"#,
      #"{ "code":"T-000000","language":"en","sentences":3,"title":"x"}"#,
      #"{"language":"en","code":"T-000000","sentences":3,"title":"x"}"#,
      #"{"code":"T-000000","language":"en","sentences":3,"title":"x","with":1}"#,
      #"{"code":"T-000000","language":"en","sentences":3,"title":"\u0078"}"#,
    ].map { Array($0.utf8) }
    #expect(
      forms.map { read(TestimonySummary.self, $0) != nil } == [true, false, false, false, false])
    // One that is not as written takes the others with it, and all are read.
    let all = try #require(Codec.decodeAll(TestimonySummary.self, Bodies(forms.map(Optional.some))))
    #expect(all.count == 5 && Set(all.map(\.title)) == ["x"])
    #expect(Codec.decodeAll(TestimonySummary.self, Bodies([forms[0], nil])) == nil)
    for wrong in [#""sentences":03"#, #""sentences":-3"#, #""sentences":3e0"#, #""sentences":"#] {
      let text = String(decoding: forms[0], as: UTF8.self)
        .replacingOccurrences(of: #""sentences":3"#, with: wrong)
      #expect(read(TestimonySummary.self, Array(text.utf8)) == nil, "\(wrong)")
    }
  }
}
