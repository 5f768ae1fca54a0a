import Foundation
import Testing

@testable import Screen

@Suite struct OrdinaryProseTests {
  static let names: [String] = {
    let korean = ["김", "박", "최", "정", "강"].flatMap { family in
      ["철수", "영호", "민준", "서연", "현성", "진경", "혜란", "옥순"].map { family + $0 }
    }
    let romanised = ["Kim", "Pak", "Choe", "Jong", "Han"].flatMap { family in
      ["Chol-su", "Yong-ho", "Min-jun", "So-yon", "Un-mi", "Hye-ran", "Ok-sun", "Song-il"]
        .map { "\(family) \($0)" }
    }
    let russian = ["Иванов", "Орлова", "Петренко", "Соколов", "Ким"].flatMap { family in
      ["Иван", "Нина", "Пётр", "Ольга", "Анна", "Лев", "Вера", "Олег"].map { "\($0) \(family)" }
    }
    let chinese = ["王", "李", "张", "刘", "陈"].flatMap { family in
      ["小明", "国强", "丽华", "建军", "红", "伟", "芳", "娜"].map { family + $0 }
    }
    let english = [
      "Reed", "An Chol-su", "I Kum-nyo", "Ann Lee", "Tom Baker", "Alice Morgan", "Jan Nowak",
      "Li Na", "Omar Said", "Ali Reza",
      "Asa", "Ina", "Sam Toa", "Ian Hart", "Isa Khan", "Eva Holt", "Ada Finn", "Ivan", "Reza",
      "Bo Yu",
      "Amin", "Tara", "Nora Bell", "Otto", "Hana", "Mina", "Tim", "Ana", "Leo", "Ida", "Noor",
      "Ilse",
      "Kira", "Sten", "Olga", "Rafi", "Dani", "Yuna", "Toma", "Edda", "Inge", "Sora",
    ]
    return korean + romanised + russian + chinese + english
  }()

  static let prose = """
    We were agreed that as a rule nobody left the site in a hurry. It was an aim of ours to be at \
    home again in May, or in a month or two, once in a lifetime and/or never. The skimmed milk \
    arrived on Tuesdays; the kimono in the window did not. She had a mind to go, and I van-pooled \
    with the others, Kum-nyo in the van, Chol-su and all: a list, an answer, no orders. 24 men, 12 women, 1,250 roubles, 14:30, 3-7.

    우리는 그 마을에서 두 해를 보냈다. 이 수치는 보고서에서 왔고, 최고 기온은 영하였다. 정말로 강을 건너기 전에는 \
    아무도 말하지 않았다. 한 사람이 먼저 갔고 정오에 돌아왔다. 박수를 치는 사람도 있었다.

    Мы жили в бараке, и никто не знал, когда отпустят. Весной стало легче, а к осени снова \
    пришла проверка. Вера в лучшее оставалась, но лев на гербе молчал; анналы, иваново, кимоно.

    我们在工厂里住了两年，没有人知道什么时候可以离开。国家很强，建设军工，红色的伟大标志到处都是。

    Proof: n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg= \
    9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 T-7K3M-Q2XW E-4N8H-0ZPR

    """

  @Test func `two hundred common names are not found in prose that names nobody`() {
    let needles = Self.names.enumerated().map { Needle(id: $0, kind: .name, text: $1) }
    let screen = Screen(needles: needles)
    #expect(Self.names.count == 202)
    for format in [OutputFormat.txt, .md] {
      let found = leaks(screen, String(repeating: Self.prose, count: 3), format)
      #expect(found.map { Self.names[$0.needle] } == [])
    }
  }

  @Test func `random hashes hold no short names`() {
    var random = Seeded(state: 7)
    let screen = screen("Kim", "Abe", "Ada", "Dae", "Li Na", "Reed", "Eva", "Bea")
    var text = ""
    for _ in 0..<400 {
      let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      text += bytes.map { String(format: "%02x", $0) }.joined() + "\n"
      text += Data(bytes).base64EncodedString() + "\n"
    }
    #expect(leaks(screen, text).map(\.needle) == [])
  }

  @Test func `labels pass, in every language of publication`() {
    let needles = ["김철수", "Kim Chol-su", "A", "А"]
    let screen = Screen(
      needles: needles.enumerated().map { Needle(id: $0, kind: .name, text: $1) })
    #expect(passes(screen, "defector A, the father of defector A, 탈북민 A씨는, перебежчик А, 脱北者A"))
  }
}
