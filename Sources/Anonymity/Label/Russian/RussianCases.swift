/// The cases in which a word or a name may stand.
struct RussianCases: OptionSet, Hashable {
  let rawValue: UInt8

  static let nominative = RussianCases(.nominative)
  static let genitive = RussianCases(.genitive)
  static let dative = RussianCases(.dative)
  static let accusative = RussianCases(.accusative)
  static let instrumental = RussianCases(.instrumental)
  static let prepositional = RussianCases(.prepositional)
  /// Nothing is known.
  static let all: RussianCases = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .prepositional,
  ]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// One case; the long instrumental counts as the instrumental.
  init(_ c: RussianCase) {
    let one = c == .longInstrumental ? RussianCase.instrumental : c
    rawValue = 1 << UInt8(one.rawValue)
  }

  /// The cases of a paradigm that have this form.
  init(of form: [UInt32], in paradigm: Paradigm) {
    self = []
    for c in RussianCase.allCases where VariantList.key(paradigm[c]) == form {
      insert(RussianCases(c))
    }
  }

  func has(_ c: RussianCase) -> Bool { contains(RussianCases(c)) }

  /// The single case, if there is just one.
  var only: RussianCase? {
    let all = RussianCase.allCases.filter { $0 != .longInstrumental && has($0) }
    return all.count == 1 ? all[0] : nil
  }

  /// The cases that the form of a name tells.
  ///
  /// - `covered`: the name as it stood in the text. In another script, or when none of the names
  ///   explains it, nothing is known.
  /// - `names`: every name that the person has in Cyrillic, in the nominative.
  static func of(_ covered: String, among names: [String]) -> RussianCases {
    guard CyrillicWords.isCyrillic(covered) else { return .all }
    let words = CyrillicWords.split(covered).filter { !$0.hasSuffix(".") }.map(VariantList.key)
    guard !words.isEmpty else { return .all }
    let whole = words.flatMap(\.self)
    let starts = words.compactMap(\.first)
    var found: RussianCases = []
    for name in names where CyrillicWords.isCyrillic(name) {
      // Most spellings of a Korean name begin otherwise: they need not be declined.
      guard let first = starts.first,
        CyrillicWords.split(name).contains(where: { VariantList.key($0).first == first })
      else { continue }
      let parsed = RussianName(name)
      for gender in parsed.genders {
        let forms = NameForms(parsed, gender)
        let ways = forms.ways.flatMap(\.self) + others(forms)
        found.formUnion(
          words.reduce(RussianCases.all) { cases, word in
            cases.intersection(ways.reduce(into: []) { $0.formUnion(.init(of: word, in: $1)) })
          })
        // Чхоль Су is listed as Чхольсу: only the whole is alike.
        for c in RussianCase.allCases
        where NameForms.spellings(forms.ways, in: c).contains(where: {
          VariantList.key($0) == whole
        }) {
          found.insert(.init(c))
        }
      }
    }
    return found.isEmpty ? .all : found
  }

  /// Halves of double surnames and the family's plural.
  private static func others(_ forms: NameForms) -> [Paradigm] {
    forms.name.words.filter { $0.role == .surname }.flatMap { word in
      RussianVariants.halves(of: word.text, forms).flatMap(\.self) + PluralSurname.ways(word.text)
    }
  }
}
