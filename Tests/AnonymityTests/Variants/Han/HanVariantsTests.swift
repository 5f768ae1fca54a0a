import Testing

@testable import Anonymity

@Suite struct HanVariantsTests {
  private func texts(_ name: String, _ reason: Variant.Reason) -> [String] {
    HanVariants.of(name).filter { $0.reason == reason }.map { $0.text.filter { $0 != "-" } }
  }

  @Test(arguments: [
    ("金哲洙", "김철수"), ("李雪主", "이설주"), ("林車玉", "임차옥"), ("車承元", "차승원"), ("沈淸", "심청"),
    ("柳美玲", "유미령"), ("諸葛民", "제갈민"), ("南宮珉", "남궁민"), ("龍海秀", "용해수"), ("梁率", "양솔"),
    ("金龙吉", "김용길"), ("郑银淑", "정은숙"), ("盧英姬", "노영희"), ("曺永煥", "조영환"), ("裵秀智", "배수지"),
    ("金女珍", "김여진"), ("単正浩", "단정호"),
  ])
  func `Han is read as Koreans read it`(_ han: String, _ hangul: String) {
    #expect(texts(han, .koreanReading).contains(hangul))
  }

  @Test func `a family name has its own reading`() {
    #expect(!texts("金哲洙", .koreanReading).contains("금철수"))
    #expect(texts("車承元", .koreanReading).allSatisfy { !$0.hasPrefix("거") })
  }

  @Test func `all readings of a given name are there`() {
    #expect(Set(texts("金率", .koreanReading)).isSuperset(of: ["김솔"]))
    #expect(texts("金車", .koreanReading).count == 2)
  }

  @Test func `a Korean reading goes on into the other scripts`() {
    let made = Set(HanVariants.of("李哲洙").map { $0.text.filter { $0 != "-" } })
    #expect(
      made.isSuperset(of: ["리철수", "Lee Chulsoo", "Ri Cholsu", "Yi Cheolsu", "Ли Чхольсу", "イ・チョルス"])
    )
  }

  @Test(arguments: [
    ("金哲洙", "Jin Zhezhu"), ("单雄信", "Shan Xiongxin"), ("曾国藩", "Zeng Guofan"), ("仇英", "Qiu Ying"),
    ("解縉", "Xie Jin"), ("尉迟恭", "Yuchi Gong"), ("尉遲恭", "Yuchi Gong"), ("朴正熙", "Piao Zhengxi"),
    ("吕布", "Lv Bu"), ("吕布", "Lu Bu"), ("吕布", "Lyu Bu"), ("歐陽修", "Ouyang Xiu"),
    ("王小明", "Wang2 Xiao3 Ming2"), ("陳善女", "Chen2 Shan4 Nv3"), ("高英子", "Gao1 Ying1 Zi"),
    ("朴成民", "Pu3 Cheng2 Min2"), ("都京姬", "Dou Jingji"), ("赵长春", "Zhao4 Chang2 Chun1"),
  ])
  func `Mandarin has its own surnames`(_ han: String, _ pinyin: String) {
    #expect(texts(han, .pinyin).contains(pinyin))
  }

  @Test(arguments: [
    ("毛澤東", "Mao Tsetung"), ("周恩來", "Chou Enlai"), ("鄧小平", "Teng Hsiaoping"),
    ("張學良", "Chang Hsuehliang"),
    ("朱德志", "Chu Techih"), ("江青", "Chiang Ching"), ("劉少奇", "Liu Shaochi"), ("任弼時", "Jen Pishih"),
    ("郭子儀", "Kuo Tzui"), ("羅榮桓", "Lo Junghuan"), ("葉劍英", "Yeh Chienying"), ("顏惠慶", "Yen Huiching"),
  ])
  func `older texts have Wade and Giles`(_ han: String, _ wade: String) {
    #expect(texts(han, .pinyin).contains(wade))
  }

  @Test(arguments: [
    ("李龙泽", "李龍澤"), ("李龍澤", "李龙泽"), ("李龍澤", "李竜沢"), ("廣田慶", "広田慶"), ("郑银淑", "鄭銀淑"),
    ("裵秀智", "裴秀智"), ("裴秀智", "裵秀智"), ("金哲", "金喆"), ("真榮", "眞榮"), ("刘发云", "劉發雲"),
    ("刘发云", "劉發云"), ("曹植", "曺植"),
  ])
  func `the other forms of the characters`(_ han: String, _ other: String) {
    #expect(texts(han, .otherHan).contains(other))
  }

  @Test func `a name that no Korean bears is not romanised as Korean`() {
    let reasons = Set(HanVariants.of("尉迟恭").map(\.reason))
    #expect(reasons == [.otherHan, .koreanReading, .pinyin])
  }

  @Test func `a compatibility character is the character`() {
    #expect(
      HanVariants.of("\u{F90A}\u{54F2}\u{6D19}").map(\.text) == HanVariants.of("金哲洙").map(\.text))
  }

  @Test func `an unknown character leaves the rest`() {
    let made = HanVariants.of("李龍\u{3402}")
    #expect(made.contains { $0.text == "李龙\u{3402}" })
  }

  @Test(arguments: ["", "金", "김철수", "Jin", "金 Jin", "金哲洙金哲洙"])
  func `what is no name in Han has no variants`(_ text: String) {
    #expect(HanVariants.of(text).isEmpty)
  }

  @Test(arguments: ["金哲洙", "李雪主", "率更樂", "車行見", "發云后里面", "金率樂"])
  func `texts come once, in bounds, and never as listed`(_ name: String) {
    let variants = HanVariants.of(name)
    #expect(Set(variants.map(\.text)).count == variants.count)
    #expect(!variants.contains { $0.text == name })
    #expect(variants.count <= 500)
  }
}
