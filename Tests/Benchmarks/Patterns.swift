import Foundation

/// Invented names and prose for measuring the matcher.
enum Patterns {
  private static let syllables = Array(
    "강겸경관광구규근금기길나남노달대덕도동두란련림만명모무문미민범병보복봉부빈산상서석선설섭성세소송수숙순승시식신실안애양언업여연열영예옥완용우욱운원월위유윤율은을의이익인일임자장재전정조종주준중지진찬창천철청초춘충치탁태택판평표필하학한해허혁현형혜호홍화환황회효훈휘희"
  )

  /// A name of three Hangul syllables or of two Latin words, the same for the same number.
  static func name(_ number: Int) -> String {
    let count = syllables.count
    if number % 2 == 0 {
      let index = number / 2
      return String([
        syllables[index % count], syllables[index / count % count],
        syllables[(index / count / count + index) % count],
      ])
    }
    let consonants = Array("bcdfghjklmnprstvwz")
    let vowels = Array("aeiou")
    var index = number / 2
    var word = ""
    for place in 0..<10 {
      let letters = place % 2 == 0 ? consonants : vowels
      word.append(letters[index % letters.count])
      index = index / letters.count + place * 7
    }
    return word.prefix(4).capitalized + " " + word.dropFirst(4).capitalized
  }

  /// A paragraph a language, written for this.
  static let prose = [
    (
      "English",
      """
      The morning shift went down to the harbour before the lamps were out. Nobody counted the \
      hours, because the hours were not paid; what was paid was the plan, and the plan was written \
      in an office that none of us had ever entered. In winter the tools froze to the gloves.

      """
    ),
    (
      "Korean",
      """
      아침 교대는 등불이 꺼지기 전에 부두로 내려갔다. 아무도 시간을 세지 않았다. 시간에는 값이 없었고, 값은 계획에만 \
      있었기 때문이다. 계획은 우리 가운데 누구도 들어가 본 적 없는 사무실에서 쓰였다. 겨울이면 연장이 장갑에 얼어붙었다.

      """
    ),
    (
      "Russian",
      """
      Утренняя смена спускалась к причалу ещё до того, как гасили фонари. Часов никто не считал, \
      потому что платили не за часы, а за план, и план этот писали в конторе, куда никого из нас \
      не пускали. Зимой железо примерзало к рукавицам.

      """
    ),
    (
      "Chinese",
      """
      早班的人在熄灯以前就下到码头去了。没有人数钟点，因为钟点不值钱，值钱的是计划，而计划是在一间我们谁也没有进去过的办公室里写的。\
      到了冬天，铁器冻在手套上拿不下来。

      """
    ),
  ]
}
