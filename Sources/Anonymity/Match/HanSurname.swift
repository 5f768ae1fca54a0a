/// A surname in Han that stands right before a place of a text.
///
/// Many surnames are words as well, and 和英花一起 has no surname in it: what a character is depends on
/// how often it is a word, and on what stands before it.
enum HanSurname {
  private static func set(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.filter { $0.value > 0x20 }.map(\.value))
  }

  /// Hardly ever the end of a word: a surname wherever they stand but in ``words``.
  private static let plain = set(
    """
    李王张張刘劉陈陳杨楊赵趙吴吳周徐孙孫朱胡郭罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭肖萧蕭董袁潘蒋蔣蔡杜苏蘇魏吕呂丁沈姚卢盧姜崔
    谭譚汪廖贾賈韦韋邹鄒孟熊秦邱尹薛闫閆侯陶黎龚龔邵覃戴孔朴玄金裴俞兪柳禹卞廉咸魯鲁郝范姬卓毕畢辛閔闵睦宣邢骆駱阎閻樊翟聂聶
    窦竇祝倪蒲冉欒栾晏蔺藺甄屠桂琴阮岑虞缪繆娄婁詹
    """)
  /// Words, or the ends of many, too: a surname where a name may begin.
  private static let wordLike = set(
    """
    黄黃马馬林高何于余叶葉程任石夏付方白江段雷龙龍史贺賀顾顧毛万萬武莫汤湯安申权權全曾钱錢钟鍾陆陸田南池文河元太明车車都表时時
    严嚴常关關解查包封季谷童游房路温溫柴古左华華梅盛单單齐齊康洪乔喬葛牛庄莊霍尚黎路岳易庞龐施严花魚鱼吉片奇千玉印奉诸諸国國
    芮蒙项項伍洛戚井党黨艾米牟冷曲褚宫宮翁荆荊计計成殷延
    """)
  /// What is before a person far more often than it is his surname: with, to, from, by, even.
  private static let particles = set("和与與同从從向由连連应應管代给給及过過")

  /// Names of two characters that are places or things more often.
  private static let notNames: Set<String> = [
    "东方", "東方", "百里", "第五", "西门", "西門", "南门", "南門", "东郭", "東郭", "太叔", "左丘", "微生",
    "荒木", "小峰", "網切",
  ]

  /// Words whose last character is a surname.
  private static let words: Set<String> = Set(
    """
    行李 桃李 国王 國王 女王 大王 帝王 霸王 夸张 紧张 緊張 主张 主張 嚣张 开张 開張 慌张 纸张 紙張 四周 子孙 子孫 儿孙 外孙 外孫 曾孙
    感谢 感謝 谢谢 謝謝 多谢 多謝 致谢 答谢 或许 或許 也许 也許 允许 允許 不许 不許 准许 准許 复苏 江苏 江蘇 模范 规范 規範 师范 防范 面孔
    现金 現金 奖金 獎金 押金 资金 資金 黄金 黃金 罚金 罰金 租金 本金 定金 基金 薪金 佣金 礼金 赎金 贖金 保证金 合金 冶金 年金 退休金
    不安 公安 平安 晚安 早安 治安 说明 說明 在于 在於 不曾 当时 當時 不时 有时 有時 不全 不都 就都 也都 不太 很高 不高 的时 走时 来时
    来時 去时 说时 叫成 写成 看成 当成 想成 变成 住房 看房 会计 會計 不明 没钱 要钱 给钱 有钱 拿钱 送钱 的钱 的车 的房 的路 的话 的时候
    上车 下车 坐车 开车 走路 看病 不解 了解 有关 有關 没关 不常 不单 不及 朴朴 高丽 在江 上江 住江 到江 道路 写文 不古 出国 回国 中国 中國
    我国 来华 在华 太太 爱国 对方 對方 女方 男方 校方 警方 军方 我方 地方 不方 的方 大都 的都 是都 全都 都都 首都
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Before a measure word, which 张 and 周 are: 一张英花的照片, 上周英花.
  private static let counts = set("一二两兩三四五六七八九十几幾这這那每上下本半数數")
  private static let measures = set("张張周週")

  /// Where a surname begins that ends right before a place; `nil` where none does.
  static func start(_ text: Span<UInt8>, before place: Int) -> Int? {
    var letters: [(scalar: UInt32, offset: Int)] = []
    var at = place
    while letters.count < 6 {
      let before = Neighbour.before(text, at)
      guard before.script == .han, let scalar = before.scalar else { break }
      letters.append((scalar, before.offset))
      at = before.offset
    }
    guard let last = letters.first else { return nil }
    func word(_ from: Int, _ length: Int) -> String {
      String(
        String.UnicodeScalarView(
          letters[from..<from + length].reversed().compactMap { Unicode.Scalar($0.scalar) }))
    }
    if letters.count > 1 {
      let two = word(0, 2)
      if HanFamilyNames.isDouble(two), !notNames.contains(two) { return letters[1].offset }
      if words.contains(two) || letters.count > 2 && words.contains(word(0, 3)) { return nil }
      if measures.contains(last.scalar), counts.contains(letters[1].scalar) { return nil }
    }
    if plain.contains(last.scalar) { return last.offset }
    // A name may begin behind what is no Han, and behind a word that names stand behind.
    func follows(_ tags: Tags) -> Bool {
      (1..<max(1, letters.count)).contains { length in
        !Lexicon.shared.tags(Lexicon.hash(word(1, length))).isDisjoint(with: tags)
      }
    }
    if wordLike.contains(last.scalar) {
      return letters.count == 1 || follows(leads) ? last.offset : nil
    }
    return particles.contains(last.scalar) && follows([.introduces]) ? last.offset : nil
  }

  private static let leads: Tags = [
    .hanBoundary, .kin, .introduces, .honorific, .post, .group, .placeWord, .and, .possessive,
  ]
}
