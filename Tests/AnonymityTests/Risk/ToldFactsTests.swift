import Testing

@testable import Anonymity

/// What a text tells about a person, and who else fits.
struct ToldFactsTests {
  static let person = PersonProfile(
    ["Dandong (workplace)", "Hoeryong (home)"], employers: [("Example Timber", "a timber company")],
    born: 1989, [.father, .olderBrother, .youngerSister, .youngerSister],
    role: [.en: "defector", .ko: "탈북민"])

  @Test(arguments: [
    ("I lived in Dandong.", "Dandong (workplace)"), ("단동에서 살았습니다.", "Dandong (workplace)"),
    ("我在丹东工作。", "Dandong (workplace)"), ("Я жила в Даньдуне.", "Dandong (workplace)"),
    ("It was in Liaoning.", "Liaoning (workplace)"), ("랴오닝성에서 왔다.", "Liaoning (workplace)"),
    ("It was in northeastern China.", "northeastern China (workplace)"),
    ("They came from China.", "China (workplace)"), ("중국에서 왔다.", "China (workplace)"),
    ("I was with Example Timber.", "Example Timber"),
    ("He ran a timber company.", "a timber company"),
    ("I was born in 1989.", "born in 1989"), ("저는 1989년에 태어났습니다.", "born in 1989"),
    ("I was 34 years old.", "aged 34"), ("서른네 살이었습니다.", "aged 34"), ("我三十四岁。", "aged 34"),
    ("Мне было 34 года.", "aged 34"), ("She is in her thirties.", "in the 30s"),
    ("30대 여성이다.", "in the 30s"), ("My father wept.", "has a father"),
    ("우리 아버지가 울었다.", "has a father"), ("父亲哭了。", "has a father"),
    ("Мой отец плакал.", "has a father"),
    ("My older brother wept.", "has a older brother"), ("Мой брат плакал.", "has a brother"),
  ])
  func `what the record has and the words say is told`(sentence: String, words: String) {
    #expect(Self.person.told(sentence).map(\.words) == [words])
  }

  @Test(arguments: [
    "I lived in Shenyang.", "We went to Russia.", "The wall fell in 1989.", "I was 50 years old.",
    "He ran a trading company.", "My uncle wept.", "In the 1930s it was so.", "It was late.",
    "Dandongsky wrote.", "The brotherhood met.",
  ])
  func `what the record does not have, or the words do not say, is not told`(sentence: String) {
    #expect(Self.person.told(sentence).isEmpty)
  }

  @Test func `the finest words for a place count`() {
    let told = Self.person.told("I was in Dandong, which is in China.", "From there to Korea.")
    #expect(told.map(\.words) == ["Dandong (workplace)"])
  }

  @Test func `a label tells the word it has in its language, and relatives`() {
    let told = Self.person.told(
      "It was late.", labels: [.ko], relatives: [.youngerSister, .youngerSister])
    #expect(
      told.map(\.words)
        == ["called “탈북민”", "has a younger sister", "2 of relation “younger sister”"])
    #expect(told[0].fits(PersonProfile(role: [.ko: "탈북민"])))
    #expect(!told[0].fits(PersonProfile(role: [.en: "defector"])))
    #expect(!told[2].fits(PersonProfile([], [.youngerSister, .olderSister])))
    #expect(told[2].fits(PersonProfile([], [.youngerSister, .youngerSister, .youngerSister])))
  }

  @Test func `an age counts from the year of the testimony or one in the sentence`() {
    let told = Self.person.told("I was 24 years old.", year: 2013)
    #expect(told.map(\.words) == ["aged 24"])
    #expect(!Self.person.told("In 2013 I was 24 years old.", year: 2024).isEmpty)
    #expect(Self.person.told("I was 24 years old.", year: 2024).isEmpty)
    #expect(told[0].fits(PersonProfile(born: 1990)))
    #expect(!told[0].fits(PersonProfile(born: 1991)))
    // Who is silent about a year does not fit.
    #expect(!told[0].fits(PersonProfile()))
  }

  @Test(arguments: [
    ("Dandong (workplace)", true), ("단동 (workplace)", true), ("丹东 (workplace)", true),
    ("Dandong (home)", false), ("Dandong", false), ("Shenyang (workplace)", false),
    ("China (workplace)", false),
  ])
  func `a place in a relation fits who has it in the same, however it is spelled`(
    place: String, fits: Bool
  ) throws {
    let fact = try #require(Self.person.told("I lived in Dandong.").first)
    #expect(fact.fits(PersonProfile([place])) == fits)
  }

  @Test func `an area fits who has a place in it`() throws {
    let fact = try #require(Self.person.told("I lived in Liaoning.").first)
    #expect(fact.fits(PersonProfile(["Shenyang (workplace)"])))
    #expect(fact.fits(PersonProfile(["랴오닝성 (workplace)"])))
    #expect(!fact.fits(PersonProfile(["Vladivostok (workplace)"])))
  }

  @Test func `without a relation a place fits every relation`() throws {
    let fact = try #require(PersonProfile(["Dandong"]).told("I lived in Dandong.").first)
    #expect(fact.fits(PersonProfile(["단동 (home)"])) && fact.fits(PersonProfile(["Dandong"])))
  }

  @Test func `a village that no gazetteer knows is known by its listed spellings`() throws {
    let person = PersonProfile(["Zvirkovo-Dalnee (home)", "Звирково-Дальнее (home)"])
    let fact = try #require(person.told("We came to Звирково-Дальнее at night.").first)
    #expect(fact.fits(PersonProfile(["ЗВИРКОВО ДАЛЬНЕЕ (home)"])))
    #expect(!fact.fits(PersonProfile(["Звирково (home)"])))
  }

  @Test func `a brother may be an older one, and the reverse`() throws {
    let fact = try #require(PersonProfile([], [.brother]).told("My older brother left.").first)
    #expect(fact.fits(PersonProfile([], [.olderBrother])))
    #expect(!fact.fits(PersonProfile([], [.youngerBrother])))
    #expect(!fact.fits(PersonProfile([], [.olderSister])))
  }

  @Test func `a person always fits what is told of him`() {
    let sentences =
      "In 2023 I was 34 years old and my brother and father left Dandong for Hoeryong."
    let traits = Self.person.traits
    for fact in Self.person.told(sentences, labels: [.en, .ko]) {
      #expect(!traits.isDisjoint(with: fact.fits))
    }
  }
}
