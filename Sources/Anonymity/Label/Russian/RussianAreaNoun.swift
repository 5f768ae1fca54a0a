/// The name of an area in every case, and whether one is "на" it or "в" it.
struct RussianAreaNoun {
  let forms: Paradigm
  /// на Урале, на севере Китая; but в Сибири.
  let takesNa: Bool

  /// - Returns: `nil` where the cases are not sure.
  init?(_ area: String) {
    let key = area.replacing("ё", with: "е")
    guard let forms = Self.plural[key] ?? RussianPhrase.paradigm(area, isAnimate: false) else {
      return nil
    }
    self.forms = forms
    let words = area.lowercased().split(separator: " ")
    takesNa =
      words.first.map { first in
        Self.onto.contains(String(first))
          || ["север", "юг", "восток", "запад"].contains {
            first == $0 || first.hasSuffix("-" + $0)
          }
      } ?? false || area.lowercased().hasSuffix("дальний восток")
  }

  /// Whether one is "на" a place of this name, in any case.
  static func isOnto(_ place: String) -> Bool {
    let place = place.lowercased()
    return stems.contains(where: place.hasPrefix)
  }

  private static let onto: Set<String> = [
    "урал", "чукотка", "тайвань", "кипр", "куба", "филиппины", "мальдивы", "ямайка", "мадагаскар",
    "мальта", "гаити", "барбадос", "маврикий", "шри-ланка", "багамы", "фиджи", "хайнань", "чеджудо",
    "коморы", "гренада", "гуам",
  ]
  private static let stems = [
    "сахалин", "камчатк", "чукотк", "урал", "чеджу", "хайнан", "тайван", "кипр", "куб", "филиппин",
    "курил", "хоккайдо", "окинав", "алтай", "кавказ", "украин",
  ]

  private static let plural: [String: Paradigm] = {
    func adjectiveAndNoun(_ adjective: String, _ noun: String, _ many: String) -> Paradigm {
      Paradigm(
        joining: [
          Paradigm(
            adjective + "е", stem: adjective, .init("х", "м", "е", "ми", "х")),
          Paradigm(
            noun + "ы", stem: "", .init(many, noun + "ам", noun + "ы", noun + "ами", noun + "ах")),
        ], by: " ")
    }
    func noun(_ stem: String, _ many: String) -> Paradigm {
      Paradigm(
        stem + "ы", stem: "", .init(many, stem + "ам", stem + "ы", stem + "ами", stem + "ах"))
    }
    return [
      "Нидерланды": noun("Нидерланд", "Нидерландов"), "Филиппины": noun("Филиппин", "Филиппин"),
      "Мальдивы": noun("Мальдив", "Мальдив"), "Багамы": noun("Багам", "Багам"),
      "Коморы": noun("Комор", "Комор"),
      "Соединенные Штаты": adjectiveAndNoun("Соединённы", "Штат", "Штатов"),
    ]
  }()
}
