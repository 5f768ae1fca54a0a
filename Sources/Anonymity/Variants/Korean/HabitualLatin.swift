/// Hangul in Latin letters as people write themselves and the press writes them: every syllable by
/// a habit of its own.
enum HabitualLatin {
  /// The slots of a given name, with a hyphen where syllables meet: initial, vowel, then boundary and vowel in turn, the last final.
  static func slots(_ syllables: [HangulSyllable]) -> [[Spelling]] {
    var out: [[Spelling]] = []
    for (i, syllable) in syllables.enumerated() {
      if i == 0 {
        out.append(first(syllable))
      } else {
        out.append(boundary(syllables[i - 1], syllable))
      }
      out.append(vowel(syllable))
      if i == syllables.count - 1 { out.append(final(syllable)) }
    }
    return out
  }

  /// A family name that has no row of its own: the same habits, and an h that makes a vowel long.
  static func family(_ syllables: [HangulSyllable]) -> [Spelling] {
    var slots = slots(syllables)
    if syllables.count == 1, let only = syllables.first {
      let long: [Spelling] =
        switch (only.vowel, only.coda) {
        case (.a, .none): [Spelling("a"), Spelling("ah", 4)]
        case (.a, .n), (.a, .m), (.a, .ng): [Spelling("a"), Spelling("ah", 4)]
        case (.o, .none), (.yo, .none):
          [Spelling(only.vowel == .o ? "o" : "yo"), Spelling("oh", 4)]
        case (.o, .n): [Spelling("o"), Spelling("oh", 5)]
        default: slots[1]
        }
      slots[1] = (slots[1] + long).tidied
    }
    var out: [Spelling] = []
    SpellingProduct(slots).forEach(budget: 6) { bytes, cost in
      let text = String(decoding: bytes, as: UTF8.self)
      if !out.contains(where: { $0.text == text }) { out.append(Spelling(text, cost)) }
      return out.count < 24
    }
    return out
  }

  private static func first(_ syllable: HangulSyllable) -> [Spelling] {
    switch syllable.initial {
    case .none where !InitialSoundLaw.alternates(syllable, isFirst: true).isEmpty:
      [Spelling(""), Spelling("r", 3), Spelling("l", 6)]
    case .n where !InitialSoundLaw.alternates(syllable, isFirst: true).isEmpty:
      [Spelling("n"), Spelling("r", 4)]
    default: plain(syllable)
    }
  }

  /// An initial at the head of a word or after a stop.
  private static func plain(_ syllable: HangulSyllable) -> [Spelling] {
    switch syllable.initial {
    case .g: lists.g
    case .gg: lists.gg
    case .n: lists.n
    case .d: lists.d
    case .dd: lists.dd
    case .r: syllable.vowel.isSoft ? lists.softR : lists.r
    case .m: lists.m
    case .b: lists.b
    case .bb: lists.bb
    case .s: syllable.vowel == .i || syllable.vowel == .wi ? lists.sh : lists.s
    case .ss: lists.ss
    case .none: lists.empty
    case .j: lists.j
    case .jj: lists.jj
    case .ch: lists.ch
    case .k: lists.k
    case .t: lists.t
    case .p: lists.p
    case .h: lists.h
    }
  }

  /// What stands between two vowels: a final and an initial, apart or as they sound together.
  private static func boundary(_ left: HangulSyllable, _ right: HangulSyllable) -> [Spelling] {
    var initials = plain(right)
    if right.initial == .none, !InitialSoundLaw.alternates(right, isFirst: false).isEmpty {
      initials = [Spelling(""), Spelling("r", 5)]
    } else if right.initial == .r, left.coda == .l || left.coda == .n {
      initials = [Spelling("r"), Spelling("l", 1)]
    }
    var out: [Spelling] = []
    for final in final(left) {
      for initial in initials where final.cost + initial.cost <= 7 {
        out.append(Spelling("\(final.text)-\(initial.text)", final.cost + initial.cost))
      }
    }
    if let pair = SoundChange.between(left, right) {
      let coda = codas[pair.coda.rawValue]
      let moved = right.with(initial: pair.initial)
      if left.coda == .n, right.initial == .r { out.append(Spelling("n-n", 4)) }
      for initial in pair.coda == .l && pair.initial == .r ? [Spelling("l")] : plain(moved) {
        let text = right.initial == .none ? "\(initial.text)-" : "-\(initial.text)"
        out.append(Spelling(coda + text, 2 + initial.cost))
      }
    } else if left.coda == .l, right.initial == .h {
      out.append(Spelling("r-h", 3))
    } else if left.coda.isStop, right.initial == .h {
      // 국화 as Gukwa: the h lost in the stop.
      out.append(Spelling("\(codas[left.coda.rawValue])-", 5))
    } else if left.coda == .ng, right.initial == .g {
      // 병규 as Byungyu: one g for two.
      out.append(Spelling("n-g", 5))
    }
    return out.tidied
  }

  private static let codas = ["", "k", "n", "t", "l", "m", "p", "ng"]

  private static func final(_ syllable: HangulSyllable) -> [Spelling] {
    switch syllable.coda {
    case .none: lists.empty
    case .k: lists.finalK
    case .n: lists.n
    case .t: lists.finalT
    case .l: lists.finalL
    case .m: lists.m
    case .p: lists.finalP
    case .ng: lists.finalNG
    }
  }

  private static let lists = Lists()
  private static let vowels: [[Spelling]] = HabitualVowels.table

  private static func vowel(_ syllable: HangulSyllable) -> [Spelling] {
    vowels[HabitualVowels.index(syllable)]
  }

  private struct Lists: Sendable {
    let g = [Spelling](list: "k g")
    let gg = [Spelling](list: "kk k1 gg3 g3")
    let n = [Spelling](list: "n")
    let d = [Spelling](list: "d t2")
    let dd = [Spelling](list: "tt dd3 t3 d3")
    let r = [Spelling](list: "r l2 n4")
    let softR = [Spelling("r"), Spelling("l", 2), Spelling("", 3)]
    let m = [Spelling](list: "m")
    let b = [Spelling](list: "b p2")
    let bb = [Spelling](list: "pp bb3 p3 b3")
    let s = [Spelling](list: "s")
    let sh = [Spelling](list: "s sh1")
    let ss = [Spelling](list: "ss s1")
    let empty = [Spelling("")]
    let j = [Spelling](list: "j ch1 z7")
    let jj = [Spelling](list: "jj j3 tch4 ch4")
    let ch = [Spelling](list: "ch tch8")
    let k = [Spelling](list: "k kh2")
    let t = [Spelling](list: "t th2")
    let p = [Spelling](list: "p ph2")
    let h = [Spelling](list: "h")
    let finalK = [Spelling](list: "k g4 ck6 c8")
    let finalT = [Spelling](list: "t d4 s5")
    let finalL = [Spelling](list: "l ll6 r7")
    let finalP = [Spelling](list: "p b2")
    let finalNG = [Spelling](list: "ng")
  }
}
