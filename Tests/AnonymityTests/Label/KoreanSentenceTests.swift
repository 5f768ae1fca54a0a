import Testing

@testable import Anonymity

@Suite struct KoreanSentenceTests {
  @Test(arguments: [
    // Particles, after names in a vowel and in a consonant.
    Sentence("그날 {박도철|은} 떠났다.", "그날 탈북민 A씨는 떠났다."),
    Sentence("그날 {최미루|는} 떠났다.", "그날 탈북민 A씨는 떠났다."),
    Sentence("{박도철|이} 말했다.", "탈북민 A씨가 말했다."),
    Sentence("우리는 {박도철|을} 보았다.", "우리는 탈북민 A씨를 보았다."),
    Sentence("{박도철|과} 함께 갔다.", "탈북민 A씨와 함께 갔다."),
    Sentence("{박도철|으로부터} 들었다.", "탈북민 A씨로부터 들었다."),
    Sentence("{박도철|의} 집은 강가였다.", "탈북민 A씨의 집은 강가였다."),
    Sentence("{박도철|에게} 돈을 주었다.", "탈북민 A씨에게 돈을 주었다."),
    Sentence("{박도철|한테서} 들은 말이다.", "탈북민 A씨한테서 들은 말이다."),
    Sentence("{박도철|이라고} 합니다.", "탈북민 A씨라고 합니다."),
    Sentence("{박도철|이라는} 사람", "탈북민 A씨라는 사람"),
    Sentence("그 사람이 {박도철|이다}.", "그 사람이 탈북민 A씨다."),
    Sentence("그 사람은 {박도철|이었다}.", "그 사람은 탈북민 A씨였다."),
    Sentence("제 이름은 {박도철|입니다}.", "제 이름은 탈북민 A씨입니다."),
    Sentence("{박도철|이나} 다른 사람이 왔다.", "탈북민 A씨나 다른 사람이 왔다."),
    Sentence("{박도철|이랑} 놀았다.", "탈북민 A씨랑 놀았다."),
    Sentence("{박도철|이며} 가족이며", "탈북민 A씨며 가족이며"),
    Sentence("{박도철|도} 갔다.", "탈북민 A씨도 갔다."),
    Sentence("{박도철|까지도} 잡혔다.", "탈북민 A씨까지도 잡혔다."),
    Sentence("{박도철|만이} 남았다.", "탈북민 A씨만이 남았다."),
    Sentence("{박도철|이야말로} 증인이다.", "탈북민 A씨야말로 증인이다."),
    Sentence("{박도철|이} 아들이 왔다.", "탈북민 A씨의 아들이 왔다."),
    Sentence("{박도철|이} 동생은 갔다.", "탈북민 A씨의 동생은 갔다."),
    Sentence("{박도철|이} 남편 이야기", "탈북민 A씨의 남편 이야기"),
    Sentence("{박도철|이} 아들을 데려왔다.", "탈북민 A씨가 아들을 데려왔다."),
    Sentence("{박도철|이} 형편이 좋았다.", "탈북민 A씨가 형편이 좋았다."),
    Sentence("{박도철|이는} 갔다.", "탈북민 A씨는 갔다."),
    Sentence("{박도철|이가} 그랬다.", "탈북민 A씨가 그랬다."),
    // Honorifics go, the verbs' endings stay.
    Sentence("{박도철}씨가 오셨다.", "탈북민 A씨가 오셨다."),
    Sentence("{박도철}님께서 말씀하셨다.", "탈북민 A씨께서 말씀하셨다."),
    Sentence("{박도철} 선생님께서는 가셨습니다.", "탈북민 A씨께서는 가셨습니다."),
    Sentence("{박도철} 씨의 증언", "탈북민 A씨의 증언"),
    Sentence("{박도철} 동지를 데려갔다.", "탈북민 A씨를 데려갔다."),
    Sentence("{박도철} 사장이 소리쳤다.", "탈북민 A씨가 소리쳤다."),
    Sentence("{박도철} 지배인으로부터 받았다.", "탈북민 A씨로부터 받았다."),
    Sentence("{박도철}군은 학생이다.", "탈북민 A씨는 학생이다."),
    Sentence("{최미루}누나가 울었다.", "탈북민 A씨가 울었다."),
    Sentence("{최미루} 누나가 울었다.", "탈북민 A씨 누나가 울었다."),
    Sentence("{박도철} 목사님과 기도했다.", "탈북민 A씨와 기도했다."),
    Sentence("미스터 {박}이 왔다.", "탈북민 A씨가 왔다."),
    Sentence("{박도철} 선생님댁에 갔다.", "탈북민 A씨 선생님댁에 갔다."),
    // Calls.
    Sentence("{도철}아, 빨리 와!", "탈북민 A씨, 빨리 와!"),
    Sentence("{미루}야, 빨리 와!", "탈북민 A씨, 빨리 와!"),
    Sentence("{도철}이여, 잘 가라.", "탈북민 A씨, 잘 가라."),
    // Quotes, brackets, lines.
    Sentence("‘{박도철}’이 맞다.", "‘탈북민 A씨’가 맞다."),
    Sentence("“{박도철}”이라고 적었다.", "“탈북민 A씨”라고 적었다."),
    Sentence("「{박도철}」은 없다.", "「탈북민 A씨」는 없다."),
    Sentence("{박도철}(41)은 광부다.", "탈북민 A씨(41)는 광부다."),
    Sentence("{박도철}(광부, 41)이 말했다.", "탈북민 A씨(광부, 41)가 말했다."),
    Sentence("{박도철}\n은 갔다.", "탈북민 A씨\n은 갔다."),
    Sentence("[{박도철}]", "[탈북민 A씨]"), Sentence("- {박도철|은} 갔다.", "- 탈북민 A씨는 갔다."),
    Sentence("{박도철}·{2:최미루}·{3:김새벽|은} 갔다.", "탈북민 A씨·탈북민 B씨·탈북민 C씨는 갔다."),
    Sentence("{박도철}, {2:최미루|가} 갔다.", "탈북민 A씨, 탈북민 B씨가 갔다."),
    // The noun that is there is not doubled, chains of owners.
    Sentence("탈북민 {박도철|은} 갔다.", "탈북민 A씨는 갔다."),
    Sentence("{박도철} 탈북민의 말", "탈북민 A씨의 말"),
    Sentence("{박도철|의} 친구의 형", "탈북민 A씨의 친구의 형"),
    Sentence("{박도철|네} 집에서 잤다.", "탈북민 A씨네 집에서 잤다."),
    Sentence("{박도철|처럼} 하라.", "탈북민 A씨처럼 하라."),
    Sentence("{박도철|들이} 왔다.", "탈북민 A씨들이 왔다."),
    // Words that only begin like particles.
    Sentence("{박도철} 이야기를 들었다.", "탈북민 A씨 이야기를 들었다."),
    Sentence("{박도철}이야기", "탈북민 A씨이야기"), Sentence("{박도철} 양복점", "탈북민 A씨 양복점"),
    Sentence("{박도철} 사장실에서", "탈북민 A씨 사장실에서"), Sentence("{Pak To-chol|은} 갔다.", "탈북민 A씨는 갔다."),
    Sentence("{朴道哲|을} 보았다.", "탈북민 A씨를 보았다."),
  ])
  func `a label fits into a sentence`(sentence: Sentence) {
    #expect(sentence.placed(in: .ko) == sentence.result)
  }

