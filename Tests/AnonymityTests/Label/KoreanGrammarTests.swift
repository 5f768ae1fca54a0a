import Testing

@testable import Anonymity

/// A particle after a name in a consonant, after a name in a vowel, and what a label in a vowel
/// (A씨), in a consonant (여동생) and in ㄹ (딸) takes.
struct Row: Sendable, CustomTestStringConvertible {
  let afterConsonant: String
  let afterVowel: String
  let vowel: String
  let consonant: String
  let liquid: String

  init(_ consonant: String, _ vowel: String, liquid: String? = nil) {
    afterConsonant = consonant
    afterVowel = vowel
    self.vowel = vowel
    self.consonant = consonant
    self.liquid = liquid ?? consonant
  }

  /// The same after every ending.
  init(_ tail: String) { self.init(tail, tail) }

  /// What becomes of two tails that are not simply carried over.
  init(_ consonant: String, _ vowel: String, becomes: (String, String, String)) {
    afterConsonant = consonant
    afterVowel = vowel
    (self.vowel, self.consonant, self.liquid) = becomes
  }

  var testDescription: String { "\(afterConsonant)/\(afterVowel)" }
}

private let rows: [Row] = [
  // Case and topic.
  Row("은", "는"), Row("이", "가"), Row("을", "를"), Row("과", "와"), Row("의"), Row("에게"), Row("에게서"),
  Row("한테"), Row("한테서"), Row("께"), Row("께서"), Row("께서는"), Row("께서도"), Row("께서만"), Row("더러"),
  Row("보고"), Row("에"), Row("에게로"), Row("한테로"), Row("하고"), Row("하고는"),
  // With ㄹ.
  Row("으로", "로", liquid: "로"), Row("으로서", "로서", liquid: "로서"), Row("으로써", "로써", liquid: "로써"),
  Row("으로부터", "로부터", liquid: "로부터"), Row("으로는", "로는", liquid: "로는"),
  Row("으로부터도", "로부터도", liquid: "로부터도"), Row("으로서의", "로서의", liquid: "로서의"),
  // Auxiliary particles.
  Row("도"), Row("만"), Row("만은"), Row("만이"), Row("만을"), Row("까지"), Row("까지도"), Row("까지가"), Row("마저"),
  Row("조차"), Row("조차도"), Row("부터"), Row("부터가"), Row("처럼"), Row("처럼은"), Row("같이"), Row("만큼"),
  Row("만큼은"), Row("보다"), Row("보다는"), Row("보다도"), Row("대로"), Row("밖에"), Row("밖에는"), Row("마다"),
  Row("뿐"),
  Row("뿐이다"), Row("뿐만"), Row("들"), Row("들은"), Row("들이"), Row("들에게"), Row("네"), Row("네는"), Row("측"),
  Row("측은"), Row("측이"), Row("한테서도"), Row("한테는"), Row("에게는"), Row("에게도"), Row("에게만"), Row("에게까지"),
  Row("커녕"), Row("은커녕", "는커녕"), Row("은요", "는요"), Row("이요", "요"),
  // The copula and what is made of it.
  Row("이다", "다"), Row("입니다"), Row("입니까"), Row("이었다", "였다"), Row("이었습니다", "였습니다"),
  Row("이었고", "였고"), Row("이었던", "였던"), Row("이었는데", "였는데"), Row("이었지만", "였지만"),
  Row("이에요", "예요"), Row("이어서", "여서"), Row("인"), Row("인데"), Row("인지"), Row("인지도"), Row("일"),
  Row("임을"), Row("이라고", "라고"), Row("이라고는", "라고는"), Row("이라고도", "라고도"), Row("이라는", "라는"),
  Row("이라며", "라며"), Row("이라면", "라면"), Row("이라도", "라도"), Row("이라서", "라서"), Row("이란", "란"),
  Row("이랑", "랑"), Row("이랑은", "랑은"), Row("이며", "며"), Row("이나", "나"), Row("이나마", "나마"),
  Row("이든", "든"), Row("이든지", "든지"), Row("이야말로", "야말로"), Row("이고", "고"), Row("이면", "면"),
  Row("이지만", "지만"), Row("이지", "지"), Row("이죠", "죠"), Row("이니까", "니까"), Row("이므로", "므로"),
  Row("이자", "자"), Row("이냐", "냐"), Row("이구나", "구나"), Row("이잖아", "잖아"), Row("이래", "래"),
  Row("이었다고", "였다고"), Row("이라든지", "라든지"), Row("이네요", "네요"), Row("이십니다", "십니다"),
  // Calls.
  Row("아", "야", becomes: ("", "", "")), Row("이야", "야", becomes: ("", "", "")),
  Row("이여", "여", becomes: ("", "", "")),
  // The 이 after a name in a consonant.
  Row("이는", "는", becomes: ("는", "은", "은")), Row("이가", "가", becomes: ("가", "이", "이")),
  Row("이를", "를", becomes: ("를", "을", "을")), Row("이와", "와", becomes: ("와", "과", "과")),
  Row("이의", "의", becomes: ("의", "의", "의")), Row("이도", "도", becomes: ("도", "도", "도")),
  Row("이만", "만", becomes: ("만", "만", "만")), Row("이한테", "한테", becomes: ("한테", "한테", "한테")),
  Row("이한테서도", "한테서도", becomes: ("한테서도", "한테서도", "한테서도")),
  Row("이네", "네", becomes: ("네", "네", "네")), Row("이로", "로", becomes: ("로", "으로", "로")),
  Row("이처럼", "처럼", becomes: ("처럼", "처럼", "처럼")), Row("이하고", "하고", becomes: ("하고", "하고", "하고")),
  Row("이에게", "에게", becomes: ("에게", "에게", "에게")),
  Row("이였다", "였다", becomes: ("였다", "이었다", "이었다")),
  Row("이에요", "에요", becomes: ("예요", "이에요", "이에요")),
  Row("이예요", "예요", becomes: ("예요", "이에요", "이에요")),
  Row("이까지", "까지", becomes: ("까지", "까지", "까지")), Row("이형은", "형은", becomes: ("는", "은", "은")),
]

