import Testing

@testable import Anonymity

@Suite struct NameDetectorTests {
  @Test(arguments: [
    "then Kim Chol-su said", "then Chol-su Kim said", "KIM CHOL SU was written",
    "met Ri Sol-ju there",
    "with NAM GUNG UN HA on it", "my friend Gao Ming left", "said Dr Jong Song.",
    "told Comrade Pak that",
    "my sister Un-ju lost", "a man named Oleg came", "then Robert Carver came",
    "came from Chol-min.",
    "then Tarek Voss came", "Kim Jong Ho came",
  ])
  func `a name in Latin letters is found`(text: String) {
    #expect(found(.personName, text).count == 1)
  }

  @Test(arguments: [
    "The Human Rights Watch report", "In North Korea the Workers Party rules.",
    "We met on Sunday in May.",
    "Seoul and New York", "the security team. The Security Team met.",
  ])
  func `institutions, places, days and words written small elsewhere are no names`(text: String) {
    #expect(found(.personName, text).isEmpty)
  }

  @Test(arguments: [
    "김철수 씨는 말했다", "어제 박 과장이 왔다", "리 동무를 불렀다", "남궁 부국장은", "은하 언니가 왔다",
    "최일화에게만은 말했다", "동생 남궁은주와 함께", "“은하야, 가라”", "세르게이 아바이라고", "철수형만 남았다",
    "정성이라는 의사", "한영숙은 울었다",
  ])
  func `a name in Hangul is found by title, kin or syllables`(text: String) {
    #expect(found(.personName, text, .ko).count == 1)
  }

  @Test(arguments: [
    "이용자는 정보를 한국의 서버에서", "하지만 조선에서는 노동자가 고생했다", "변경하는 방법을 선택해야 한다", "이 사람은 저 사람이 아니다",
  ])
  func `ordinary Korean words are no names`(text: String) {
    #expect(found(.personName, text, .ko).isEmpty)
  }

  @Test(arguments: [
    "我叫崔日花。", "王经理说不行", "丈夫高明劝我", "对南宮銀河说", "老王来了", "找到了高明，问", "花姐替谁",
    "崔 日 花本人",
  ])
  func `a name in Han is found by what stands around it`(text: String) {
    #expect(found(.personName, text, .zh).count == 1)
  }

  @Test(arguments: ["我们安装程序和文件系统。", "他高兴地说明方法", "在江边的马路上"])
  func `ordinary Chinese words are no names`(text: String) {
    #expect(found(.personName, text, .zh).isEmpty)
  }

  @Test(arguments: [
    "Ким Сергей Николаевич пришёл", "это С. Н. Ким подписал", "с Ольгой Ивановной",
    "звали Николаич",
    "там был Ким Чхоль Су", "он видел Громова там", "товарищ Пак сказал", "жена Оксана ждала",
  ])
  func `a name in Cyrillic is found`(text: String) {
    #expect(found(.personName, text, .ru).count == 1)
  }

  @Test(arguments: ["Мы жили во Владивостоке и в Ростове.", "В Северной Корее и в России"])
  func `places in Cyrillic are no names`(text: String) {
    #expect(found(.personName, text, .ru).isEmpty)
  }

  @Test func `a word of kinship at the end of a sentence names nobody in the next`() {
    #expect(found(.personName, "Пришёл муж. Татуировка болела.", .ru).isEmpty)
    #expect(found(.personName, "She saw my father. Tattoos hurt.").isEmpty)
  }

  @Test(arguments: ["佐藤さんが来た", "佐藤花子と話した", "キム・チョルスが", "ナターシャさんに"])
  func `a name in Japanese is found`(text: String) {
    #expect(found(.personName, text, .ja).count == 1)
  }

  @Test func `a name is found whole, whatever stands before it and whatever letter is a stranger`()
  {
    #expect(found(.personName, "Without Namgung Thae-su nobody looked") == ["Namgung Thae-su"])
    #expect(found(.personName, "then Jong S\u{43E}ng robs") == ["Jong S\u{43E}ng"])
    #expect(found(.personName, "звали \u{4B}им Сергей", .ru) == ["\u{4B}им Сергей"])
  }

  @Test func `marks that cannot be seen and decomposed Hangul hide no name`() {
    #expect(found(.personName, "then Kim\u{200B} Chol-\u{200B}su said").count == 1)
    #expect(
      found(.personName, "\u{1100}\u{1175}\u{11B7}\u{110E}\u{1165}\u{11AF}\u{1109}\u{116E} 씨는", .ko)
        .count == 1)
  }
}
