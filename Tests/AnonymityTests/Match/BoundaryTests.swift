import Foundation
import Testing

@testable import Anonymity

@Suite struct BoundaryTests {
  @Test func `a full name needs no boundary`() {
    let known = Known("김철수", "Kim Cheolsu", "金哲洙")
    #expect(known.found("탈북민김철수씨가 #KimCheolsuFree 見金哲洙說") == ["김철수", "KimCheolsu", "金哲洙"])
  }

  @Test func `a short family name that comes last is a word of its own`() {
    let known = Known("I Kum-nyo", "An Chol-su")
    #expect(
      known.found("Kum-nyo in the South, Chol-su and his brother in the van, Chol-su").isEmpty)
    #expect(
      known.found("Kum-nyo I. Chol-su An's brother; An Chol-suFree, AnCholsu")
        == ["Kum-nyo I", "Chol-su An", "An Chol-su", "AnCholsu"])
  }

  @Test func `one letter is a name only where the text points at it`() {
    let known = Known("A", kind: .alias)
    #expect(
      known.found("A growing trend: a source, Vitamin A, A. Kim, plan A. Section (A) of A-shares")
        .isEmpty)
    #expect(
      known.found("(here “A”), \"A\" said, ‘A’ and «A» left, A씨는, A 씨는, Mr. A came, 「A」")
        == ["A", "A", "A", "A", "A", "A", "A", "A"])
  }

  @Test(arguments: [
    ("류경수", "류경수두 갔다", "류경수"), ("류경수", "류경수놈이", "류경수"), ("박성철", "박성철이처가", "박성철"),
    ("허진", "허진학생이 왔다", "허진"), ("최리", "최리대학생", "최리"), ("허진", "허진집사님께", "허진"),
    ("박성철", "박성철이네두", "박성철"), ("최명록", "최명록아바이가", "최명록"), ("리영희", "리영희오마니", "리영희"),
    ("리영희", "리영희맨치로", "리영희"), ("박성철", "박성철보위원이", "박성철"),
    ("Цой Вадим", "Цой Вадимм ушёл", "Цой Вадимм"),
    ("Pak Thae-yong", "Pak Thae-yongs", "Pak Thae-yongs"),
    ("Kim Cheolsu", "KimCheolsuFree", "KimCheolsu"), ("张美玲", "张（美玲）来了", "张（美玲）"),
    ("Ли Анна", "Была Ли Анна там?", "Ли Анна"),
  ])
  func `a name is found with what hangs on it`(name: String, text: String, found: String) {
    #expect(Known(name).found(text) == [found])
  }

  @Test func `a small word before a name is no surname, and an aspirated letter no initial`() {
    #expect(Known("Ли Анна").found("Была ли Анна там? веришь ли Анне").isEmpty)
    #expect(Known("ли анна").found("ли анна") == ["ли анна"])
    let pak = [
      KnownIdentifier(entity: EntityID(raw: "e"), kind: .name, text: "Pak T.", reason: .initials)
    ]
    func found(_ text: String) -> Int { Matcher(pak).matches(in: Array(text.utf8)).count }
    #expect(found("Pak T'ae-yong, Pak T’ae, Pak T'aeyong") == 0)
    #expect(found("Pak T. came; Pak T's house") == 2)
  }

  @Test func `what follows an initial goes with it, and the full stop where the sentence goes on`()
  {
    let known = [
      KnownIdentifier(
        entity: EntityID(raw: "e"), kind: .name, text: "Hohlov A.", reason: .initials)
    ]
    func covered(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      return Matcher(known).cover(in: bytes).map {
        String(decoding: bytes[$0.range], as: UTF8.self)
      }
    }
    #expect(
      covered(
        "Hohlov A. Y., 1968; Hohlov A.Y. left; Hohlov A. Y. K. Then Hohlov A. He left. Hohlov A.")
        == ["Hohlov A. Y.", "Hohlov A.Y.", "Hohlov A. Y. K", "Hohlov A", "Hohlov A"])
  }

  @Test func `a town and an employer are called shortly and fully`() {
    func covered(_ name: String, _ kind: KnownIdentifier.Kind, _ text: String) -> [String] {
      let bytes = Array(text.utf8)
      return Known(name, kind: kind).matcher.cover(in: bytes).map {
        String(decoding: bytes[$0.range], as: UTF8.self)
      }
    }
    #expect(
      covered("혜산", .place, "혜산시에서, 혜산읍에서, 혜산역, 혜산은, 혜산시내는")
        == ["혜산시", "혜산읍", "혜산역", "혜산", "혜산시내"])
    #expect(covered("Hyesan", .place, "in Hyesan-si, Hyesan") == ["Hyesan-si", "Hyesan"])
    #expect(
      covered("ООО «Примлес»", .employer, "ООО «Примлес», ООО \"Примлес\" и «Примлес», Примлес")
        == [
          "ООО «Примлес»", "ООО \"Примлес\"", "Примлес", "Примлес",
        ])
    #expect(covered("ООО Юг", .employer, "на юг").isEmpty)
  }

  @Test(arguments: [
    ("Reed", "They agreed to that."), ("수영", "수영장에서 수영했다"), ("수영", "무수영이"), ("Иван", "диванами"),
    ("Ali", "all of them"), ("Pak", "врач нашёл рак лёгких"), ("Soin", "so in the end"),
    ("Isan", "there is an end"),
    ("Shell", "she'll go"), ("Cant", "I can't"), ("Don", "I don't"),
    ("An", "an apple, An-na, JoAn"), ("Kim Il", "Kim 11"),
    ("이수영", "이 수영장은 크다"), ("이수영", "아이 수영 교실"), ("이하나", "사람이 하나 있다"), ("김", "김치와 김밥"),
    ("Ho", "Но он пришёл"),
    ("수진", "이수진이"), ("Jo", "Jo-Ann"), ("Kim", "Kimberly akim"), ("王一", "王1"), ("Lim", "Iim"),
    ("Kim", "Kirn"),
    ("이안", "이 안에 있다"), ("Ma In", "the main thing"), ("So On", "SOON"), ("김철", "김 철도청"),
  ])
  func `a false friend is left alone`(_ name: String, _ text: String) {
    #expect(Known(name).found(text).isEmpty)
  }

  @Test(arguments: [
    ("Reed", "Reed's"), ("Reed", "(reed)"), ("Reed", "리드Reed는"), ("수영", "수영이가 왔다"),
    ("수영", "'수영'이라고"), ("수영", "수영아!"),
    ("수영", "수영씨한테서는"), ("수영", "수영 언니"), ("수영", "수영이네"), ("Иван", "—Иван,"), ("An", "Mr. An said"),
    ("김", "성은 김, 이름은"),
    ("Cholsu", "Chol-su"), ("Cholsu", "Chol su"), ("Yuna", "Yu-na"), ("Yuna", "Yu Na"),
    ("Kim", "Ki-\nm"), ("Kim", "K.I.M."), ("Kim", "КIМ"), ("李明", "找李明说"),
    ("Ma In", "MaIn's"), ("Kim Chol", "Kimchol"), ("이안", "이 안 씨가"), ("철수", "철수네는"),
    ("김철수", "탈북민김 철수씨가"), ("M12345", "m 12345"), ("이안", "이안이는"), ("김철", "김 철이"), ("Kil", "KiI"),
    ("Kim", "K\u{200D}im1"), ("Kim", "씨Kim님"),
    ("Lee", "Lee²"), ("철수", "철수¹는"),
  ])
  func `a short name is found between boundaries`(_ name: String, _ text: String) {
    #expect(!Known(name).found(text).isEmpty)
  }

  @Test func `a number has no digit beside it`() {
    let known = Known([("1234567", .document), ("4821", .code), ("M0123456", .document)])
    #expect(
      known.found("11234567 12345678 14821 48210 3.4821 4821,5 M01234567 AM0123456").count == 1)
    #expect(known.found("№ М0123456, MO123456").count == 2)
    #expect(known.found("1234567; 123-45-67, (4821) code:4821. m 0123456").count == 5)
  }

  @Test func `a phone of another country with the same ending is another phone`() {
    let known = Known("+7 914 555 01 23", kind: .phone)
    for text in [
      "8 914 555-01-23", "+79145550123", "007 914 5550123", "8(914)5550123", "9145550123",
      "8-10-7-914-555-01-23",
    ] {
      #expect(known.found("тел. \(text), да").count >= 1, "\(text)")
      #expect(
        known.redacted("тел. \(text), да") == "тел. [], да" || text.hasPrefix("00")
          || text.hasPrefix("8-10"), "\(text)")
    }
    #expect(known.found("49145550123 59145550123456 91455501234").isEmpty)
  }

  @Test(arguments: [
    "1989-03-14", "14.03.1989", "14.3.1989", "14 March 1989", "March 14th, 1989", "14 Mar. 1989",
    "1989년 3월 14일", "1989年3月14日", "14 марта 1989 г.",
    "１９８９．３．１４", "一九八九年三月十四日", "3/14/1989", "14/03/1989", "19890314", "890314-1234567", "89.03.14",
    "the 14th of March, 1989", "1989 . 3 . 14",
  ])
  func `a birth date is found as people write it`(_ written: String) {
    let known = Known("1989-03-14", kind: .birthDate)
    #expect(!known.found("born \(written), there").isEmpty)
    #expect(known.found("198931.4 and 1989-03-141 and 14 April 1989 and 1989-3-15").isEmpty)
  }

  @Test(arguments: [
    "minsu.kim@example.com", "MINSU.KIM＠EXAMPLE．COM", "minsu.kim (at) example.com",
    "minsu.kim at example dot com", "minsu.\nkim@example.com",
  ])
  func `an address is found`(_ written: String) {
    #expect(!Known("minsu.kim@example.com", kind: .email).found("mail \(written) now").isEmpty)
  }

  @Test func `the bracket of an area code goes with the number`() {
    let known = Known("010-1234-5678", kind: .phone)
    #expect(known.redacted("전화 (010)1234-5678, (집 010 1234 5678)") == "전화 [], (집 [])")
  }

  @Test func `one spelling of two people names both`() {
    let known = Known("김철수", "김철수", "Kim Chol-su")
    let found = known.matcher.matches(in: Array("김철수는 KIM CHOL SU".utf8))
    #expect(found.map(\.identifiers) == [[0, 1], [2]])
  }

  @Test func `a shorter match never hides a longer one`() {
    let known = Known("Kim Chol", "Chol-su Park", "Park")
    let text = Array("I saw Kim Chol-su Park's house".utf8)
    let spans = known.matcher.cover(in: text)
    #expect(spans.count == 1)
    #expect(spans.map { String(decoding: text[$0.range], as: UTF8.self) } == ["Kim Chol-su Park"])
    #expect(spans.map { String(decoding: text[$0.tail], as: UTF8.self) } == ["'s"])
    #expect(spans.first?.matches.count == 3)
  }

  @Test(arguments: [
    ("김철수씨는 갔다", "씨는"), ("김철수 씨는", " 씨는"), ("김철수가", "가"), ("김철수이가", "이가"), ("김철수께서도", "께서도"),
    ("김철수선생님에게서는", "선생님에게서는"),
    ("김철수였다.", "였다"), ("김철수라고", "라고"), ("김철수가방", ""), ("김철수 씨앗", ""), ("김철수", ""),
    ("김철수씨는".decomposedStringWithCanonicalMapping, "씨는".decomposedStringWithCanonicalMapping),
    ("김철수\u{200B}씨는", "씨는"), ("김철수와의", "와의"), ("김철수까지만도", "까지만도"), ("김철수,", ""),
  ])
  func `a Korean tail is told from the rest of a word`(_ text: String, _ tail: String) {
    let known = Known("김철수")
    #expect(known.tails(text).map { Array($0.utf8) } == [Array(tail.utf8)])
  }

  @Test func `an English possessive is a tail`() {
    #expect(
      Known("Kim Cheolsu").tails("Kim Cheolsu's, Kim Cheolsu’s; Kim Cheolsu'sun Kim Cheolsuʼs") == [
        "'s", "’s", "", "ʼs",
      ])
  }

  @Test func `what is not UTF-8 hides nothing and stops nothing`() {
    let known = Known("Kim Cheolsu", "김철수")
    let bad: [[UInt8]] = [
      [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0x80, 0x80],
    ]
    for bytes in bad {
      #expect(
        known.found(bytes: bytes + Array("Kim".utf8) + bytes + Array("Cheolsu".utf8) + bytes).count
          == 1)
      #expect(known.found(bytes: Array("김철".utf8) + bytes + Array("수".utf8) + bytes).count == 1)
      #expect(known.found(bytes: bytes).isEmpty)
    }
    #expect(known.found("").isEmpty)
    #expect(Matcher([]).matches(in: Array("Kim".utf8)).isEmpty)
    #expect(Known("", "...", "\u{200B}").found("... \u{200B}").isEmpty)
  }

  @Test func `replacing the covered spans leaves exactly the rest`() {
    let known = Known("Kim Cheolsu", "김철수")
    #expect(
      known.redacted("a Ki\u{301}m\u{200B}Cheolsu\u{301}\u{FE0F} b 김철수씨는 c\u{301}Kim Cheolsu")
        == "a [] b [] c\u{301}[]")
    #expect(known.redacted("(김철수)는 “Kim, Cheolsu”.") == "([])는 “[]”.")
  }

  @Test(arguments: [
    ("Kim Chol-su, Kim Chol-su and he", "[], [] and he"),
    ("Kim Chol-su, Kim Yong-ho, Kim Song-i.", "[], [], []."),
    ("said Chol-su. Kim Chol-su's bag", "said []. []'s bag"),
    ("(Kim Chol-su) Kim Yong-ho!", "([]) []!"), ("Kim Chol-su\nKim Yong-ho\n", "[]\n[]\n"),
    ("Kim Chol-su Kim Yong-ho", "[] []"), ("born 9 May 1989 (9/5/1989)", "born [] ([])"),
    ("Chol-su Kim, Kim Chol-su", "[], []"), ("Chol-su, Kim", "[]"),
    ("Yong-ho Chol-su", "Yong-ho []"),
  ])
  func `names in a row are replaced one by one`(_ text: String, _ redacted: String) {
    let known = Known([
      ("Kim Chol-su", .name), ("Chol-su", .alias), ("Kim Yong-ho", .name), ("Kim Song-i", .name),
      ("1989-05-09", .birthDate),
    ])
    #expect(known.redacted(text, keepTail: true) == redacted)
  }

  @Test func `a name in pieces stays one name though its pieces are known`() {
    let known = Known("Kim Chol Su", "Kim", "Chol Su")
    #expect(known.redacted("saw Kim Chol Su, Kim, Chol Su go") == "saw [], [] go")
  }

  @Test func `words behind a comma are no family name unless they look like one`() {
    let known = Known("An Mi-kyong", "Mi-kyong")
    #expect(known.redacted("An Mi-kyong, an official") == "[], an official")
    #expect(known.redacted("Mi-kyong, An said") == "[] said")
    #expect(known.redacted("mi-kyong, an said") == "[] said")
    #expect(Known("Mi-kyong An").redacted("MI-KYONG, AN") == "[]")
  }

  @Test func `an account's name is a word of its own`() {
    let known = Known("@mikyung_a", kind: .handle)
    #expect(known.redacted("Mikyung. An hour") == "Mikyung. An hour")
    #expect(known.redacted("@mikyung_a, mikyunga, @mikyung_a에게") == "@[], [], @[]")
  }

  @Test func `a hit that stays in the text vouches for none that goes`() {
    let known = Known([("Kim Chol", .place), ("Chol, Su", .name), ("Su Bridge", .place)])
    let text = Array("at Kim Chol, Su Bridge".utf8)
    #expect(known.matcher.cover(in: text).count == 2)
    let spans = known.matcher.cover(in: text) { $0 == 1 }
    #expect(spans.map { String(decoding: text[$0.range], as: UTF8.self) } == ["Chol, Su"])
  }
}
