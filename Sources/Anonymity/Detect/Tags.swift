/// What the lexicon says of a word.
struct Tags: OptionSet {
  let rawValue: UInt64

  /// Stands before a name: Mr, Comrade, 동지 is `honorific`.
  static let title = Tags(rawValue: 1 << 0)
  /// Stands after a name: 씨, 과장, 先生, さん.
  static let honorific = Tags(rawValue: 1 << 1)
  static let kin = Tags(rawValue: 1 << 2)
  /// One person holds it: manager, 지배인, 领队, бригадир.
  static let post = Tags(rawValue: 1 << 3)
  /// Many people: workers, 노동자, 女工, рабочие.
  static let group = Tags(rawValue: 1 << 4)
  static let month = Tags(rawValue: 1 << 5)
  static let event = Tags(rawValue: 1 << 6)
  static let number = Tags(rawValue: 1 << 7)
  /// My, his, 우리, 我, моя.
  static let possessive = Tags(rawValue: 1 << 8)
  /// Only, sole, 유일한, 唯一.
  static let only = Tags(rawValue: 1 << 9)
  static let messenger = Tags(rawValue: 1 << 10)
  static let phoneWord = Tags(rawValue: 1 << 11)
  static let passportWord = Tags(rawValue: 1 << 12)
  static let ageWord = Tags(rawValue: 1 << 13)
  /// A Korean surname in Latin or Cyrillic letters.
  static let koreanSurname = Tags(rawValue: 1 << 14)
  /// A surname that is also a common word or syllable.
  static let ambiguous = Tags(rawValue: 1 << 15)
  /// A Chinese surname in Latin letters.
  static let pinyinSurname = Tags(rawValue: 1 << 16)
  static let givenName = Tags(rawValue: 1 << 17)
  /// Never part of a name though capital: months, countries, institutions.
  static let stop = Tags(rawValue: 1 << 18)
  /// Named, called, 이름은, 叫, по имени.
  static let introduces = Tags(rawValue: 1 << 19)
  /// In, at, from, near: a capital after it is a place.
  static let placeWord = Tags(rawValue: 1 << 20)
  /// Yesterday, last year, 작년, 去年: a time without figures.
  static let timeWord = Tags(rawValue: 1 << 21)
  static let abbreviation = Tags(rawValue: 1 << 22)
  /// The, our, their: what makes a post one.
  static let definite = Tags(rawValue: 1 << 23)
  /// Leg, hand, fingers: what is lost or cut off.
  static let bodyPart = Tags(rawValue: 1 << 24)
  /// Lost, cut, broke: an event with a part of the body.
  static let loses = Tags(rawValue: 1 << 25)
  /// A Chinese or Japanese surname in Han.
  static let hanSurname = Tags(rawValue: 1 << 26)
  /// A Chinese verb or particle that often follows or precedes a name.
  static let hanBoundary = Tags(rawValue: 1 << 27)
  /// Metre, floor: the height of a fall.
  static let height = Tags(rawValue: 1 << 28)
  static let fall = Tags(rawValue: 1 << 29)
  /// A Korean word that looks like a name and is none.
  static let notName = Tags(rawValue: 1 << 30)
  /// A Japanese surname in Han, of two characters or more.
  static let japaneseSurname = Tags(rawValue: 1 << 31)
  /// Years old, 살, 岁, лет.
  static let yearsOld = Tags(rawValue: 1 << 32)
  static let and = Tags(rawValue: 1 << 33)
  /// Year, years, before "old".
  static let yearUnit = Tags(rawValue: 1 << 34)
  /// 북위, 东经: a coordinate follows.
  static let direction = Tags(rawValue: 1 << 35)
  /// Called, is, was: after "name", or of people, a name follows.
  static let copula = Tags(rawValue: 1 << 36)
  /// Third, третьего: of a floor.
  static let ordinal = Tags(rawValue: 1 << 37)
  /// Youngest, 최연소, 最年轻: of whom there is one, before a post or a kind of people.
  static let most = Tags(rawValue: 1 << 38)
  /// Самый, 가장: makes `quality` the most.
  static let very = Tags(rawValue: 1 << 39)
  /// Молодой, 어린: what one of several is the most in.
  static let quality = Tags(rawValue: 1 << 40)
  /// Carried, jumped: with a height that it went down from.
  static let comesDown = Tags(rawValue: 1 << 41)
  /// From, off, с: what `comesDown` asks for.
  static let from = Tags(rawValue: 1 << 42)
  /// Street, улица, ул: with a number an address.
  static let street = Tags(rawValue: 1 << 43)
  /// House, flat, дом, кв: the number after it is of an address.
  static let house = Tags(rawValue: 1 << 44)
  /// Ends, digits, оканчивается, 끝자리, 尾号: the last figures of a number follow.
  static let lastDigits = Tags(rawValue: 1 << 45)
  /// Zero, семь: a figure that is read out by itself.
  static let digit = Tags(rawValue: 1 << 46)
}
