/// What Korean puts behind a surname or a given name of a person: titles, ranks, forms of address.
enum KoreanTitle {
  private static func keys(_ text: String) -> [[UInt8]] {
    text.split(whereSeparator: \.isWhitespace).map { word in
      Folding.units(of: String(word)).map(\.key)
    }
  }

  /// Given to names alone; 이 동무 is Comrade Ri, or "this comrade" where it stands apart.
  private static let courtesy = keys("씨 선생님 선생 동무 동지 여사 여사님")
  private static let apart = keys("씨 여사 여사님")
  private static let posts = keys(
    """
    님 군 양 옹 아저씨 아줌마 아주머니 교수 교수님 박사 박사님 목사 목사님 기자 기자님 사장 사장님 부장 부장님 과장 과장님
    차장 대리 팀장 팀장님 회장 회장님 대표 대표님 위원 위원장 소장 소장님 국장 국장님 실장 반장 반장님 조장 원장 원장님
    지배인 부지배인 서기 비서 당비서 단장 단장님 대장 중대장 소대장 대위 중위 소위 중좌 상좌 대좌 소좌 상위 소령 중령 대령
    중사 상사 하사 병장 의사 간호사 변호사 감독 감독님 선수 작가 의원 장관 총리 대통령 이사 전무 상무 영사 대사 통역 통역원
    주임 분대장 직장장 안내원 선배 후배 지도원 보위원 보위지도원 작업반장 책임자 안전원 군관 영감 노인 기사 운전사 요리사 처장 부국장
    학생 대학생 유학생 연구생 집사 집사님 장로 장로님 전도사 전도사님 교원 처녀 총각 서방
    """)
  private static let friends = keys(
    "형 형님 누나 누님 오빠 언니 이모 삼촌 할머니 할아버지 엄마 아빠 누이 아바이 아재 아지미 아즈바이 아주바이 오마니 아부지 어머니 아버지 큰아버지 작은아버지 마누라 새끼 놈 년 에미 애비 에게 에게서 한테 한테서 께 께서 더러"
  )
  /// After a final consonant: 지원이는, 이슬이가.
  private static let familiar = keys("이는 이가 이를 이도 이와 이랑 이한테 이에게 이의 이네")

  /// Surnames that are also words of one syllable: this, one, former, now, new, old.
  private static let wordLike: Set<String> = Set(
    "이 한 전 주 하 지 나 내 안 두 제 설 그 저 정 신 남 사 오 육 구 천 길 맹 반 현 고 성 양 조 부 유 무 공 문 강 여 방 장 우 진 원"
      .split(separator: " ").map(String.init))

  /// Words for a person that may run into a name behind them: 탈북민김철수.
  private static let persons: [[UInt8]] =
    keys(
      """
      탈북민 탈북자 새터민 노동자 로동자 피해자 증언자 제보자 신고자 피의자 수감자 재소자 생존자 동료 남자 여자 청년 학생 주민
      씨 님
      """) + keys(KoreanTail.honorifics).filter { $0.count > 3 }

  /// Whether a word for a person ends where a name begins.
  static func precedes(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var letters: [UInt8] = []
    var at = start
    while letters.count < 16 {
      let before = Neighbour.before(text, at)
      guard before.script == .hangul, let scalar = before.scalar else { break }
      letters += FoldTable.shared.fold(scalar).key.reversed()
      at = before.offset
    }
    return persons.contains { letters.starts(with: $0.reversed()) }
  }

  static func follows(_ text: Span<UInt8>, _ range: Range<Int>, isSurname: Bool) -> Bool {
    let name = (0..<range.count).reduce(into: [UInt8]()) { $0.append(text[range.lowerBound + $1]) }
    let word = String(decoding: name, as: UTF8.self)
    let isWord = wordLike.contains(word) || EverydayNames.isEverywhere(word)
    var at = range.upperBound
    var isApart = false
    if at < text.count {
      let (scalar, size) = ScalarReader.read(text, at: at)
      let kind = FoldTable.shared.traits(scalar).kind
      if kind == .space || kind == .newline {
        isApart = true
        at += size
      }
    }
    let letters = KoreanTail.following(text, at)
    if letters.isEmpty { return false }
    func begins(_ lists: [[[UInt8]]]) -> Bool {
      lists.contains { list in
        list.contains { key in
          letters.starts(with: key, by: { $0.key == $1 })
            && (letters.count == key.count
              || KoreanTail.reaches(letters, from: key.count, afterVowel: true))
        }
      }
    }
    if isWord { return begins([isApart ? apart : courtesy]) }
    if begins([courtesy, posts]) { return true }
    guard !isSurname else { return false }
    return begins([friends]) || !isApart && begins([familiar])
  }
}
