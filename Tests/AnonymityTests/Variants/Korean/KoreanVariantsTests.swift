import Testing

@testable import Anonymity

@Suite struct KoreanVariantsTests {
  /// Without the hyphens that show where a name may be written in two.
  private func texts(_ name: String, _ reasons: Variant.Reason...) -> Set<String> {
    Set(
      KoreanVariants.of(name)
        .filter { reasons.isEmpty || reasons.contains($0.reason) }
        .map { $0.text.filter { $0 != "-" } })
  }

  @Test(arguments: [
    ("김철수", "Kim Chol-su"), ("정현우", "Jeong Hyeon-u"), ("신라경", "Sin Ra-gyeong"),
    ("이국화", "Yi Kuk-hwa"), ("최백룡", "Choe Paeng-nyong"), ("남궁민수", "Nam-gung Min-su"),
  ])
  func `a hyphen shows where syllables meet`(_ name: String, _ spelling: String) {
    #expect(KoreanVariants.of(name).map(\.text).contains(spelling))
  }

  /// The letters alone, as the matcher compares them.
  private func letters(_ text: String) -> [UInt32] {
    Folding.units(of: text).map(\.strict)
  }

  @Test(arguments: [
    ("김철수", "Gim Cheolsu", "Kim Ch'ŏlsu", "Kim Chol Su"),
    ("박혁민", "Bak Hyeongmin", "Pak Hyŏngmin", "Pak Hyok Min"),
    ("장석우", "Jang Seogu", "Chang Sŏgu", "Jang Sok U"),
    ("오철호", "O Cheolho", "O Ch'ŏrho", "O Chol Ho"),
    ("문천리", "Mun Cheolli", "Mun Ch'ŏlli", "Mun Chon Ri"),
    ("강정구", "Gang Jeonggu", "Kang Chŏnggu", "Kang Jong Gu"),
    ("태형탁", "Tae Hyeongtak", "T'ae Hyŏngt'ak", "Thae Hyong Thak"),
    ("이백룡", "I Baengnyong", "Yi Paengnyong", "Ri Paek Ryong"),
    ("최일운", "Choe Irun", "Ch'oe Irun", "Choe Il Un"),
    ("남궁담비", "Namgung Dambi", "Namgung Tambi", "Namgung Tambi"),
  ])
  func `each of the three systems is there`(
    _ name: String, _ revised: String, _ mccune: String, _ dprk: String
  ) {
    let made = Set(KoreanVariants.of(name).map { letters($0.text) })
    for expected in [revised, mccune, dprk] { #expect(made.contains(letters(expected))) }
  }

  @Test(arguments: [
    ("박복설", "Bag Bogseol", "Pak Pokseol", "Bag Bogseol", "Pak Poksel"),
    ("류재국", "Lyu Jaegug", "Ryu Caekuk", "Ryu Jaegug", "Lyu Caykwuk"),
    ("권은희", "Gwon Eunhui", "Kweon Eunhyi", "Gweon Eunhyi", "Kwen Unhuy"),
  ])
  func `so are those that go letter by letter`(
    _ name: String, _ revised: String, _ north: String, _ south: String, _ yale: String
  ) {
    let made = texts(name)
    #expect(made.isSuperset(of: [revised, north, south, yale]))
  }

  @Test(arguments: [
    ("김철수", ["Kim Chul-Soo", "Kim Cheol Soo", "Gim Chulsu", "Kim Cholsoo"]),
    ("이설주", ["Lee Seol-joo", "Yi Sol-ju", "Ri Sol Ju", "Rhee Sul Joo", "Li Sol-chu"]),
    ("최영희", ["Choi Young-hee", "Choe Yong-hui", "Choi Yeonghui", "Choi Yung Hi", "Choy Younghee"]),
    ("박경석", ["Park Kyung-suk", "Pak Kyong Sok", "Park Gyeongseok", "Park Kyoung Seok"]),
    (
      "정현우", ["Jung Hyun-woo", "Chung Hyon-u", "Jeong Hyeonu", "Chong Hyunwoo", "Cheong Hyoun Woo"]
    ),
    ("임준식", ["Lim Joon-shik", "Im Junsik", "Rim Jun Sik"]),
    ("유은혜", ["Yoo Eun-hye", "Ryu Un Hye", "Yu Unhye", "You Eunhye"]),
    ("노승규", ["Roh Seung-kyu", "Noh Sungkyu", "Ro Sung Gyu", "No Seunggyu"]),
    ("선우진호", ["Sunwoo Jinho", "Seonu Chinho"]),
  ])
  func `people may mix their habits`(_ name: String, _ spellings: [String]) {
    let made = Set(KoreanVariants.of(name).map { letters($0.text) })
    for spelling in spellings {
      #expect(made.contains(letters(spelling)), "\(spelling)")
    }
  }

  @Test(arguments: [
    ("김철수", ["Ким Чхольсу", "Ким Чоль Су", "Ким Чер Су"]),
    ("최영희", ["Чхве Ёнхи", "Цой Ён Хи", "Цой Енхи"]),
    ("정은애", ["Чон Ынэ", "Чжон Ын Э", "Тен Ынэ"]),
    ("이정일", ["Ли Чон Иль", "Ли Чен Ир", "И Чжониль", "Ри Джониль"]),
    ("박성호", ["Пак Сонхо", "Пак Сен Хо"]),
    ("신지훈", ["Син Чжихун", "Шин Джи Хун"]),
    ("허동규", ["Хо Донгю", "Хегай Донгю", "Хе Дон Гю"]),
  ])
  func `Cyrillic has the systems, the press and the Koreans of the Union`(
    _ name: String, _ spellings: [String]
  ) {
    let made = Set(
      KoreanVariants.of(name).filter { $0.reason == .cyrillic }.map { letters($0.text) })
    for spelling in spellings { #expect(made.contains(letters(spelling)), "\(spelling)") }
  }

  @Test(arguments: [
    ("김정은", "キム・ジョンウン"), ("박지성", "パク・チソン"), ("이병헌", "イ・ビョンホン"),
    ("최민식", "チェ・ミンシク"), ("권은혜", "クォン・ウネ"), ("황석우", "ファン・ソグ"),
    ("전지현", "チョン・ジヒョン"),
  ])
  func `katakana follows the sound`(_ name: String, _ kana: String) {
    #expect(texts(name, .katakana).contains(kana))
  }

  @Test func `both sides of the border write the name`() {
    #expect(texts("이용해").isSuperset(of: ["리용해", "리룡해", "이룡해"]))
    #expect(texts("노라연").isSuperset(of: ["로라연", "로나련", "노라련"]))
    #expect(texts("임옥").contains("림옥"))
    #expect(!texts("김철수").contains { $0.unicodeScalars.contains { (0xAC00...0xD7A3) ~= $0.value } })
  }

  @Test func `a name is taken apart as it is written, or by the family names`() {
    let families = { (name: String) in KoreanName.readings(of: name).map(\.family.text) }
    #expect(families("김철수") == ["김"])
    #expect(families("김 철수") == ["김"])
    #expect(families("철수 김") == ["김"])
    #expect(families("김 철 수") == ["김"])
    #expect(families("남궁민수") == ["남궁"])
    #expect(families("남궁 별") == ["남궁"])
    #expect(families("황보영") == ["황보", "황"])
    #expect(families("철수") == [""])
    #expect(families("김아름다운") == ["김"])
    #expect(families("김") == [])
    #expect(families("김cholsu") == [])
    #expect(families("블라디미르") == [])
    #expect(families("") == [])
  }

  @Test func `decomposed Hangul is the same name`() {
    let composed = "남궁철수"
    var decomposed = ""
    for syllable in [HangulSyllable](hangul: composed) ?? [] {
      let scalars = [
        0x1100 + syllable.initial.rawValue, 0x1161 + syllable.vowel.rawValue,
        0x11A7 + syllable.final,
      ]
      for value in scalars where value > 0x11A7 || value < 0x11A7 {
        if let scalar = Unicode.Scalar(value) { decomposed.unicodeScalars.append(scalar) }
      }
    }
    #expect(decomposed.unicodeScalars.count > composed.unicodeScalars.count)
    #expect(KoreanVariants.of(decomposed) == KoreanVariants.of(composed))
  }

  @Test(arguments: ["김철수", "이영희", "최룡해", "정은혜", "남궁담비", "유연", "황보영", "임유린"])
  func `no two variants are equal to the matcher, and none is the name itself`(_ name: String) {
    struct Key: Hashable {
      let letters: [UInt32]
      let gaps: [Bool]
    }
    var seen: Set<Key> = []
    for text in [name] + KoreanVariants.of(name).map(\.text) {
      let units = Folding.units(of: text)
      let key = Key(letters: units.map(\.strict), gaps: units.map(\.hasGap))
      // Two surnames may be one of two syllables: the letters then meet in other places.
      #expect(seen.insert(key).inserted || name == "황보영", "\(text)")
    }
  }

  @Test(arguments: ["김철수", "이영희", "이선영", "정영경", "유경은", "최영영", "이아름다운", "황보영영", "노연"])
  func `a name stays within bounds`(_ name: String) {
    let variants = KoreanVariants.of(name)
    #expect(variants.count > 20)
    #expect(variants.count <= 400)
    #expect(variants.allSatisfy { !$0.text.isEmpty })
  }

  @Test func `the commonest habits survive where there is no room for all`() {
    #expect(texts("이영영경희").contains("Lee Youngyoungkyunghee"))
  }

  @Test func `everyday words are made up for nobody`() {
    let made = Set(["손인", "이상", "이온", "안인"].flatMap { KoreanVariants.of($0).map { $0.text } })
    for phrase in ["Son In", "I Sang", "И Он", "Ли Он", "An In"] { #expect(!made.contains(phrase)) }
    #expect(made.isSuperset(of: ["Lee Sang", "Ри Он", "Ahn In"]))
  }

  @Test func `a name that runs together into an everyday word is known as such`() {
    for name in ["Ри Сунок", "Cho Sen", "Со Рок", "Ma Chine", "CHO-SEN"] {
      #expect(EverydayWords.contains(Folding.units(of: name)), "\(name)")
    }
    for name in ["Ри Сунох", "Kim Cholsu", "", "리순옥"] {
      #expect(!EverydayWords.contains(Folding.units(of: name)), "\(name)")
    }
    #expect(texts("리순옥", .cyrillic).contains("Ри Сунок"))
  }

  @Test func `the matcher finds what nobody listed`() {
    let name = "리혁규"
    let identifiers = ([name] + KoreanVariants.of(name).map(\.text)).map {
      KnownIdentifier(entity: EntityID(raw: "S"), kind: .name, text: $0)
    }
    let matcher = Matcher(identifiers)
    for spelling in [
      "LEE HYUK KYU", "Hyeok-gyu Yi", "Ri Hyŏk-kyu", "ri hyok gyu", "이혁규", "Lee, Hyuk-Gyu",
      "Ли Хёк Кю", "Ли Хек Гю", "리 혁규", "リ・ヒョクキュ",
    ] {
      let hits = matcher.matches(in: Array("met \(spelling), then left".utf8))
      #expect(!hits.isEmpty, "\(spelling)")
    }
    #expect(matcher.matches(in: Array("Kim Hyok Gyu and Lee Hyun-kyu".utf8)).isEmpty)
  }
}
