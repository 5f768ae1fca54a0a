/// A way in which one invented person is written, in the pieces between which a gap may stand.
struct Plant {
  enum Kind { case korean, alphabet, han, number, address }

  let kind: Kind
  let words: [String]
  /// What may follow by grammar.
  var tails: [String] = [""]
  /// Too short to be itself in the middle of anything: it keeps its own gaps and letters.
  var isShort = false

  private static let particles = [
    "", "씨는", "이가", "께서", "에게서는", " 씨를", "였다", "동무와", "은커녕", "님께서만", "한테도", "선생님이라고", "의",
  ]

  private static func korean(_ words: String..., short: Bool = false) -> Plant {
    Plant(kind: .korean, words: words, tails: particles, isShort: short)
  }

  private static func latin(_ words: String...) -> Plant {
    Plant(kind: .alphabet, words: words, tails: ["", "'s", "’s", "씨는"])
  }

  private static func cyrillic(_ words: String...) -> Plant { Plant(kind: .alphabet, words: words) }

  private static func han(_ words: String...) -> Plant {
    Plant(kind: .han, words: words, tails: ["", "说", "先生", "的"])
  }

  /// The people whom the vault knows; each spelling below stands for one of them.
  static let sources = [
    """
    names: ["김철수", "金哲洙"]
    describe_as: {en: defector, ko: 탈북민, ru: перебежчик, zh: 脱北者}
    born: 1989-03-14
    phones: ["+82 10-2345-6789"]
    emails: ["minsu.namkang@example.org"]
    documents: [{kind: passport, number: "AB1234567"}]
    relatives: [{relation: father, names: ["박성민"]}, {relation: friend, names: ["남궁민수"]}]
    consent: {audiences: [public]}
    """,
    """
    names: ["Орлов Павел Сергеевич"]
    describe_as: {en: trader, ko: 상인, ru: торговец, zh: 商人}
    relatives: [{relation: wife, names: ["Лебедева-Снегирёва Наталья Юрьевна"]}]
    consent: {audiences: [public]}
    """,
    """
    names: ["欧阳小明"]
    describe_as: {en: driver, ko: 운전사, ru: водитель, zh: 司机}
    relatives: [{relation: brother, names: ["Ivan Reedham"]}, {relation: son, names: ["은하"]}]
    consent: {audiences: [public]}
    """,
  ]

  static let all: [Plant] = [
    korean("김", "철수"), korean("남궁", "민수"), korean("박", "성민"), korean("은하", short: true),
    latin("Kim", "Chol", "su"), latin("Kim", "Cheolsu"), latin("Chulsoo", "Kim"),
    latin("Park", "Sung", "min"), latin("Pak", "Songmin"), latin("Namgung", "Minsu"),
    cyrillic("Ким", "Чхоль", "Су"), cyrillic("Пак", "Сонмин"), han("金", "哲洙"),
    han("欧阳", "小明"), han("歐陽", "小明"), latin("Ouyang", "Xiaoming"),
    latin("Ivan", "Reedham"), latin("Reedham", "Ivan"),
    cyrillic("Орлов", "Павел", "Сергеевич"), cyrillic("Павлом", "Орловым"),
    cyrillic("Орлову", "Павлу", "Сергеевичу"), cyrillic("Павла", "Сергеевича", "Орлова"),
    latin("Pavel", "Orlov"), latin("Orlov", "Pavel", "Sergeyevich"),
    cyrillic("Лебедевой", "Снегирёвой", "Наталье"), cyrillic("Наталью", "Снегирёву"),
    latin("Natalia", "Lebedeva"),
    Plant(kind: .number, words: ["010", "2345", "6789"]),
    Plant(kind: .number, words: ["82", "10", "2345", "6789"]),
    Plant(kind: .number, words: ["1989", "03", "14"]),
    Plant(kind: .number, words: ["AB", "1234567"]),
    Plant(kind: .address, words: ["minsu.namkang@example.org"]),
    Plant(kind: .address, words: ["minsu.namkang", " at ", "example", " dot ", "org"]),
  ]
}

/// A sentence of one language round a plant; it shares no three letters with any.
struct Frame {
  let language: String
  let before: String
  let after: String

  static let all = [
    Frame(language: "en", before: "They told us that ", after: " got there before dusk."),
    Frame(language: "en", before: "(", after: ") wept."),
    Frame(language: "en", before: "> he left; ", after: ", too, they fed\n"),
    Frame(language: "ko", before: "어제 저녁 ", after: " 보았다."),
    Frame(language: "ko", before: "「", after: "」 들렸다."),
    Frame(language: "ru", before: "Вечером видели ", after: ", но уже у ворот."),
    Frame(language: "ru", before: "«", after: "» шёл к нам."),
    Frame(language: "zh", before: "昨天见到", after: "。"),
    Frame(language: "zh", before: "信里写着：", after: "，他们走了。"),
  ]
}
