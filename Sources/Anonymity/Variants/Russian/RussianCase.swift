/// The cases of Russian; the instrumental also in its long form (Анною), which is a habit of its
/// own and goes through the whole name.
enum RussianCase: Int, CaseIterable {
  case nominative, genitive, dative, accusative, instrumental, longInstrumental, prepositional
}

enum RussianGender: CaseIterable {
  case male, female
}

/// One way to decline a word: its form in every case, in the order of `RussianCase`.
struct Paradigm: Equatable {
  let forms: [String]

  /// A stem and its endings in the genitive, dative, accusative, instrumental, long instrumental
  /// and prepositional.
  init(_ word: String, stem: some StringProtocol, _ endings: Endings) {
    forms = [word] + endings.list.map { stem + $0 }
  }

  /// Several words, or the halves of a double one, each in the same case.
  init(joining parts: [Paradigm], by separator: String) {
    forms = RussianCase.allCases.map { c in
      parts.map { $0.forms[c.rawValue] }.joined(separator: separator)
    }
  }

  /// A word with one form for all cases.
  init(undeclined word: String) {
    forms = Array(repeating: word, count: RussianCase.allCases.count)
  }

  subscript(_ c: RussianCase) -> String { forms[c.rawValue] }

  var capitalised: Paradigm { Paradigm(raw: forms.map(CyrillicWords.capitalised)) }

  /// The same with another form for the accusative.
  func withAccusative(_ form: String) -> Paradigm {
    var forms = forms
    forms[RussianCase.accusative.rawValue] = form
    return Paradigm(raw: forms)
  }

  private init(raw: [String]) { forms = raw }

  /// The endings of the oblique cases.
  struct Endings {
    let list: [String]

    init(_ g: String, _ d: String, _ a: String, _ i: String, _ p: String, long: String? = nil) {
      list = [g, d, a, i, long ?? i, p]
    }
  }
}
