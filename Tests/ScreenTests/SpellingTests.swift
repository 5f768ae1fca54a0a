import Screen
import Testing

/// Needles that nobody listed: ways of writing a name.
struct SpellingNeedleTests {
  private func isRefused(_ spelling: String, in text: String, _ format: OutputFormat = .txt) -> Bool
  {
    // Others, and so many that those that an output cannot have are not made ready.
    let few = ["Pak Yong-ho", "Ким Чхоль Су", "리설주", "Choe Ryong-hae"]
    let many = few + (0..<300).map { "Quizzle Vrunt-\($0)" }
    let outgoing = Outgoing(bytes: Array(text.utf8), format: format, fileName: nil, metadata: [])
    let verdicts = [few, many].map { others in
      let screen = Screen(
        needles: ([spelling] + others).enumerated().map {
          Needle(id: $0, kind: .spelling, text: $1)
        })
      let isRefused = refuses(screen, outgoing)
      let found = (try? screen.needles(in: outgoing)) ?? []
      #expect(found.isEmpty != isRefused)
      #expect(refuses(screen.narrowed(to: found), outgoing) == isRefused)
      return isRefused
    }
    #expect(verdicts[0] == verdicts[1])
    return verdicts[0]
  }

  private func refuses(_ screen: Screen, _ outgoing: Outgoing) -> Bool {
    if case .refused = screen.verdict(on: outgoing) { true } else { false }
  }

  @Test(arguments: [
    ("Kim Chol-su", "They met Kim Chol Su."), ("Kim Chol-su", "kim chol-su said"),
    ("Kim Chol-su", "KIM CHOLSU!"), ("Kim Chol-su", "Chol-su Kim's house"),
    ("Kim Chol-su", "K&#105;m Chol-su"), ("Kim Chol-su", "<b>Kim</b> Chol<i>su</i>"),
    ("Kim Chol-su", "Kim Chol-\nsu"), ("Kim Chol-su", "Kіm Chol-su"), ("O Il", "It was O Il."),
    ("Кима Чхоль Су", "видели Кима Чхоль Су там"),
    ("Наталью Снегирёву", "Наталью СнeГиРёВу"), ("Наталью Снегирёву", "Hаталью Снегирёву"),
    ("Наталью Снегирёву", "НАТАЛЬЮ CHEГИРЁBУ"), ("Наталью Снегирёву", "нAтaлью снeгирёву"),
    ("이철수", "이철수씨는 갔다"),
    ("キム・チョルス", "それはキム・チョルスだ"), ("金喆洙", "他是金喆洙。"),
  ]) func `a spelling that is there is refused`(_ spelling: String, _ text: String) {
    #expect(isRefused(spelling, in: text))
    #expect(isRefused(spelling, in: text, .html))
  }

  @Test(arguments: [
    ("Chang Eun", "We change un peu."), ("Cho Sen", "He was chosen."), ("Li On", "l10n, on li on"),
    ("Ри Сунок", "Это рисунок."), ("O Lang", "Hello language"),
    ("Chang Run", "It is for unchanged"),
  ]) func `ordinary words are none`(_ spelling: String, _ text: String) {
    #expect(!isRefused(spelling, in: text))
  }

  @Test func `a code and the next key of a document make no name`() {
    let json = "{\"excerpt\":\"E-7K2M9O\",\"language\":\"ko\",\"paragraphs\":[\"x\"]}"
    #expect(!isRefused("O Lang-uage", in: json, .json))
    #expect(isRefused("O Lang-uage", in: "{\"a\":\"O Language\"}", .json))
  }
}
