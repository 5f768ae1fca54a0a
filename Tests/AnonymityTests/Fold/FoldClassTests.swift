import Foundation
import Testing

@testable import Anonymity

@Suite struct FoldClassTests {
  @Test(arguments: [
    "Kim Chol-su", "KIM CHOLSU", "kim chol su", "Kim\nChol su", "kim_chol_su", "Ｋｉｍ Ｃｈｏｌ－ｓｕ",
    "Kím Chòl-sü", "Ki\u{301}m Cho\u{308}l-su", "K\u{200B}i\u{AD}m\u{2060} Ch\u{200D}ol\u{2011}su",
    "K\u{E0041}im Chol\u{FE0F}su", "\u{202E}Kim\u{202C} Chol-su", "Кim Chol-su", "Kіm Сhоl-su",
    "𝐊𝐢𝐦 𝕮𝖍𝖔𝖑-𝓼𝓾", "Kim¹ Chol-su²", "Kim Chοl-su", "Κim Chol-su", "K1m Ch0l-su", "Kim  Chol–su",
    "Kim·Chol·su",
    "Kim’Chol‐su", "**Kim** _Chol-su_", "K i m C h o l s u", "Kim,\r\n> Chol-su", "Ⓚⓘⓜ Chol-su",
    "Kim, Chol-su",
    "Chol-su Kim", "CholsuKim", "ᴷᶦᵐ Chol-su", "Kirn Chol-su", "Кім Сhol-su", "Kim\u{0} Chol-su",
    "Ķim Chøl-su",
    "Kim [Chol-su]", "Kim\u{85}Chol-su", "Kim\u{3000}Chol\u{2028}su", "Kiᵐ Chol-su", "Kim① Chol-su",
    "KꙆm Chol-su",
  ])
  func `a Latin name is found however it is written`(_ written: String) {
    let known = Known("Kim Chol-su")
    #expect(
      known.redacted("We met \(written), then left.").unicodeScalars.count < 28,
      "\(known.found(written))")
    #expect(!known.found(written).isEmpty)
  }

  @Test(arguments: [
    "김철수", "김 철 수", "김-철수", "김 철수", "김철\n수", "김\u{3164}철수", "김\u{200B}철수",
    "김철수".decomposedStringWithCanonicalMapping,
    "ㄱㅣㅁㅊㅓㄹㅅㅜ", "ㄱ ㅣ ㅁ ㅊ ㅓ ㄹ ㅅ ㅜ", "ﾡￜﾱﾺￆﾩﾵￓ", "김·철·수", "철수 김", "김_철수", "김*철수*", "김\n> 철수", "김(철수)",
    "김¹철수",
  ])
  func `a Hangul name is found however it is written`(_ written: String) {
    let known = Known("김철수")
    for text in [written, "어제 \(written)", "\(written)는 갔다", "어제 \(written)씨가"] {
      #expect(!known.found(text).isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    "ИВАНОВ ИВАН ПЕТРОВИЧ", "Иван Петрович Иванов", "Ивaнoв Ивaн Пeтpoвич", "иванов, иван петрович",
    "Йвано́в Иван Петрович",
  ])
  func `a Russian name is found however it is written`(_ written: String) {
    #expect(!Known("Иванов Иван Петрович").found("вот \(written) ушёл").isEmpty)
  }

  @Test(arguments: [
    "010-1234-5678", "０１０－１２３４－５６７８", "٠١٠١٢٣٤٥٦٧٨", "+82 10 1234 5678", "+82-(0)10-1234-5678",
    "010\n1234\n5678",
    "𝟎𝟏𝟎 𝟏𝟐𝟑𝟒 𝟓𝟔𝟕𝟖", "①⓪ 1234 5678", "〇一〇一二三四五六七八", "O10-l234-5678", "0082 10 1234 5678",
    "(010) 1234.5678", "821012345678", "tel010 1234 5678",
  ])
  func `a phone is found in every digit and prefix`(_ written: String) {
    for listed in ["010-1234-5678", "+82 10-1234-5678", "0082 10 1234 5678", "8210 1234 5678"] {
      let known = Known(listed, kind: .phone)
      #expect(known.found("전화 \(written).").count >= 1, "\(listed)")
    }
  }
}
