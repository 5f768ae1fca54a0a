/// Hangul in katakana by its sound, as the Japanese press writes Korean names.
enum KatakanaHangul {
  /// The slots of a family name or given name; `after` is the last syllable of what goes before.
  static func slots(_ syllables: [HangulSyllable], after: HangulSyllable?) -> [[Spelling]] {
    var out: [[Spelling]] = []
    for (i, syllable) in syllables.enumerated() {
      if i == 0 {
        out.append(first(syllable, after: after))
      } else {
        out.append(joined(syllables[i - 1], syllable))
      }
      // Where the next syllable begins with a vowel, `joined` writes the final.
      if i == syllables.count - 1 { out.append(finals[syllable.coda.rawValue]) }
    }
    return out
  }

  private enum Row: Int {
    case none, k, g, s, sh, t, d, n, h, b, p, m, r, ch, j
  }

  private static func row(_ initial: HangulSyllable.Initial, voiced: Bool) -> Row {
    switch initial {
    case .g: voiced ? .g : .k
    case .gg, .k: .k
    case .n: .n
    case .d: voiced ? .d : .t
    case .dd, .t: .t
    case .r: .r
    case .m: .m
    case .b: voiced ? .b : .p
    case .bb, .p: .p
    case .s, .ss: .s
    case .none: .none
    case .j: voiced ? .j : .ch
    case .jj, .ch: .ch
    case .h: .h
    }
  }

  private static func first(_ syllable: HangulSyllable, after: HangulSyllable?) -> [Spelling] {
    let hard = kana(row(syllable.initial, voiced: false), syllable.vowel)
    guard let after else { return hard }
    let soft = kana(row(syllable.initial, voiced: true), syllable.vowel)
    // A name of its own, or one word with the family name.
    let isStop = after.coda.isStop
    return
      (soft.map { Spelling($0.text, $0.cost + (isStop ? 2 : 0)) }
      + hard.map { Spelling($0.text, $0.cost + (isStop ? 0 : 1)) }).tidied
  }

  /// The final of the syllable before, the initial and the vowel.
  private static func joined(_ left: HangulSyllable, _ right: HangulSyllable) -> [Spelling] {
    var out: [Spelling] = []
    let isStop = left.coda.isStop
    for final in finals[left.coda.rawValue] {
      for kana in kana(row(right.initial, voiced: !isStop), right.vowel) {
        out.append(Spelling(final.text + kana.text, final.cost + kana.cost))
      }
      for kana in kana(row(right.initial, voiced: isStop), right.vowel) {
        out.append(Spelling(final.text + kana.text, final.cost + kana.cost + (isStop ? 2 : 3)))
      }
    }
    if let pair = SoundChange.between(left, right) {
      let final = finals[pair.coda.rawValue][0].text
      for kana in kana(row(pair.initial, voiced: true), right.vowel) {
        out.append(Spelling(final + kana.text, kana.cost))
      }
    } else if right.initial == .h, left.coda == .n || left.coda == .m || left.coda == .l {
      // ㅎ is hardly heard after these: 은혜 is ウネ.
      let (_, moved) = left.liaison
      for kana in kana(row(moved, voiced: true), right.vowel) {
        out.append(Spelling(kana.text, kana.cost + 1))
      }
    } else if right.initial == .h, left.coda == .k {
      for kana in kana(.k, right.vowel) { out.append(Spelling(kana.text, kana.cost + 2)) }
    }
    return out.tidied
  }

  private static let finals: [[Spelling]] = [
    [Spelling("")], [Spelling("ク"), Spelling("ッ", 4)], [Spelling("ン")], [Spelling("ッ")],
    [Spelling("ル")], [Spelling("ム")], [Spelling("プ")], [Spelling("ン")],
  ]

  /// Each row: a, i, u, e, o; then what stands before the small letters of ya and of wa.
  private static let rows: [[String]] = [
    "ア イ ウ エ オ イ ウ", "カ キ ク ケ コ キ ク", "ガ ギ グ ゲ ゴ ギ グ", "サ シ ス セ ソ シ ス",
    "シャ シ シュ シェ ショ シ シュ", "タ ティ トゥ テ ト ティ トゥ", "ダ ディ ドゥ デ ド ディ ドゥ",
    "ナ ニ ヌ ネ ノ ニ ヌ", "ハ ヒ フ ヘ ホ ヒ フ", "バ ビ ブ ベ ボ ビ ブ", "パ ピ プ ペ ポ ピ プ",
    "マ ミ ム メ モ ミ ム", "ラ リ ル レ ロ リ ル", "チャ チ チュ チェ チョ チ チュ",
    "ジャ ジ ジュ ジェ ジョ ジ ジュ",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let table: [[Spelling]] = (0..<15 * 21).map { i in
    guard let row = Row(rawValue: i / 21), let vowel = HangulSyllable.Vowel(rawValue: i % 21)
    else { return [] }
    return make(row, vowel)
  }

  private static func kana(_ row: Row, _ vowel: HangulSyllable.Vowel) -> [Spelling] {
    table[row.rawValue * 21 + vowel.rawValue]
  }

  private static func make(_ row: Row, _ vowel: HangulSyllable.Vowel) -> [Spelling] {
    let r = rows[row.rawValue]
    let isPalatal = row == .ch || row == .j
    func small(_ bare: String, _ palatal: Int, _ letter: String) -> Spelling {
      Spelling(row == .none ? bare : isPalatal ? r[palatal] : r[5] + letter)
    }
    return switch vowel {
    case .a: [Spelling(r[0])]
    case .ae, .e: [Spelling(r[3])]
    case .ya: [small("ヤ", 0, "ャ")]
    case .yae: [small("イェ", 3, "ェ")]
    case .eo, .o: [Spelling(r[4])]
    case .yeo, .yo: [small("ヨ", 4, "ョ")]
    case .ye:
      row == .none
        ? [Spelling("イェ"), Spelling("エ", 3)] : [Spelling(r[3]), Spelling(r[5] + "ェ", 2)]
    case .wa:
      [Spelling(row == .none ? "ワ" : r[6] + "ァ"), Spelling(r[6] + (row == .none ? "ァ" : "ワ"), 3)]
    case .wae, .we: [Spelling(r[6] + "ェ")]
    case .oe: [Spelling(isPalatal ? r[3] : r[6] + "ェ")]
    case .u, .eu: [Spelling(r[2])]
    case .yu: [small("ユ", 2, "ュ")]
    case .wo: [Spelling(r[6] + "ォ")]
    case .wi: [Spelling(r[6] + "ィ")]
    case .ui: row == .none ? [Spelling("ウィ"), Spelling("イ", 2)] : [Spelling(r[1])]
    case .i: [Spelling(r[1])]
    }
  }
}
