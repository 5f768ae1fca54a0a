import Testing

@testable import Anonymity

/// Groups that a text states, and who is alone in them.
struct CountedGroupTests {
  static let stated: [(Language, String)] = [
    (.en, "There were 20 workers and their manager in Shanghai."),
    (.en, "In Shanghai the manager locked twenty workers in."),
    (.en, "About 20 labourers lived there with a director."),
    (.ko, "상하이에는 노동자 20명과 그들의 지배인이 있었다."),
    (.ko, "상하이에서 지배인은 스무 명의 노동자를 데리고 있었습니다."),
    (.ko, "20명의 노동자와 지배인 한 명이 상하이에 있었다."),
    (.zh, "上海有20名工人和他们的经理。"), (.zh, "经理带着二十名工人住在上海。"),
    (.ru, "В Шанхае было 20 рабочих и их начальник."),
    (.ru, "Начальник и двадцать рабочих жили в Шанхае."),
    (.ja, "上海には労働者20人とその支配人がいた。"),
  ]

  @Test(arguments: stated)
  func `of 20 workers and their manager the manager is alone`(
    language: Language, sentence: String
  ) throws {
    let group = try #require(ToldText(sentence, language: language).groups.first)
    #expect(group.members.filter(\.isPost).map(\.count) == [1])
    #expect(group.members.filter { !$0.isPost }.map(\.count) == [20] && group.size == 21)
    #expect(group.place == "sentence 1")
  }

  @Test(
    arguments: [
      (.en, "There were 20 workers and two managers.", [2]),
      (.en, "There were 20 workers and their managers.", []),
      (.ko, "노동자 20명과 지배인 두 명이 있었다.", [2]), (.zh, "有20名工人和两名经理。", [2]),
      (.ru, "Там было 20 рабочих и два начальника.", [2]),
      (.en, "There were 20 workers. The manager never came.", []),
      (.en, "There were 20 cooks in the kitchen.", []),
    ] as [(Language, String, [Int])])
  func `posts are counted by their own number, in their own sentence`(
    language: Language, sentence: String, posts: [Int]
  ) throws {
    let group = try #require(ToldText(sentence, language: language).groups.first)
    #expect(group.members.filter(\.isPost).map(\.count) == posts)
  }

  @Test func `groups of one sentence are one group`() throws {
    let text = ToldText("We were 20 workers, 3 cooks and the interpreter.")
    #expect(text.groups.map { $0.members.map(\.count) } == [[20, 3, 1]])
  }

  @Test(arguments: [("en", "manager"), ("ko", "지배인"), ("zh", "经理"), ("ru", "начальник")])
  func `a stated group is asked in any language`(_: String, word: String) throws {
    let group = ReferenceGroup(
      name: "restaurant", place: "Shanghai", employer: nil, size: 24,
      members: [word: 1, "工人": 20])
    let post = try #require(ToldText("The manager shouted.").posts.first)
    #expect(group.k(of: post) == 1 && group.lists(post))
    #expect(group.k(of: "Workers") == 20 && group.k(of: nil) == 24)
    // Three are in no list.
    #expect(group.k(of: "cook") == 3)
  }

  @Test func `with nobody left a group says nothing of an unlisted post`() {
    let group = ReferenceGroup(
      name: "g", place: nil, employer: "Example Timber", size: 21,
      members: ["worker": 20, "manager": 1])
    #expect(group.k(of: "cook") == nil)
  }

  @Test(arguments: [
    ("They lived in Shanghai.", true), ("그들은 상하이에서 살았다.", true), ("他们住在上海。", true),
    ("Они жили в Шанхае.", true), ("They lived in China.", false),
    ("They lived in Dandong.", false),
  ])
  func `a group applies to a text that tells its place in any language`(
    sentence: String, applies: Bool
  ) {
    let group = ReferenceGroup(
      name: "g", place: "Shanghai", employer: nil, size: 21, members: [:])
    var memory = PlaceMemory()
    let text = ToldText([sentence], phrases: group.phrases(&memory), &memory)
    #expect(group.applies(to: text, &memory) == applies)
    for place in ["Shanghai", "上海 (workplace)", "상하이"] {
      let facts = PersonProfile([place, "China"]).told(sentence)
      #expect(group.applies(to: facts, &memory) == applies)
    }
  }

  @Test func `a group applies only if both its place and its employer are told`() {
    let group = ReferenceGroup(
      name: "g", place: "Dandong", employer: "Example Timber", size: 21, members: [:])
    let person = PersonProfile(["단동"], employers: [("Example Timber", nil)])
    var memory = PlaceMemory()
    for (sentence, applies) in [
      ("I was with Example Timber in Dandong.", true), ("I was in Dandong.", false),
      ("I was with Example Timber.", false),
    ] {
      let text = ToldText([sentence], phrases: group.phrases(&memory), &memory)
      #expect(group.applies(to: text, &memory) == applies)
      #expect(group.applies(to: person.told(sentence), &memory) == applies)
    }
  }
}
