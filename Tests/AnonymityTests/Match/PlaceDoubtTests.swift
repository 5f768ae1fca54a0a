import Foundation
import Testing

@testable import Anonymity

/// What is there letter by letter and may still be another thing: doubtful, and never lost.
struct PlaceDoubtTests {
  @Test(arguments: [
    "14 March 1989 was a Tuesday", "on 1989-03-14 they left", "1989년 3월 14일에 떠났다",
    "14.03.1989 уехали",
    "1989年3月14日他们走了", "no stillborn hope. \n 14 March 1989", "890314-12",
  ]) func `a date alone is no birth date for sure`(_ text: String) {
    #expect(Known("1989-03-14", kind: .birthDate).judged(text).allSatisfy { $0.hasSuffix("?") })
    #expect(!Known("1989-03-14", kind: .birthDate).judged(text).isEmpty)
  }

  @Test(arguments: [
    "She was born in Chongjin on 14 March 1989", "DOB: 1989-03-14", "생년월일 1989.3.14",
    "1989년 3월 14일생",
    "родилась 14 марта 1989", "14.03.1989 г.р.", "Дата рождения: 14.03.1989", "出生于1989年3月14日",
    "1989年3月14日出生", "(b. 14 March 1989)", "890314-1234567", "1989年3月14日生",
  ]) func `a date that words call a birth date is one`(_ text: String) {
    let judged = Known("1989-03-14", kind: .birthDate).judged(text)
    #expect(judged.contains { !$0.hasSuffix("?") }, "\(judged)")
  }

  @Test(arguments: [
    ("В.А.Жуковский пришёл", "А.Жуковский?"), ("В. А. Жуковский", "А. Жуковский?"),
    ("Жуковский А. И. пришёл", "Жуковский А. И.?"), ("А.Жуковский", "А.Жуковский"),
    ("Жуковский А. пришёл", "Жуковский А."), ("село. А. Жуковский", "А. Жуковский"),
    ("к В. Орлову, А. Жуковский", "А. Жуковский"), ("v.a.zhukovskij А. Жуковский", "А. Жуковский"),
    ("в.а.жуковский", "а.жуковский?"),
  ]) func `an initial beside another one may be somebody else's`(_ text: String, _ hit: String) {
    let known = KnownIdentifier(
      entity: EntityID(raw: "1"), kind: .name, text: "Жуковский А.", reason: .initials)
    let bytes = Array(text.utf8)
    let judged = Matcher([known]).matches(in: bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self) + ($0.doubtful.isEmpty ? "" : "?")
    }
    #expect(judged == [hit])
  }

  @Test(arguments: [
    ("데이터 가져오기용으로", "오기용?"), ("탈북민오기용씨가", "오기용"), ("탈북민오기용이", "오기용"), ("어제오기용씨를", "오기용"),
    ("어제오기용을", "오기용?"), ("#오기용", "오기용"), ("A오기용", "오기용"), ("오기용으로", "오기용"),
    ("아버지오기용", "오기용"),
    ("탈북민오기용".decomposedStringWithCanonicalMapping, "오기용".decomposedStringWithCanonicalMapping),
  ]) func `a Korean name inside a word needs a word that shows it`(_ text: String, _ hit: String) {
    #expect(Known("오기용").judged(text).map { Array($0.utf8) } == [Array(hit.utf8)])
  }

  @Test func `a longer Korean name needs nothing`() {
    #expect(Known("남궁민수").judged("어제남궁민수를") == ["남궁민수"])
  }

  @Test(arguments: [
    ("They saw Kim. Chol-su left.", "Kim. Chol-su?"), ("Kim.  Chol-su", "Kim.  Chol-su?"),
    ("Kim.\nChol-su", "Kim.\nChol-su?"), ("Kim.Chol-su", "Kim.Chol-su"),
    ("Kim, Chol-su", "Kim, Chol-su"),
    ("K. Chol-su", "K. Chol-su"), ("김. 철수", "김. 철수?"), ("Kim! Chol-su", "Kim! Chol-su?"),
    ("Kim?” Chol-su", "Kim?” Chol-su?"), ("김！철수", "김！철수?"), ("Kim; Chol-su", "Kim; Chol-su"),
    ("Kim\nChol-su", "Kim\nChol-su"),
  ]) func `the end of a sentence parts two`(_ text: String, _ hit: String) {
    #expect(Known("Kim Chol-su", "K Chol-su", "김철수").judged(text) == [hit])
  }

  @Test func `what is sure of one is sure though it is doubtful of another`() {
    let known = Known([("1989-03-14", .birthDate), ("19890314", .document)])
    let matches = known.matcher.matches(in: Array("no. 19890314".utf8))
    #expect(matches.map(\.identifiers) == [[0, 1]])
    #expect(matches.map(\.doubtful) == [[0]])
    #expect(matches.map { $0.tier(of: 0, listed: .t1) } == [.t2])
    #expect(matches.map { $0.tier(of: 1, listed: .t1) } == [.t1])
  }
}
