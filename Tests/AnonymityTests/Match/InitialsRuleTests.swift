import Testing

@testable import Anonymity

@Suite struct InitialsRuleTests {
  /// Whether `hit`, followed by `after` in a text, is the form `listed`.
  private func accepts(_ listed: String, _ hit: String, after: String = "") -> Bool {
    let form = Folding.units(of: listed).enumerated().map { i, unit in
      PatternUnit(strict: unit.strict, hasGap: i > 0 && unit.hasGap, isStart: unit.isFirst)
    }
    let bytes = Array((hit + after).utf8)
    let neighbour = Neighbour.after(bytes.span, hit.utf8.count)
    return InitialsRule.accepts(Folding.units(of: hit), form[...], after: neighbour)
  }

  @Test(arguments: [
    ("Иванов И. П.", "Иванов И.П", "."), ("Иванов И. П.", "иванов и. п", ". "),
    ("Иванов И. П.", "Иванов ИП", ""),
    ("И. П. Иванов", "И.П.Иванов", ","), ("J. Smith", "J Smith", ""),
    ("Kim C. S.", "Kim CS", " is"),
    ("Ким И.", "КИМ И", "."), ("Ли И.", "Ли И", ". сказал"), ("Ivanov Yu.", "Ivanov Yu", " "),
  ])
  func `initials with full stops or capitals are initials`(
    _ listed: String, _ hit: String, _ after: String
  ) {
    #expect(accepts(listed, hit, after: after))
  }

  @Test(arguments: [
    ("Ким И.", "Ким и", " Пак."), ("И. Ким", "и Ким", ""), ("И. Ким", "И Ким", ""),
    ("A. Smith", "A Smith", ""),
    ("Ким И. С.", "Ким и с", " ним"), ("С. Ким", "с Ким", ""),
    ("Иванов И. П.", "Иванов и П", "етров"),
    ("Kim I.", "Kim I", " know"), ("И. П. Ли", "И П ЛИ", ""),
  ])
  func `words of one letter are none`(_ listed: String, _ hit: String, _ after: String) {
    #expect(!accepts(listed, hit, after: after))
  }
}