  @Test(arguments: [
    Sentence("{박도철|은} 갔다.", "탈북민 A씨의 아버지는 갔다.", .father),
    Sentence("{최미루|로} 보였다.", "탈북민 A씨의 남동생으로 보였다.", .youngerBrother),
    Sentence("{최미루|가} 갔다.", "탈북민 A씨의 딸이 갔다.", .daughter),
    Sentence("{최미루|로} 보였다.", "탈북민 A씨의 딸로 보였다.", .daughter),
    Sentence("{최미루|라고} 했다.", "탈북민 A씨의 여동생이라고 했다.", .youngerSister),
    Sentence("{최미루|와} 갔다.", "탈북민 A씨의 아들과 갔다.", .son),
    Sentence("{최미루|였다}.", "탈북민 A씨의 사촌이었다.", .cousin),
    Sentence("우리 아버지 {박도철|은} 갔다.", "우리 아버지는 갔다.", .father),
    Sentence("우리 아버지! {박도철|은} 갔다.", "우리 아버지! 탈북민 A씨의 아버지는 갔다.", .father),
    Sentence("{박도철}아버지는 몰랐다.", "탈북민 A씨의 아버지의 아버지는 몰랐다.", .father),
    Sentence("삼촌 {박도철|은} 갔다.", "삼촌 탈북민 A씨의 아버지는 갔다.", .father),
    Sentence("어머니는 {박도철|이다}.", "어머니는 [이름 비공개]다.", .mother),
    Sentence("어머니는 {박도철|을} 보았다.", "어머니는 탈북민 A씨의 어머니를 보았다.", .mother),
    Sentence("내 남편 {박도철|이} 죽었다.", "내 남편이 죽었다.", .spouse),
    Sentence("아버지, {박도철|은} 갔다.", "아버지, 탈북민 A씨의 아버지는 갔다.", .father),
    Sentence("{박도철} 씨가 왔다.", "탈북민 A씨의 친구가 왔다.", .friend),
  ])
  func `a relative fits into a sentence`(sentence: Sentence) {
    #expect(sentence.placed(in: .ko) == sentence.result)
  }

  @Test(arguments: [
    Sentence("<단둥|에서> 살았다.", "중국에서 살았다.", area: "중국"),
    Sentence("<단둥|으로> 갔다.", "중국으로 갔다.", area: "중국"),
    Sentence("<블라디보스토크|로> 갔다.", "러시아 극동으로 갔다.", area: "러시아 극동"),
    Sentence("<블라디보스토크|는> 춥다.", "러시아 극동은 춥다.", area: "러시아 극동"),
    Sentence("<하바롭스크|가> 멀다.", "다른 나라가 멀다.", area: "다른 나라"),
    Sentence("<단둥>시에서 살았다.", "중국에서 살았다.", area: "중국"),
    Sentence("<회령>군으로 갔다.", "북한 동북부로 갔다.", area: "북한 동북부"),
    Sentence("중국 <단둥|에서> 살았다.", "중국에서 살았다.", area: "중국"),
    Sentence("중국 <단둥|에서> 살았다.", "중국 동북부에서 살았다.", area: "중국 동북부"),
    Sentence("중국 랴오닝성 <단둥|에서>", "중국에서", area: "중국"),
    Sentence("<단둥|도> 춥다.", "중국도 춥다.", area: "중국"),
    Sentence("<단둥>(중국)은 멀다.", "중국(중국)은 멀다.", area: "중국"),
    Sentence("<Dandong|에서> 살았다.", "중국에서 살았다.", area: "중국"),
  ])
  func `an area brings its own particles`(sentence: Sentence) {
    #expect(sentence.placed(in: .ko) == sentence.result)
  }
}
