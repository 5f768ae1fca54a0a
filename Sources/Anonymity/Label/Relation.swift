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

  /// Reads the relation words of a record, in English or Korean, in any case and spacing.
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
    for (relation, list) in spellings {
      for word in list.split(separator: " ") { table[String(word)] = relation }
    }
    return table
  }()

  /// Words as letters only, lower case, without spaces.
  private static let spellings: [(Relation, String)] = [
    (.father, "father dad daddy papa 아버지 아빠 부친 아버님 친아버지 계부 stepfather 새아버지"),
    (.mother, "mother mom mum mama 어머니 엄마 모친 어머님 친어머니 계모 stepmother 새어머니"),
    (.parent, "parent 부모 학부모 stepparent"),
    (.spouse, "spouse wife husband 아내 남편 배우자 부인 처 집사람 안사람 와이프 마누라 exwife exhusband 전처 전남편"),
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
}
