/// How a protected person stands to the source, as far as a label may tell.
///
/// A label never tells the gender of the source: wife and husband are a spouse, and the Korean
/// words that differ by who speaks (형, 오빠) are not used in labels. No two cases render alike in
/// any language, so a count of persons per case is enough to keep labels apart.
public enum Relation: String, CaseIterable, Codable, Hashable, Sendable {
  case father, mother, parent
  case spouse, partner
  case son, daughter, child
  case brother, olderBrother, youngerBrother
  case sister, olderSister, youngerSister, sibling
  case grandfather, grandmother, grandparent
  case grandson, granddaughter, grandchild
  case uncle, aunt, cousin, nephew, niece
  case fatherInLaw, motherInLaw, sonInLaw, daughterInLaw, brotherInLaw, sisterInLaw
  case relative
  case friend, colleague, manager, employer, neighbour, teacher, classmate
  /// Whatever the record says that this list does not know. Its own words are never shown.
  case associate

  /// Reads the relation words of a record, in any of the five languages, letter case and spacing.
  ///
  /// An unknown word is `associate`: "a person close to …" is true of everyone whom a record names,
  /// and tells nothing that the custodian did not mean to tell.
  public init(word: String) {
    let key = String(
      word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic })
    self = Self.words[key] ?? .associate
  }

  private static let words: [String: Relation] = {
    var table: [String: Relation] = [:]
    for (relation, list) in spellings + farther {
      for word in list.split(separator: " ") { table[String(word)] = relation }
    }
    return table
  }()

  /// Words as letters only, lower case, without spaces.
  private static let spellings: [(Relation, String)] = [
    (.father, "father dad daddy papa 아버지 아빠 부친 아버님 친아버지 계부 stepfather 새아버지"),
    (.mother, "mother mom mum mama 어머니 엄마 모친 어머님 친어머니 계모 stepmother 새어머니"),
    (.parent, "parent 부모 학부모 stepparent"),
    (.spouse, "spouse wife husband 아내 남편 배우자 부인 처 안해 집사람 안사람 와이프 마누라 exwife exhusband 전처 전남편"),
    (
      .partner,
      "partner fiancé fiancée fiance fiancee boyfriend girlfriend lover 약혼자 약혼녀 애인 남자친구 여자친구 연인 동거인"
    ),
    (.son, "son 아들 장남 차남 큰아들 작은아들 막내아들 stepson 외아들 oldestson eldestson"),
    (.daughter, "daughter 딸 장녀 차녀 큰딸 작은딸 막내딸 stepdaughter 외동딸 oldestdaughter eldestdaughter"),
    (.child, "child kid 자녀 자식 아이"),
    (.brother, "brother 남자형제 형제 halfbrother stepbrother"),
    (
      .olderBrother,
      "olderbrother elderbrother bigbrother oldestbrother eldestbrother 형 형님 오빠 큰형 큰오빠 친형 친오빠 작은형"
    ),
    (.youngerBrother, "youngerbrother littlebrother youngestbrother 남동생 막내남동생"),
    (.sister, "sister 여자형제 자매 halfsister stepsister"),
    (
      .olderSister,
      "oldersister eldersister bigsister oldestsister eldestsister 누나 누님 언니 큰누나 큰언니 친누나 친언니"
    ),
    (.youngerSister, "youngersister littlesister youngestsister 여동생 막내여동생"),
    (.sibling, "sibling 형제자매 동생 남매 youngersibling oldersibling"),
    (.grandfather, "grandfather grandpa 할아버지 조부 외할아버지 외조부 친할아버지"),
    (.grandmother, "grandmother grandma 할머니 조모 외할머니 외조모 친할머니"),
    (.grandparent, "grandparent 조부모"),
    (.grandson, "grandson 손자 외손자"),
    (.granddaughter, "granddaughter 손녀 외손녀"),
    (.grandchild, "grandchild 손주"),
    (.uncle, "uncle 삼촌 외삼촌 큰아버지 작은아버지 고모부 이모부 숙부 백부 외숙"),
    (.aunt, "aunt auntie 고모 이모 숙모 외숙모 큰어머니 작은어머니 백모"),
    (.cousin, "cousin 사촌 외사촌 사촌형 사촌동생 사촌누나 사촌언니 사촌오빠 고종사촌 이종사촌"),
    (.nephew, "nephew 남자조카"),
    (.niece, "niece 여자조카 조카딸"),
    (.fatherInLaw, "fatherinlaw 장인 시아버지 시부 장인어른"),
    (.motherInLaw, "motherinlaw 장모 시어머니 시모 장모님"),
    (.sonInLaw, "soninlaw 사위"),
    (.daughterInLaw, "daughterinlaw 며느리"),
    (.brotherInLaw, "brotherinlaw 처남 매형 매제 매부 형부 제부 시동생 시아주버니 동서 자형"),
    (.sisterInLaw, "sisterinlaw 처제 처형 형수 제수 올케 시누이 새언니"),
    (.relative, "relative relation family familymember kin 친척 가족 친지 일가 조카"),
    (.friend, "friend 친구 벗 동무 지인"),
    (.colleague, "colleague coworker workmate 동료 직장동료"),
    (.manager, "manager boss supervisor superior foreman 상사 관리자 지배인 책임자 작업반장"),
    (.employer, "employer 고용주 사장"),
    (.neighbour, "neighbour neighbor 이웃 이웃사람"),
    (.teacher, "teacher 교사 선생님 선생 스승"),
    (.classmate, "classmate schoolmate 동창 급우 동기"),
  ]

  /// The same in Russian, Chinese and Japanese.
  private static let farther: [(Relation, String)] = [
    (.father, "отец папа батя отчим 父亲 父親 爸爸 爸 父 お父さん 父さん"),
    (.mother, "мать мама мачеха 母亲 母親 妈妈 媽媽 妈 母 お母さん 母さん"),
    (.parent, "родитель"),
    (.spouse, "супруг супруга муж жена 妻子 丈夫 妻 夫 老婆 老公 爱人 配偶 配偶者 旦那 奥さん"),
    (.partner, "партнёр партнер жених невеста 恋人 伴侣 婚約者 未婚妻 未婚夫"),
    (.son, "сын 儿子 兒子 息子 長男 次男 长子"),
    (.daughter, "дочь дочка 女儿 女兒 娘 長女 次女"),
    (.child, "ребёнок ребенок 孩子 子女 子供 子ども"),
    (.brother, "брат 兄弟"),
    (.olderBrother, "старшийбрат 哥哥 哥 兄 お兄さん"),
    (.youngerBrother, "младшийбрат 弟弟 弟"),
    (.sister, "сестра 姐妹 姊妹 姉妹"),
    (.olderSister, "старшаясестра 姐姐 姊姊 姉 お姉さん"),
    (.youngerSister, "младшаясестра 妹妹 妹"),
    (.sibling, "兄弟姐妹 きょうだい"),
    (.grandfather, "дедушка дед 爷爷 爺爺 祖父 外公 おじいさん"),
    (.grandmother, "бабушка 奶奶 祖母 外婆 姥姥 おばあさん"),
    (.grandson, "внук 孙子 孫子 孫息子"),
    (.granddaughter, "внучка 孙女 孫女 孫娘"),
    (.uncle, "дядя 叔叔 舅舅 伯伯 伯父 叔父 舅父 おじ おじさん"),
    (.aunt, "тётя тетя тётка 姑姑 阿姨 舅妈 伯母 叔母 姑妈 姨妈 おば おばさん"),
    (.cousin, "двоюродныйбрат двоюроднаясестра 堂哥 堂弟 表哥 表弟 堂姐 堂妹 表姐 表妹 いとこ 従兄 従弟 従姉 従妹"),
    (.nephew, "племянник 侄子 外甥 甥"),
    (.niece, "племянница 侄女 外甥女 姪"),
    (.fatherInLaw, "тесть свёкор свекор 岳父 公公 義父"),
    (.motherInLaw, "тёща теща свекровь 岳母 婆婆 義母"),
    (.sonInLaw, "зять 女婿 娘婿"),
    (.daughterInLaw, "невестка сноха 儿媳"),
    (.relative, "родственник родственница 亲戚 親戚 亲属 親族"),
    (.friend, "друг подруга приятель 朋友 友人 友達"),
    (.colleague, "коллега 同事 同僚"),
    (.manager, "начальник 上司"),
    (.employer, "работодатель 雇主 雇用主"),
    (.neighbour, "сосед соседка 邻居 鄰居 隣人"),
    (.teacher, "учитель учительница 老师 老師 教師"),
    (.classmate, "одноклассник одноклассница однокурсник однокурсница 同学 同學 同級生"),
  ]
}
