/// Whether a word is made of the syllables of Korean or Chinese names, in Latin or Cyrillic letters.
enum Syllables {
  /// Splits into one to `most` syllables: [initial] vowel [final].
  static func isKorean(_ word: ArraySlice<UInt32>, most: Int) -> Bool {
    fits(lower(word), most, koreanInitials, koreanVowels, koreanFinals)
  }

  static func isPinyin(_ word: ArraySlice<UInt32>, most: Int) -> Bool {
    fits(lower(word), most, pinyinInitials, pinyinVowels, pinyinFinals)
  }

  static func isCyrillicKorean(_ word: ArraySlice<UInt32>, most: Int) -> Bool {
    fits(lower(word), most, cyrillicInitials, cyrillicVowels, cyrillicFinals)
  }

  private static func lower(_ word: ArraySlice<UInt32>) -> [UInt32] {
    guard word.count <= 14 else { return [] }
    return word.map {
      (0x41...0x5A).contains($0) || (0x410...0x42F).contains($0) ? $0 + 32 : $0
    }
  }

  /// Which places a split can reach: at most 15 places, so a bit each.
  private static func fits(
    _ word: [UInt32], _ most: Int, _ initials: [[UInt32]], _ vowels: [[UInt32]],
    _ finals: [[UInt32]]
  ) -> Bool {
    if word.isEmpty { return false }
    var reached: UInt32 = 1
    for _ in 0..<most {
      let onsets = steps(reached, word, initials)
      let nuclei = steps(onsets, word, vowels)
      reached = steps(nuclei, word, finals)
      if reached >> UInt32(word.count) & 1 == 1 { return true }
      if reached == 0 { return false }
    }
    return false
  }

  private static func steps(_ from: UInt32, _ word: [UInt32], _ parts: [[UInt32]]) -> UInt32 {
    var out: UInt32 = 0
    for at in 0..<word.count + 1 where from >> UInt32(at) & 1 == 1 {
      for part in parts where at + part.count <= word.count {
        if (0..<part.count).allSatisfy({ word[at + $0] == part[$0] }) {
          out |= 1 << UInt32(at + part.count)
        }
      }
    }
    return out
  }

  private static func parts(_ text: String) -> [[UInt32]] {
    [[]] + text.split(separator: " ").map { $0.unicodeScalars.map(\.value) }
  }

  private static let koreanInitials = parts(
    "k kk kh g n t tt th d r l m p pp ph b s ss j jj ch tch h y w sh")
  private static let koreanVowels = Array(
    parts("a ae ya yae o e eo yo ye yeo wa wae oe u wo woo we wi yu oo eu ui i ee ou yi ŏ ŭ ü")
      .dropFirst())
  private static let koreanFinals = parts("k n l m p ng t b g r h")
  private static let pinyinInitials = parts("b p m f d t n l g k h j q x zh ch sh r z c s y w")
  private static let pinyinVowels = Array(
    parts("a o e i u v ü ai ei ao ou ia ie iao iu ua uo uai ui ue üe io").dropFirst())
  private static let pinyinFinals = parts("n ng r")
  private static let cyrillicInitials = parts(
    "к кк кх н т тх д р л м п пх б с сс ч чх дж тч ж х г тэ ц")
  private static let cyrillicVowels = Array(
    parts("а я о ё е э у ю ы и ва во ви ве вэ вон уо уэ ие уй ый ой йо йон").dropFirst())
  private static let cyrillicFinals = parts("к н м п т л ль нг р б г")
}
