import Testing

@testable import Anonymity

@Suite struct KoreanCandidatesTests {
  @Test(arguments: [
    ("Kim Chol-su", "김철수"), ("Kim Cheolsoo", "김철수"), ("Cheolsoo Kim", "김철수"),
    ("kimcheolsu", "김철수"), ("KimChulSoo", "김철수"), ("KIM CHUL SOO", "김철수"), ("Kim, Chol-su", "김철수"),
    ("Lee Min-ho", "이민호"), ("Ri Min Ho", "리민호"), ("Park Il", "박일"), ("Namgung Minsu", "남궁민수"),
    ("Sunwoo Jinho", "선우진호"), ("T'ae Yŏng-ho", "태영호"), ("Hwang Jang-yop", "황장엽"),
    ("Cho Ŭnsŏk", "조은석"), ("Chol-su", "철수"), ("Ch'oe Ch'ŏru", "최철우"),
  ])
  func `the likeliest Hangul comes among the first`(_ latin: String, _ hangul: String) {
    #expect(KoreanCandidates.of(latin: latin).prefix(3).contains(hangul))
  }

  @Test(arguments: [
    ("Kim Hyŏngmin", "김혁민"), ("Kim Cholli", "김천리"), ("Kim Jong-un", "김정은"), ("Kim Sogu", "김석우"),
    ("Yoo Hye-kyung", "류혜경"), ("Chung Mong-joon", "정몽준"),
  ])
  func `what may be meant is offered`(_ latin: String, _ hangul: String) {
    #expect(KoreanCandidates.of(latin: latin).contains(hangul))
  }

  @Test func `an apostrophe tells one consonant from the other`() {
    #expect(KoreanCandidates.of(latin: "Kim Ch'ŏl-su").first == "김철수")
    #expect(!KoreanCandidates.of(latin: "Kim T'ae-ho").contains("김대호"))
    #expect(KoreanCandidates.of(latin: "Kim Tae-ho").contains("김대호"))
    #expect(!KoreanCandidates.of(latin: "Kim Chŏng-ho").contains("김종호"))
  }

  @Test(arguments: [
    "", "John Smith", "Ivan Petrov", "김철수", "Kim 7", "Ким", "-", "Kim", "Xi Jinping",
  ])
  func `what is no Korean name has no candidates`(_ text: String) {
    #expect(KoreanCandidates.of(latin: text).isEmpty)
  }

  @Test func `there are never too many, and no candidate twice`() {
    for name in ["Lee Min Ho", "leejungyun", "Yoo In A", "aaaaaaaaaaaaaaaaaaaaaaaa", "U I U I U I"]
    {
      let found = KoreanCandidates.of(latin: name)
      #expect(found.count <= KoreanCandidates.limit)
      #expect(Set(found).count == found.count)
    }
  }

  @Test(arguments: ["강정구", "박혁민", "이영희", "최동욱", "남궁은혜", "임재석", "조현우"])
  func `a name is found again from each of its commonest spellings`(_ name: String) {
    let spellings = KoreanVariants.of(name)
      .filter { [.revised, .mccuneReischauer, .dprk].contains($0.reason) }
    #expect(!spellings.isEmpty)
    for spelling in spellings {
      let found = KoreanCandidates.of(latin: spelling.text)
      let same = found.contains { KoreanVariants.of($0).map(\.text).contains(name) || $0 == name }
      #expect(same, "\(spelling.text)")
    }
  }
}
