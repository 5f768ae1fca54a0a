import Testing

@testable import Anonymity

@Suite struct EnglishSentenceTests {
  @Test(arguments: [
    Sentence("Then {Pak To-chol} left.", "Then defector A left."),
    Sentence("{Pak To-chol} left.", "Defector A left."),
    Sentence("He left.” {Pak} stayed.", "He left.” Defector A stayed."),
    Sentence("On {Pak|'s} orders", "On defector A's orders"),
    Sentence("{Pak}’s brother’s house", "Defector A’s brother’s house"),
    Sentence("Mr. {Pak} and Mrs. {2:Choe} left", "Defector A and defector B left"),
    Sentence("Mr. and Mrs. {Pak} left.", "Defector A and spouse left."),
    Sentence("We saw Mr & Mrs {Pak}.", "We saw defector A and spouse."),
    Sentence("the defector {Pak} said", "the defector A said"),
    Sentence("The defector, {Pak}, said", "The defector, A, said"),
    Sentence("“{Pak}” was his name", "“Defector A” was his name"),
    Sentence("He (“{Pak}”) left.", "He (“defector A”) left."),
    Sentence("I saw a {Pak} from Onsong", "I saw defector A from Onsong"),
    Sentence("the late {Pak} was", "the late defector A was"),
    Sentence("I met Pastor\n{Pak} there", "I met defector A there"),
    Sentence("# {Pak|'s} story", "# Defector A's story"),
    Sentence("{Pak}, {2:Choe} and {3:Kim} left", "Defector A, defector B and defector C left"),
    Sentence("with {Pak}, 41, and", "with defector A, 41, and"),
    Sentence("by {Pak}-dongji in", "by defector A in"),
    Sentence("“Run!” cried {Pak}.", "“Run!” cried defector A."),
    Sentence("He said: \"{Pak} ran.\"", "He said: \"Defector A ran.\""),
    Sentence("He said, “{Pak} ran.”", "He said, “Defector A ran.”"),
    Sentence("A friend, “{Pak}”, ran", "A friend, “defector A”, ran"),
    Sentence("the word \"{Pak}\" on it", "the word \"defector A\" on it"),
    Sentence("Sender: {Pak}", "Sender: defector A"),
  ])
  func `a label fits into a sentence`(sentence: Sentence) {
    #expect(sentence.placed(in: .en) == sentence.result)
  }

  @Test(arguments: [
    Sentence("My father, {Pak}, said", "My father said", .father),
    Sentence("His late father, {Pak}.", "His late father.", .father),
    Sentence("her son {Pak|'s} bag", "her son's bag", .son),
    Sentence("Our father ({Pak}) said", "Our father (the father of defector A) said", .father),
    Sentence("My uncle, {Pak}, said", "My uncle, the father of defector A, said", .father),
    Sentence(
      "My father, {Pak} and a boy", "My father, the father of defector A and a boy", .father),
    Sentence("My younger brother, {Pak}, ran", "My younger brother ran", .brother),
    Sentence("My father is {Pak}.", "My father is [name withheld].", .father),
    Sentence("His name was {Pak}, he said", "His name was [name withheld], he said", .father),
    Sentence("This is {Pak}.", "This is the father of defector A.", .father),
    Sentence("my father {Pak} said", "my father said", .father),
    Sentence("the father {Pak} said", "the father (the father of defector A) said", .father),
    Sentence("{Pak|'s} bag", "Defector A's father's bag", .father),
    Sentence("It is the {Pak} I knew", "It is the father of defector A I knew", .father),
    Sentence("Uncle {Pak} left", "An uncle of defector A left", .uncle),
    Sentence("I saw an {Oh} who ran", "I saw a friend of defector A who ran", .friend),
    Sentence(
      "He met {Pak}. {Pak} ran.", "He met a cousin of defector A. A cousin of defector A ran.",
      .cousin),
  ])
  func `a relative fits into a sentence`(sentence: Sentence) {
    #expect(sentence.placed(in: .en) == sentence.result)
  }

  @Test(arguments: [
    Sentence("in <Khabarovsk>.", "in the Russian Far East.", area: "the Russian Far East"),
    Sentence(
      "<Khabarovsk> is cold.", "The Russian Far East is cold.", area: "the Russian Far East"),
    Sentence("the <Khabarovsk> yard", "the Russian Far East yard", area: "the Russian Far East"),
    Sentence(
      "It was the <Khabarovsk>, he said", "It was the Russian Far East, he said",
      area: "the Russian Far East"),
    Sentence("at a <Khabarovsk> yard", "at a Russian Far East yard", area: "the Russian Far East"),
    Sentence(
      "Then the <Dandong> was cold", "Then northeastern China was cold", area: "northeastern China"),
    Sentence(
      "I left the city of <Dandong>", "I left northeastern China", area: "northeastern China"),
    Sentence("in the town of <Dandong>.", "in northeastern China.", area: "northeastern China"),
    Sentence(
      "at an <Ulsan> yard", "at a southeastern South Korea yard", area: "southeastern South Korea"),
    Sentence("at a <Dandong> yard", "at an eastern China yard", area: "eastern China"),
    Sentence("in <Dandong>, China, then", "in China, then", area: "China"),
    Sentence(
      "in <Dandong>, Liaoning, China.", "in northeastern China.", area: "northeastern China"),
    Sentence("in <Dandong> (China) and", "in China and", area: "China"),
    Sentence("in <Dandong>, Russia and", "in China, Russia and", area: "China"),
    Sentence(
      "in <Khabarovsk> in Russia.", "in the Russian Far East.", area: "the Russian Far East"),
    Sentence("in <Dandong> in Russia.", "in China in Russia.", area: "China"),
    Sentence("In Russia’s <Khabarovsk> it", "In Russia it", area: "Russia"),
    Sentence("China's <Khabarovsk> it", "China's Russia it", area: "Russia"),
    Sentence("near North Korea’s <Sinuiju>,", "near North Korea,", area: "North Korea"),
    Sentence("<Dandong> city in Liaoning.", "China.", area: "China"),
    Sentence("<Dandong>'s port", "Northeastern China's port", area: "northeastern China"),
    Sentence("to <Dandong>, and on", "to another country, and on", area: "another country"),
  ])
  func `an area brings its own article`(sentence: Sentence) {
    #expect(sentence.placed(in: .en) == sentence.result)
  }
}
