import Testing

@testable import Anonymity

@Suite struct CircumstanceDetectorTests {
  @Test(arguments: [
    "The 20 workers and their manager in Shanghai vanished.",
    "Eighteen waitresses left Dalian in 2022.",
    "단동에서 노동자 20명이 사라졌다.", "작년에 복무원 열여덟 명이 갔다.", "在丹东有一百四十来个朝鲜女工。",
    "去年二十名工人和他们的经理走了。", "Во Владивостоке 20 рабочих и их начальник пропали.",
  ])
  func `a number of people with a place, a time or a post is found`(text: String) {
    #expect(found(.countedGroup, text).count == 1)
  }

  @Test func `the manager of the group is in its range`() {
    #expect(
      found(.countedGroup, "the 20 workers and their manager in Shanghai")
        == ["20 workers and their manager"])
  }

  @Test func `a number of people alone is not enough`() {
    #expect(found(.countedGroup, "Two people talked. Later it rained in Harbin.").isEmpty)
  }

  @Test(arguments: [
    "the manager left", "유일한 의사였다", "当时领队说", "наш бригадир молчал", "the only doctor there",
  ])
  func `a post of which there is one is found`(text: String) {
    #expect(!found(.uniquePost, text).isEmpty)
  }

  @Test(arguments: [
    "he suffered a five-metre fall", "he fell from the third floor", "his leg was crushed",
    "an amputation",
    "발전기 화재로", "他从三米高处摔下来", "упал с третьего этажа", "ногу придавило", "손가락을 절단했다",
  ])
  func `what happens to few is found`(text: String) {
    #expect(!found(.rareEvent, text).isEmpty)
  }

  @Test(arguments: [
    "my uncle who drives", "제 큰아버지는", "我丈夫说", "моя жена ждала", "my younger brother",
  ])
  func `kin are found with whose kin they are`(text: String) {
    #expect(found(.kinship, text).count == 1)
  }

  @Test(arguments: [
    ("he was the youngest cook in the kitchen", "youngest cook"),
    ("she was the oldest of us", "oldest of us"),
    ("он был самый молодой повар", "самый молодой повар"),
    ("самая старшая из нас", "самая старшая из нас"), ("가장 어린 노동자였다", "가장 어린 노동자"),
    ("최연소 복무원이었다", "최연소 복무원"), ("她是最年轻的女工。", "最年轻的女工"),
  ])
  func `who is the most in something is one`(text: String, words: String) {
    #expect(found(.uniquePost, text).contains(words))
  }

  @Test(arguments: [
    "in the smallest detail", "в самом начале рабочие ушли", "가장 좋은 사람이다", "the youngest son",
  ])
  func `a most of something else is no person`(text: String) {
    #expect(found(.uniquePost, text).isEmpty)
  }

  @Test(arguments: [
    "he had three broken vertebrae", "carried down from the fifth floor",
    "she jumped off a third floor",
    "его вынесли с пятого этажа", "сломаны три ребра", "5층에서 뛰어내렸다", "갈비뼈 세 대가 부러졌다", "从三楼跳下",
  ])
  func `broken bones and ways down from a height are rare`(text: String) {
    #expect(found(.rareEvent, text).count == 1)
  }

  @Test func `what is carried up to a floor is work`() {
    #expect(found(.rareEvent, "they carried cement to the fifth floor").isEmpty)
    #expect(found(.rareEvent, "цемент вынесли на пятый этаж").isEmpty)
  }
}
