import Anonymity

@testable import EvidenceVault

extension Figures {
  /// Everybody asked about: k, and the combinations that fit nobody else.
  func risk() throws {
    let count = sizes.few
    report.heading("Risk of each of \(count) sources")
    let documents = try (0..<count).map(Acquaintances.document)
    let records = documents.map { SourceRecord(code: Code.random(.source), document: $0) }
    var memory = PlaceMemory()
    var told: [[Fact]] = []
    for (number, document) in documents.enumerated() {
      let profile = PersonProfile(document)
      let text = ToldText(
        [ToldText.Part(place: "sentence 1", text: Acquaintances.sentence(number))],
        language: .en, year: 2024, phrases: profile.phrases(&memory), &memory)
      told.append(
        profile.facts(
          in: text, PersonProfile.Appearance(labels: [.en], relatives: []), &memory))
    }
    var crowd = SourceCrowd([])
    let index = report.seconds { crowd = SourceCrowd(records) }
    var least = 0
    var sets = 0
    let asked = report.seconds(runs: 3) {
      least = 0
      sets = 0
      for (record, facts) in zip(records, told) {
        if crowd.k(of: record.entity, facts) == 1 { least += 1 }
        sets += crowd.combinations(of: record.entity, facts)?.sets.count ?? 0
      }
    }
    // One person compared with everybody, trait by trait; what all would take is a multiple of it.
    let traits = documents.map { document in PersonProfile(document).traits(&memory) }
    var naive = 0
    let one = report.seconds(runs: 9) {
      naive = traits.count { own in told[0].allSatisfy { !own.isDisjoint(with: $0.fits) } }
    }
    precondition(naive == crowd.k(of: records[0].entity, told[0]), "both count the same people")
    let facts = told.reduce(0) { $0 + $1.count }
    report.line("traits of all, indexed", Report.time(index))
    report.line(
      "k and combinations of all, \(facts) facts", asked, "k of each by comparing with all",
      one * Double(count))
    report.line("index and questions", index + asked, "the same", one * Double(count))
    report.line("fit by nobody else", "\(least) of \(count); \(sets) minimal combinations")
  }
}

/// Invented people with places, years, employers and relatives, the same in every run.
enum Acquaintances {
  private static let places = [
    "Dandong", "Shenyang", "Dalian", "Hunchun", "Yanji", "Tumen", "Changchun", "Harbin", "Beijing",
    "Shanghai", "Vladivostok", "Khabarovsk", "Ussuriysk", "Moscow", "Hoeryong", "Sinuiju", "Hyesan",
    "Chongjin", "Wonsan", "Pyongyang",
  ]
  private static let relatives = [
    "father", "mother", "older brother", "younger brother", "older sister", "younger sister",
    "husband", "wife", "son", "daughter", "uncle", "cousin",
  ]
  private static let kinds = ["timber", "building", "textile", "fishing", "trading"]
  private static let roles = ["defector", "worker", "trader", "interpreter"]

  /// A number that looks drawn by chance.
  private static func draw(_ number: Int, _ what: UInt64, below bound: Int) -> Int {
    var mixed = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ what &* 0xD6E8_FEB8_6659_FD93
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  private static func home(_ number: Int) -> String { places[draw(number, 1, below: 20)] }
  private static func work(_ number: Int) -> String { places[draw(number, 2, below: 20)] }
  private static func born(_ number: Int) -> Int { 1955 + draw(number, 3, below: 50) }
  private static func company(_ number: Int) -> Int { draw(number, 4, below: 200) }
  private static func kin(_ number: Int, _ which: Int) -> String {
    relatives[draw(number, 5 + UInt64(which), below: 12)]
  }

  static func document(_ number: Int) throws -> SourceDocument {
    let kind = kinds[company(number) % 5]
    let text = """
      names: ["Person \(number)"]
      describe_as: {en: \(roles[draw(number, 20, below: 4)])}
      born: \(born(number))
      places: [{name: \(home(number)), relation: home}, {name: \(work(number)), relation: workplace}]
      employers: [{name: "Company \(company(number))", generalise: "a \(kind) company"}]
      relatives: [\((0..<3).map { "{relation: \(kin(number, $0))}" }.joined(separator: ", "))]
      """
    return try SourceDocument(yaml: Array(text.utf8))
  }

  static func sentence(_ number: Int) -> String {
    """
    I was born in \(born(number)) in \(home(number)) and worked for a \
    \(kinds[company(number) % 5]) company in \(work(number)) until my \(kin(number, 0)) and my \
    \(kin(number, 1)) and my \(kin(number, 2)) were gone.
    """
  }
}
