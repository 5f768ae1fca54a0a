import Testing

@testable import Anonymity

/// Numbers as people say them aloud, whole.
struct SaidNumberTests {
  @Test(arguments: [
    "восемь девятьсот пятнадцать, двести тридцать, ноль один, двадцать три",
    "восемь, девятьсот пятнадцать двести тридцать сорок пять шестьдесят семь",
    "плюс семь девятьсот четырнадцать пятьсот пятьдесят пять ноль один двадцать три",
    "девятьсот пятнадцать двести тридцать сорок пять шестьдесят семь",
    "восемь 915 двести тридцать 45 67", "oh one oh, double oh, nine double oh, three eight two one",
    "zero one zero, triple five oh, three eight two one",
    "plus eighty-two ten fifty-five fifty thirty-eight",
    "plus eighty two, ten, triple five oh, three eight two one", "공일공에 5550에 3821", "공일공 다시 오오오공",
    "공일공에 오오오공에 삼팔이일", "010에 5550에 3821", "공 일 공 다시 오 오 오 공 삼 팔 이 일", "138，然后5550，再3821",
    "一三八，然后五五五零，再三八二一", "138后面是5550再3821", "幺三八五五五零三八二幺",
  ]) func `a phone that is said in groups is found whole`(text: String) {
    #expect(found(.phone, text) == [text])
  }

  @Test(arguments: [
    (
      "Его телефон: двести тридцать, сорок пять, шестьдесят семь.",
      "двести тридцать, сорок пять, шестьдесят семь"
    ),
    ("My phone is five five five, twenty-three, forty.", "five five five, twenty-three, forty"),
    ("전화는 오오오공에 삼팔이일이었다.", "오오오공에 삼팔이일"), ("电话是5550，然后3821。", "5550，然后3821"),
    ("공일공에 5550에 3821번으로 걸었다", "공일공에 5550에 3821"),
  ]) func `beside a word for a phone less is enough`(text: String, phone: String) {
    #expect(found(.phone, text).contains { $0.hasPrefix(phone) }, "\(found(.phone, text))")
  }

  @Test(arguments: [
    (
      "паспорт шестьдесят пять ноль семь двенадцать тридцать четыре пятьдесят шесть",
      "шестьдесят пять ноль семь двенадцать тридцать четыре пятьдесят шесть"
    ),
    (
      "passport M one two three, double four, seven eight",
      "M one two three, double four, seven eight"
    ),
    ("여권번호는 일이삼사오육칠팔", "일이삼사오육칠팔"), ("护照号一二三四五六七八", "一二三四五六七八"),
  ]) func `a passport that is said is one`(text: String, number: String) {
    #expect(found(.passport, text) == [number])
  }

  @Test(arguments: [
    "двести тридцать рублей, потом триста, потом пятьсот",
    "сто двадцать человек и двести тридцать коров",
    "in 2019, then 2020 and 2021", "0, then 2019, then 2020",
    "fifty men, then sixty, and then seventy",
    "nineteen eighty-three, nineteen sixty-four",
    "We were two hundred and thirty, then four hundred.", "double the pay for three hundred",
    "이 일 오 개를 이 사람이",
    "삼 일에 한 번, 오 일에 두 번", "在2019年，然后2020年，再2021年", "先是100，然后200，再300", "一二三四人",
    "пять или шесть раз, семь восемь часов",
    "from one to ten and then to twenty or thirty, forty", "150 rubles then 1000 and 2020",
  ]) func `counts in words are no phone`(text: String) {
    #expect(found(.phone, text).isEmpty, "\(found(.phone, text))")
  }
}
