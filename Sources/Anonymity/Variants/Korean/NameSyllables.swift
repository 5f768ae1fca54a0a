/// The syllables of Korean given names by how common they are.
///
/// Counted from half of the 5,430 Korean given names in Wikidata (CC0); the other half is kept for
/// tests. Each row is about half as common as the one before.
enum NameSyllables {
  private static let first = """
    영경성병정
    동기승상대지선명희재석광진규현태인수주형유순윤민세도용창종강
    원준덕한건은보두혜우근금다연효호시철하이봉자무남가홍해찬
    관일혁의문나여신예장채만범익학사미제양구충소길서오춘중복아운낙응완화라백계부숙
    교리국귀권초흥치웅달애갑옥헌설래조요언청향택안득본훈송노천삼룡
    류방내항배휘고루행차필바산몽빛균환스궁긍공칠겨온모회로후단능솔각려련령
    율법누증슬풍분열돈녹탁비녕거견겸그축돌에늘마약난매록
    평왕손푸군깊죄힘욱위을목릴묘케레
    어새황야
    """
  private static let last = """
    영성희석주철우
    수경선원호준규혁진현순정연민식훈상환욱아용재일섭하화형근기미운윤숙만
    건한도열명구인빈균찬승택태웅범리홍종길권은옥동남헌자겸혜지표무서래조학렬복관완중국림보오모곤신묵배이교익라군
    나룡덕창제필천애문엽후령린협안대유두란로률율갑광목봉직걸평심람해임향휘회언행춘
    름양륜백탁록효산실풍비득니채울왕락생랑전병검세의사돈부담솔온례업량련렴
    흥소노장설흠빛예강년스루휴여방훤손른녕삼롱계벽내면늬박분늘음
    공술귀청충억녀움바금달와슬별코능립빗윈윗테흔크새다쁨황디야셉트
    거간번쁜얼돌빔잔가송글고을샘집즈퍼봄총
    """

  /// A syllable, and in bits how much rarer it is than the commonest at that place.
  typealias Rank = (syllable: HangulSyllable, bits: Int)

  private static func ranks(_ rows: String) -> [Rank] {
    rows.split(separator: "\n").enumerated().flatMap { bits, row in
      row.compactMap { character in HangulSyllable(character).map { ($0, bits) } }
    }
  }

  /// What was seen at the other place only is the rarest at this one.
  private static func ranks(_ own: String, and other: String) -> [Rank] {
    let counted = ranks(own)
    let known = Set(counted.map(\.syllable))
    return counted
      + ranks(other).filter { !known.contains($0.syllable) }.map { ($0.syllable, unseen) }
  }

  private static let unseen = 8

  static let firstRanks = ranks(first, and: last)
  static let lastRanks = ranks(last, and: first)
}
