/// Family names in Han whose readings differ from those of the character elsewhere.
enum HanFamilyNames {
  /// The only Korean readings as a family name.
  private static let korean: [Character: String] = [
    "金": "김", "車": "차", "车": "차", "沈": "심", "葉": "엽섭", "叶": "엽섭", "單": "단", "单": "단", "賈": "가",
    "贾": "가", "諸": "제", "诸": "제", "樂": "악", "乐": "악", "度": "도", "卜": "복", "丁": "정", "宓": "복",
    "奈": "내", "食": "식", "洞": "동", "宅": "택", "昔": "석", "邊": "변", "边": "변", "辺": "변", "頓": "돈",
    "承": "승", "龜": "구", "省": "성", "什": "십", "謝": "사", "谢": "사", "泌": "필", "弼": "필", "燕": "연",
  ]

  /// How a family name sounds in Mandarin, where that is not the first reading of its character.
  private static let mandarin: [Character: [HanTable.Sound]] = {
    let rows = """
      单單 shan4
      曾 zeng1
      仇 qiu2
      解 xie4
      区區 ou1
      朴 piao2 pu3
      查 zha1
      任 ren2
      覃 qin2 tan2
      盖蓋 ge3 gai4
      宁甯寧 ning4
      缪繆 miao4
      翟 zhai2 di2
      乐樂 yue4 le4
      冼洗 xian3
      召 shao4
      折 she2
      员員 yun4
      隗 wei3 kui2
      纪紀 ji3
      那 na1
      费費 fei4 bi4
      祭 zhai4
      薄 bo2
      燕 yan1
      繁 po2
      种 chong2
      应應 ying1
      盛 sheng4
      石 shi2
      贾賈 jia3
      谌諶 chen2 shen4
      车車 che1
      牟 mu4 mou2
      能 nai4
      六 lu4
      葛 ge3
      华華 hua4
      过過 guo1
      晁 chao2
      尉 wei4 yu4
      沈 shen3
      叶葉 ye4
      卜 bo3 bu3
      洪 hong2
      俞兪 yu2
      禹 yu3
      殷 yin1
      郝 hao3
      黑 he4
      秘 bi4
      相 xiang4
      都 du1
      哈 ha3
      佴 nai4
      阿 a1
      宿 su4
      钻 zuan1
      行 xing2
      朝 chao2
      长 chang2
      """
    var out: [Character: [HanTable.Sound]] = [:]
    for row in rows.split(separator: "\n") {
      let words = row.split(separator: " ")
      let sounds = words.dropFirst().map { word in
        HanTable.Sound(
          letters: String(word.dropLast()), tone: Int(word.suffix(1)) ?? 5)
      }
      for character in words[0] { out[character] = sounds }
    }
    return out
  }()

  /// Family names of two characters, traditional and simplified, with their sounds where they
  /// are their own.
  private static let doubles: [String: String] = {
    let list = """
      歐陽 欧阳 司馬 司马 上官 諸葛 诸葛 東方 东方 獨孤 独孤 皇甫 公孫 公孙 慕容 宇文 司徒 司空 夏侯 令狐 南宮 南宫
      西門 西门 端木 聞人 闻人 公冶 宗政 濮陽 濮阳 淳于 太叔 申屠 仲孫 仲孙 軒轅 轩辕 鍾離 钟离 呼延 拓跋 百里 東郭
      东郭 南門 南门 羊舌 微生 梁丘 左丘 第五 赫連 赫连 納蘭 纳兰 黃甫 鮮于 鲜于 魚金 網切 荒木 藤井 武本 岡田 小峰
      """
    var out: [String: String] = [:]
    for name in list.split(whereSeparator: \.isWhitespace) { out[String(name)] = "" }
    for (name, sound) in [
      ("尉遲", "yu4 chi2"), ("尉迟", "yu4 chi2"), ("長孫", "zhang3 sun1"), ("长孙", "zhang3 sun1"),
      ("万俟", "mo4 qi2"), ("單于", "chan2 yu2"), ("单于", "chan2 yu2"), ("澹臺", "tan2 tai2"),
      ("澹台", "tan2 tai2"), ("令狐", "ling2 hu2"), ("鮮于", "xian1 yu2"), ("鲜于", "xian1 yu2"),
    ] { out[name] = sound }
    return out
  }()

  static func isDouble(_ name: String) -> Bool { doubles[name] != nil }

  /// The Korean readings of a family name of one character; empty where it has none of its own.
  static func hangul(_ character: Character) -> [HangulSyllable] {
    korean[character].map { $0.compactMap { HangulSyllable($0) } } ?? []
  }

  /// The sounds of a family name character by character; nil where they are the usual ones.
  static func sounds(_ name: String) -> [[HanTable.Sound]]? {
    if let sound = doubles[name] {
      guard !sound.isEmpty else { return nil }
      return sound.split(separator: " ").map {
        [HanTable.Sound(letters: String($0.dropLast()), tone: Int($0.suffix(1)) ?? 5)]
      }
    }
    guard name.count == 1, let only = name.first else { return nil }
    return mandarin[only].map { [$0] }
  }
}
