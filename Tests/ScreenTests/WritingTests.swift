import Foundation
import Testing

@testable import Screen

@Suite struct WritingTests {
  @Test(arguments: [
    "김철수", "탈북민김철수씨", "김 철 수", "김-철-수", "김\n철수", "김\u{200B}철\u{00AD}수", "철수 김", "김.철.수",
    "ㄱㅣㅁㅊㅓㄹㅅㅜ", "\u{1100}\u{1175}\u{11B7}\u{110E}\u{1165}\u{11AF}\u{1109}\u{116E}",
    "김²철수", "김[1]철수", "김<sup>1</sup>철수", "김철수가", "#김철수구출", "ﾡￜﾱﾺￆﾩﾵￓ",
  ])
  func `a Korean name is found however it is written`(_ text: String) {
    #expect(finds(screen("김철수"), "그날 \(text) 보았다."))
  }

  @Test(arguments: ["김영준", "김영준의원", "영주시 김밥"])
  func `a Korean name is not found inside another`(_ text: String) {
    #expect(passes(screen("김영주"), text))
  }

  @Test(arguments: [
    ("독고민", "그는 알코올 중독 고민이 컸다."), ("황보석", "당황 보석을"), ("임현우", "오늘 모임 현우회가"),
    ("여운학", "여운 학살 현장"), ("최강일", "최강 일꾼이 되였다"), ("한마음", "북한 마음에 안 든다"),
    ("안나영", "그동안 나영희를 만났다"),
  ])
  func `a Korean name is not put together from the ends of two words`(name: String, text: String) {
    #expect(passes(screen(name), text))
  }

  @Test(arguments: ["그날남궁 혜진이", "남궁 혜진살", "탈북민남 궁혜진이"])
  func `four syllables are found within words, too`(_ text: String) {
    #expect(finds(screen("남궁혜진"), text))
  }

  @Test(arguments: ["독고 민이", "독 고민에게", "그 독고 민 씨", "독\n고민은", "탈북민독고민이", "중독고민이"])
  func `a Korean name with a space of somebody's own is found`(_ text: String) {
    #expect(finds(screen("독고민"), text))
  }

  @Test(arguments: [
    "철수가 왔다", "우리 철수는", "(철수)", "철 수는 왔다", "철\n수 왔다", "철수",
  ])
  func `a given name of two syllables is found where a word begins`(_ text: String) {
    #expect(finds(screen("철수"), text))
  }

  @Test(arguments: ["이 수치는 높다", "그것이. 수는 많다", "원이수가"])
  func `two syllables are not put together from two words`(_ text: String) {
    #expect(passes(screen("이수"), text))
  }

  @Test(arguments: [
    "Kim Chol-su", "KIM CHOL SU", "Chol-su Kim", "kimcholsu", "Kim, Chol-su", "ＫＩＭ Chol‑su",
    "𝐊𝐢𝐦 𝒞hol-su", "Кim Сhоl-su", "K\u{0301}im Chol-su", "Kim\u{200D} Chol\u{2060}su",
    "Kim Chol-\nsu", "#KimCholSuFree", "Kirn Chol-su", "K.i.m C.h.o.l s.u", "🅺🅸🅼 Chol-su",
    "🇰🇮🇲 Chol-su", "ᴋɪᴍ ᴄʜᴏʟ sᴜ", "Ⓚim Chol-su", "Kim Cho1-su", "Kim Ch0l-su",
    "\u{E004B}\u{E0069}\u{E006D}\u{E0043}\u{E0068}\u{E006F}\u{E006C}\u{E0073}\u{E0075}",
    "\u{202E}us-lohC miK\u{202C}",
  ])
  func `a Latin name is found however it is written`(_ text: String) {
    #expect(finds(screen("Kim Chol-su"), "We met \(text), there."))
  }

  @Test(arguments: [
    "Kim", "KIM", "Kim's", "the Kims", "toKimSaid", "KIMsaid", "Kim은", "Kim2024", "Ki-\nm",
    "K i m", "K-I-M", "Ki*m", "Ki\u{00AD}m", "Кim", "_Kim_", "Kiḿ",
  ])
  func `a short Latin name is found as a word`(_ text: String) {
    #expect(finds(screen("Kim"), "a \(text) b"))
  }

  @Test(arguments: [
    "agreed", "kimono", "Eskimo", "skim", "a ki mono",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=", "xK4fKimF9aQz7RtWv2Lp8Ny3",
  ])
  func `a short Latin name is not found inside a word or a hash`(_ text: String) {
    #expect(passes(screen("Kim", "Reed"), text))
  }

  @Test func `short names are not put together from ordinary words`() {
    let prose = "As a rule, in a town once-in-a-lifetime and/or to a T; is a man, an aim, I van."
    #expect(passes(screen("Asa", "Ina", "Andor", "Toa", "Isa", "Ivan"), prose))
  }

