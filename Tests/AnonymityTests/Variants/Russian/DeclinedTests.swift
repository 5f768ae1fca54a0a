import Testing

@testable import Anonymity

struct DeclinedTests {
  @Test(arguments: ["김철수", "이설주", "남궁민수", "박하나", "金哲洙", "최", "강영호"])
  func `a Cyrillic spelling is declined as if it were listed`(_ name: String) {
    let spellings = NameVariants.of(name).filter { $0.reason == .cyrillic }.map(\.text)
    let others = [
      "Кузнецов Иван Петрович", "Римский-Корсаков Николай", "Ким-Пак Анна", "Ли", "Ann", "",
    ]
    for spelling in spellings + others {
      #expect(
        RussianVariants.declined(spelling)
          == RussianVariants.of(spelling).filter { $0.reason == .declined }.map(\.text))
    }
  }
}
