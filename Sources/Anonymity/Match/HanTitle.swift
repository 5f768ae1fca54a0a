/// What Chinese and Japanese put beside a surname of a person: 金先生, 老金, 金氏, 金さん.
enum HanTitle {
  private static func words(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { Array($0.utf8) }
  }

  private static let courtesy = words(
    "先生 女士 小姐 同志 老师 老師 师傅 師傅 大夫 太太 夫人 阿姨 叔叔 大叔 大爷 大哥 大姐 大嫂 老板 老闆 さん 様 さま 氏 くん ちゃん 同務 씨")
  /// Parts of longer words as well (基金经理): the character before must not be Han.
  private static let posts = words(
    """
    经理 經理 总经理 厂长 廠長 科长 科長 处长 局长 队长 隊長 组长 組長 班长 班長 领队 主任 书记 書記 教授 博士 牧师 记者 律师 警官 上校 少校 \
    中校 大尉 上尉 将军 团长 團長 司机 翻译 校长 部长 部長 院长 院長 所长 社長 課長 医生 医師 护士 记者
    """)
  private static let before: Set<UInt32> = Set("老小阿".unicodeScalars.map(\.value))

  static func stands(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if begins(text, range.upperBound, courtesy) { return true }
    let left = Neighbour.before(text, range.lowerBound)
    let isOpen =
      left.script != .han
      || left.scalar.flatMap { Unicode.Scalar($0) }.map {
        Lexicon.shared.tags(Lexicon.hash(String($0))).contains(.hanBoundary)
      } ?? false
    if isOpen, begins(text, range.upperBound, posts) { return true }
    guard let scalar = left.scalar, before.contains(scalar) else { return false }
    // 老金说, but 小金库 is a box.
    let right = Neighbour.after(text, range.upperBound)
    return right.script != .han
      || right.scalar.flatMap { Unicode.Scalar($0) }.map {
        Lexicon.shared.tags(Lexicon.hash(String($0))).contains(.hanBoundary)
      } ?? false
  }

  private static func begins(_ text: Span<UInt8>, _ at: Int, _ words: [[UInt8]]) -> Bool {
    words.contains { word in
      at + word.count <= text.count && word.indices.allSatisfy { text[at + $0] == word[$0] }
    }
  }
}