  @Test(arguments: [
    "Нина Орлова", "НИНА ОРЛОВА", "Орлова Нина", "Hинa Opлoвa", "HИHA OPЛOBA", "нина орлова",
  ])
  func `a Russian name is found in either case and in Latin look-alikes`(_ text: String) {
    #expect(finds(screen("Нина Орлова"), "Это \(text), да."))
  }

  @Test(arguments: [
    ("Ким Чхольсу", "ким чхоль су", true), ("Ким Чхольсу", "киМ чХОЛЬ сУ", true),
    ("Ким Чхольсу", "Ким ЧХоль су", true), ("Чхольсу Ким", "ким чхоль су", true),
    ("Ким Чхольсу", "Кuм Чхоль су", false),
    ("Ким Чхольсу", "ким чх ольсу", false), ("Так Ина", "Так И на", true),
    ("Так Ина", "Так И На", true), ("Так Ина", "так и на", false), ("Так Ина", "Так и на", false),
  ])
  func `a Korean name in Cyrillic is found in three words, where these are no words of Russian`(
    _ name: String, _ text: String, _ isFound: Bool
  ) {
    let screen = Screen(needles: [Needle(id: 0, kind: .spelling, text: name)])
    #expect(leaks(screen, "Это \(text), да.").isEmpty != isFound)
  }

  @Test(arguments: [
    ("王小明", "见到王小明了"), ("王小明", "小明王"), ("劉國強", "刘国强说"), ("刘国强", "劉 國 強"),
    ("田中", "タナカ田中さん"), ("タナカ ケン", "たなかけん"), ("王明", "王明说"),
    ("Łukasz", "Lukasz"), ("Müller", "MULLER"), ("Weiß Jürgen", "WEISS JURGEN"),
    ("Đặng Thị", "Dang Thi"), ("İsmail", "ismail"), ("محمد علي", "ومحمد علي"),
  ])
  func `names of other languages are found`(_ name: String, _ text: String) {
    #expect(finds(screen(name), text))
  }

  @Test func `two Han characters are not put together from two sentences`() {
    #expect(passes(screen("金正"), "没有资金。正在等待"))
  }

  @Test(arguments: [
    "+7 914 555-01-23", "8 (914) 555 01 23", "79145550123", "+7.914.555.01.23", "555-01-23",
    "٧٩١٤٥٥٥٠١٢٣", "＋７９１４５５５０１２３", "7914555\u{200B}0123", "⑦⑨①④⑤⑤⑤⓪①②③", "tel:+79145550123",
    "七九一四五五五〇一二三", "7914555\u{3164}01\u{61C}2\u{3164}3",
  ])
  func `a telephone number is found in every form`(_ text: String) {
    #expect(finds(screen("+7 914 555-01-23", kind: .number), "call \(text) now"))
  }

  @Test(arguments: ["555012", "5550124", "55501234", "555 apples 01 23", "1989"])
  func `other digits are not a number`(_ text: String) {
    #expect(passes(screen("+7 914 555-01-23", kind: .number), "the \(text) then"))
  }

  @Test(arguments: [("812345", false), ("123458", false), ("12 345", true), ("AB12345C", true)])
  func `a short number is found where no digit touches it`(_ text: String, _ isThere: Bool) {
    #expect(finds(screen("AB 12345", kind: .number), "no. \(text), valid") == isThere)
  }

  @Test(arguments: [
    "minsu.nam@example.org", "minsu.nam at example.org", "minsu dot nam at example dot org",
    "minsu.nam at example dot org", "minsu dot nam at example.org", "minsu.nam@example dot org",
    "minsu dot nam@example.org",
  ])
  func `the signs of an address are said in either half, or in both`(_ text: String) {
    #expect(finds(screen("minsu.nam@example.org", kind: .address), "write \(text) now"))
  }

  @Test(arguments: ["1989-03-14", "14.03.1989", "14.3.1989", "3/14/1989", "19890314"])
  func `a date written in digits is found in other orders`(_ text: String) {
    #expect(finds(screen("1989-03-14", kind: .number), "born \(text)."))
  }

  @Test(arguments: [
    "chol89@example.org", "CHOL89@EXAMPLE.ORG", "chol89 at example dot org",
    "chol89 [at] example [dot] org", "mailto:chol89%40example.org", "chol89 (at) example.org",
    "as chol89 on the forum",
  ])
  func `an address is found in every form`(_ text: String) {
    #expect(finds(screen("chol89@example.org", kind: .address), "write \(text) now"))
  }

  @Test func `a single letter is ignored and said to be so`() {
    let screen = screen("A", "Kim", "", "12", "  .", "Я", kind: .name)
    #expect(passes(screen, "defector A met the father of defector A, Я"))
    #expect(screen.ignored == [0, 2, 4, 5])
  }

  @Test func `a label that is somebody's name is refused`() {
    #expect(finds(screen("Defector Alpha"), "said defector Alpha"))
  }
}
