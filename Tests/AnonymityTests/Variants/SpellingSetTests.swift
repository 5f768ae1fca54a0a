import Anonymity
import Testing

struct SpellingSetTests {
  @Test(arguments: [
    ("Cho Sen", "cho sen"), ("Cho Sen", "Cho-Sen"), ("Cho Sen", "CHŎSEN"), ("Cho Sen", "Sen Cho"),
    ("조선", "조 선"), ("조선", "\u{110C}\u{1169}\u{1109}\u{1165}\u{11AB}"),
    ("Чё Сон", "Че Сон"), ("Иван Кузнецов", "Кузнецов Иван"), ("Cho Sen", "Cho\u{200B}\u{A0}Sen"),
  ])
  func `a spelling is the same in any case, with any marks, spaces, hyphens and word order`(
    spelling: String, name: String
  ) {
    #expect(SpellingSet([spelling]).contains(name))
    #expect(SpellingSet([name]).contains(spelling))
  }

  @Test(arguments: [("Cho Sen", "Cho Son"), ("Cho Sen", "Cho"), ("Cho", "Cho Sen"), ("-", "Cho")])
  func `another spelling is another`(spelling: String, name: String) {
    #expect(!SpellingSet([spelling]).contains(name))
    #expect(!SpellingSet([]).contains(name))
  }

  @Test func `a spelling is added once`() {
    var set = SpellingSet(["Cho Sen"])
    let again = set.insert("cho-sen")
    let other = set.insert("Cho Son")
    #expect(!again && other)
    #expect(set.contains("Cho Son"))
  }
}