private let vowelLabel = "탈북민 A씨"
private let consonantLabel = "탈북민 A씨의 여동생"
private let liquidLabel = "탈북민 A씨의 딸"

@Test(arguments: rows)
func `a tail takes the form of the label and no longer shows how the name ended`(row: Row) {
  for tail in [row.afterConsonant, row.afterVowel] {
    #expect(KoreanGrammar.fit(tail: tail, to: vowelLabel) == row.vowel)
    #expect(KoreanGrammar.fit(tail: tail, to: consonantLabel) == row.consonant)
    #expect(KoreanGrammar.fit(tail: tail, to: liquidLabel) == row.liquid)
  }
}

@Test(arguments: [
  "씨", "님", "선생", "선생님", " 선생님", " 씨", "동지", " 동지", "동무", "형", "형님", "오빠", "누나", "언니", "군", "양",
  " 양",
  " 군", "여사", " 여사님", "아저씨", "아주머니", " 박사", " 교수님", " 목사님", "사장님", " 과장",
])
func `titles are dropped and what follows them fits the label`(title: String) {
  #expect(KoreanGrammar.fit(tail: title, to: vowelLabel) == "")
  for (tail, vowel, consonant) in [
    ("은", "는", "은"), ("는", "는", "은"), ("이", "가", "이"), ("가", "가", "이"), ("을", "를", "을"),
    ("를", "를", "을"), ("의", "의", "의"), ("이라고", "라고", "이라고"), ("라고", "라고", "이라고"),
    ("으로부터", "로부터", "으로부터"), ("로부터", "로부터", "으로부터"), ("께서는", "께서는", "께서는"),
    ("한테서도", "한테서도", "한테서도"), ("이었다", "였다", "이었다"), ("였다", "였다", "이었다"),
    ("입니다", "입니다", "입니다"), ("과", "와", "과"), ("만은", "만은", "만은"),
  ] {
    #expect(KoreanGrammar.fit(tail: title + tail, to: vowelLabel) == vowel)
    #expect(KoreanGrammar.fit(tail: title + tail, to: consonantLabel) == consonant)
  }
}

@Test func `nothing stays nothing`() {
  #expect(KoreanGrammar.fit(tail: "", to: vowelLabel) == "")
  #expect(KoreanGrammar.fit(tail: "", to: consonantLabel) == "")
}

@Test(arguments: ["이야기", "형제들은", "군대", "도시", "가족", "나라", "만두", "이발소는", "아파트", "의사가"])
func `words that only begin like a particle are left alone`(word: String) {
  #expect(KoreanGrammar.fit(tail: word, to: vowelLabel) == word)
  #expect(KoreanGrammar.fit(tail: word, to: consonantLabel) == word)
}

@Test func `a leading 씨 goes even when the rest is not understood`() {
  #expect(KoreanGrammar.fit(tail: "씨네집은", to: vowelLabel) == "네집은")
}

@Test func `decomposed jamo are read like syllables`() {
  let decomposed = "\u{110B}\u{1173}\u{11AB}"  // 은
  #expect(KoreanGrammar.fit(tail: decomposed, to: vowelLabel) == "는")
}

@Test(arguments: [
  ("A", "가", "로"), ("B", "가", "로"), ("L", "이", "로"), ("M", "이", "으로"), ("N", "이", "으로"),
  ("R", "이", "로"), ("Z", "가", "로"), ("AL", "이", "로"), ("LA", "가", "로"), ("남동생(2)", "이", "으로"),
  ("딸(3)", "이", "로"), ("아버지 (2)", "가", "로"), ("[전화번호 비공개]", "가", "로"), ("“여동생”", "이", "으로"),
  ("무역회사 1", "이", "로"), ("무역회사 2", "가", "로"), ("무역회사 3", "이", "으로"), ("형", "이", "으로"),
])
func `letters and digits are read by their Korean names, brackets are not read`(
  label: String, subject: String, direction: String
) {
  #expect(KoreanGrammar.fit(tail: "이", to: label) == subject)
  #expect(KoreanGrammar.fit(tail: "으로", to: label) == direction)
}

@Test func `the table has every form once`() {
  #expect(rows.count >= 60)
  let all = KoreanParticles.alternating.map(\.consonant)
  #expect(Set(all).count == all.count)
  #expect(Set(KoreanParticles.honorifics).count == KoreanParticles.honorifics.count)
}
