/// The nouns by which a relation is rendered, one row a relation.
struct RelationWords {
  /// English noun, and whether one usually has only one ("the father", but "a friend").
  let en: String
  let only: Bool
  let ko: String
  let zh: String
  let ja: String
  let ru: String

  init(_ en: String, only: Bool = true, _ ko: String, _ zh: String, _ ja: String, _ ru: String) {
    self.en = en
    self.only = only
    self.ko = ko
    self.zh = zh
    self.ja = ja
    self.ru = ru
  }

  static func of(_ relation: Relation) -> RelationWords {
    switch relation {
    case .father: .init("father", "아버지", "父亲", "父", "отец")
    case .mother: .init("mother", "어머니", "母亲", "母", "мать")
    case .parent: .init("parent", only: false, "부모", "父母之一", "親", "родитель")
    case .spouse: .init("spouse", "배우자", "配偶", "配偶者", "супруг или супруга")
    case .partner: .init("partner", "연인", "伴侣", "パートナー", "партнёр")
    case .son: .init("son", "아들", "儿子", "息子", "сын")
    case .daughter: .init("daughter", "딸", "女儿", "娘", "дочь")
    case .child: .init("child", "자녀", "子女", "子", "ребёнок")
    case .brother: .init("brother", "남자 형제", "兄弟", "男兄弟", "брат")
    case .olderBrother: .init("older brother", "손위 남자 형제", "哥哥", "兄", "старший брат")
    case .youngerBrother: .init("younger brother", "남동생", "弟弟", "弟", "младший брат")
    case .sister: .init("sister", "여자 형제", "姐妹", "姉妹", "сестра")
    case .olderSister: .init("older sister", "손위 여자 형제", "姐姐", "姉", "старшая сестра")
    case .youngerSister: .init("younger sister", "여동생", "妹妹", "妹", "младшая сестра")
    case .sibling: .init("sibling", only: false, "형제자매", "兄弟姐妹", "きょうだい", "брат или сестра")
    case .grandfather: .init("grandfather", "할아버지", "祖父", "祖父", "дедушка")
    case .grandmother: .init("grandmother", "할머니", "祖母", "祖母", "бабушка")
    case .grandparent: .init("grandparent", only: false, "조부모", "祖辈", "祖父母", "дедушка или бабушка")
    case .grandson: .init("grandson", "손자", "孙子", "孫息子", "внук")
    case .granddaughter: .init("granddaughter", "손녀", "孙女", "孫娘", "внучка")
    case .grandchild: .init("grandchild", only: false, "손주", "孙辈", "孫", "внук или внучка")
    case .uncle: .init("uncle", only: false, "삼촌", "叔伯或舅父", "おじ", "дядя")
    case .aunt: .init("aunt", only: false, "고모나 이모", "姑姑或姨妈", "おば", "тётя")
    case .cousin:
      .init(
        "cousin", only: false, "사촌", "堂表亲", "いとこ", "двоюродный брат или двоюродная сестра")
    case .nephew: .init("nephew", only: false, "남자 조카", "侄子或外甥", "甥", "племянник")
    case .niece: .init("niece", only: false, "여자 조카", "侄女或外甥女", "姪", "племянница")
    case .fatherInLaw: .init("father-in-law", "배우자의 아버지", "配偶的父亲", "義父", "отец супруга или супруги")
    case .motherInLaw: .init("mother-in-law", "배우자의 어머니", "配偶的母亲", "義母", "мать супруга или супруги")
    case .sonInLaw: .init("son-in-law", "사위", "女婿", "娘婿", "зять")
    case .daughterInLaw: .init("daughter-in-law", "며느리", "儿媳", "息子の妻", "невестка")
    case .brotherInLaw:
      .init("brother-in-law", only: false, "남자 인척", "姻亲兄弟", "義理の兄弟", "свойственник")
    case .sisterInLaw:
      .init("sister-in-law", only: false, "여자 인척", "姻亲姐妹", "義理の姉妹", "свойственница")
    case .relative: .init("relative", only: false, "친척", "亲属", "親族", "родственник")
    case .friend: .init("friend", only: false, "친구", "朋友", "友人", "друг")
    case .colleague: .init("colleague", only: false, "동료", "同事", "同僚", "коллега")
    case .manager: .init("manager", only: false, "상사", "上司", "上司", "начальник")
    case .employer: .init("employer", only: false, "고용주", "雇主", "雇用主", "работодатель")
    case .neighbour: .init("neighbor", only: false, "이웃", "邻居", "隣人", "сосед")
    case .teacher: .init("teacher", only: false, "교사", "老师", "教師", "учитель")
    case .classmate: .init("classmate", only: false, "동창", "同学", "同級生", "одноклассник")
    case .associate:
      .init("person close to", only: false, "주변 인물", "身边的人", "周辺の人物", "человек из окружения")
    }
  }

  /// The Russian noun of a relation in every case.
  static func russian(_ relation: Relation) -> Paradigm {
    cases[relation] ?? Paradigm(undeclined: of(relation).ru)
  }

  private static let cases: [Relation: Paradigm] = {
    var table: [Relation: Paradigm] = [:]
    for relation in Relation.allCases {
      guard let paradigm = RussianPhrase.paradigm(of(relation).ru) else {
        preconditionFailure("a relation that cannot be declined")
      }
      table[relation] = paradigm
    }
    return table
  }()
}
