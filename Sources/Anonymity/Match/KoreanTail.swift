/// What Korean hangs on to a name: honorifics and titles, then particles, then the copula.
///
/// Works on the letters of the following syllables, so that it reads decomposed Hangul as well.
enum KoreanTail {
  /// Called names and ranks, kin and the plural; they may follow one another (선생님들).
  static let honorifics = """
    씨 님 군 양 옹 선생 선생님 동무 동지 아저씨 아줌마 아주머니 아주버니 아가씨 형 형님 누나 누님 오빠 언니 아버지
    어머니 아빠 엄마 아버님 어머님 할아버지 할머니 삼촌 외삼촌 이모 고모 숙모 조카 사촌 동생 아들 딸 남편 아내 부인
    부부 부자 모녀 모자 형제 자매 남매 가족 일가 할배 할매 어르신 여사 여사님 교수 교수님 박사 박사님 목사 목사님
    신부님 수녀님 스님 기자 기자님 사장 사장님 부장 부장님 과장 과장님 차장 대리 대리님 팀장 팀장님 회장 회장님 대표
    대표님 위원 위원장 위원장님 소장 소장님 국장 국장님 실장 반장 반장님 조장 조장님 원장 원장님 지배인 지배인님 서기
    비서 당비서 작업반장 단장 단장님 대장 대위 중위 소위 중좌 상좌 대좌 소좌 상위 소령 중령 대령 중사 상사 하사 병장
    주임 소대장 중대장 분대장 직장장 지도원 보위원 보위지도원 안전원 책임자 군관 노인 영감 령감 당원 세포비서 반장동지
    의사 간호사 변호사 활동가 감독 감독님 코치 선수 작가 작가님 시인 화백 의원 의원님 장관 총리 대통령 주석 이사 이사님
    전무 상무 영사 대사 통역 통역원 기사님 학생 대학생 유학생 연구생 처녀 총각 집사 집사님 장로 장로님 전도사 전도사님
    교사 교원 로동자 노동자 농장원 군인 병사 전사 운전사 운전수 안내원 요리사 부국장 처장 인민반장 새댁 후배
    선배 선배님 친구 이병 일병 상병 들 네 집 댁 쪽 편 측 본인 자신
    """
  /// Kin and companions, as the North and its border say it too; they follow a name's own 이 (성철이처).
  static let kin = """
    큰아버지 큰어머니 작은아버지 작은어머니 시아버지 시어머니 장인 장모 며느리 사위 손자 손녀 색시 서방 마누라 안해 처 누이
    오라비 오래비 아바이 아마이 아재 아지미 아즈바이 아주바이 오마니 어마이 아부지 어무이 에미 애비 할바이 할마이 새끼 놈 년
    아버지 어머니 아빠 엄마 형 형님 누나 오빠 언니 동생 삼촌 이모 고모 할머니 할아버지 동무 동지 선생 선생님 친구 남편 아들 딸 네
    """
  /// Particles of case and of meaning; they stack (에게서는, 까지만도).
  static let particles = """
    이 가 께서 께서는 을 를 에게 에게서 한테 한테서 께 의 에 에서 에게로 한테로 로 으로 로서 으로서 로써 으로써
    로부터 으로부터 과 와 이랑 랑 하고 이며 며 처럼 같이 보다 더러 보고 아 야 이여 여 이시여 은 는 도 만 까지 부터 조차
    마저 밖에 뿐 이나 나 이라도 라도 이나마 나마 이든 든 이든지 든지 이든가 든가 이란 란 인들 커녕 은커녕 는커녕
    두 두요 꺼지 까정 맨치 맨치로 마냥 맹키로 하구 서껀 이레 레 게 보구 라구 라구는 이라구 이라구는 한데
    대로 마다 만큼 치고 말고 요 씩 끼리 따라 에다 에다가 다가 이야말로 야말로 이라야 라야 이고 고 하며 때문에 덕분에 탓에
    """
  /// Forms of "to be" and of reported speech that end a tail.
  static let copulas = """
    이다 다 입니다 이에요 예요 에요 이었다 였다 이었습니다 였습니다 이었어요 였어요 이었고 였고 이었던 였던 이었는데 였는데
    이었지만 였지만 이라고 라고 이라고는 라고는 이라고도 라고도 이라는 라는 이라며 라며 이라면서 라면서 이라면 라면
    이라서 라서 이라니 라니 이래요 래요 이래 래 인 인데 인데요 인지 인가 인가요 입니까 이지만 지만 이니 니 이니까 니까
    이냐 냐 이냐고 냐고 이죠 죠 이지 지 이지요 지요 이거든 거든 이거나 거나 이야 이므로 므로 이자 자 일 일까 일까요
    이구나 구나 이군 이네 이네요 네요 임 이기 이기에 이기도 이어서 여서 이셨다 이십니다 이세요 세요 이신 이시다 이랬다
    이올시다 올시다 이우다 우다 이외다 외다 이오 이꾸마 꾸마 입네다 이였다 이였습니다 였습네다 이니끼니 니끼니 이겠다 이시다
    인지라 이던 던 이더라 더라 이라던 라던 이라네 라네 답다 답게
    """
  /// Copulas that are whole words of one syllable elsewhere count only after a vowel.
  private static let afterVowel: Set<String> = ["다", "니", "지", "냐", "자", "던", "래", "죠"]

  private enum Stage: Int { case called, marked, done }
  private struct Token {
    let key: [UInt8]
    let stage: Stage
    let needsVowel: Bool
  }

  /// All tokens by the first letter's key.
  private static let tokens: [[Token]] = {
    var table = [[Token]](repeating: [], count: 256)
    let lists: [(String, Stage)] = [
      (honorifics, .called), (kin, .called), (ownEnding(kin), .called), (particles, .marked),
      (copulas, .done),
    ]
    for (list, stage) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        let key = Folding.units(of: String(word)).map(\.key)
        table[Int(key[0])].append(
          Token(key: key, stage: stage, needsVowel: afterVowel.contains(String(word))))
      }
    }
    return table
  }()
  /// With the 이 that is hung on a given name.
  private static func ownEnding(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace).map { "이" + $0 }.joined(separator: " ")
  }

  private static let spaced = ["씨", "님"].map { Folding.units(of: $0).map(\.key) }

  /// The most letters a tail may have.
  private static let longest = 48

  /// Where the tail that begins at `at` ends: `at` itself when no Hangul follows, nil when the
  /// Hangul that follows is no tail but the rest of a word.
  static func end(_ text: Span<UInt8>, at: Int, afterVowel: Bool) -> Int? {
    let letters = following(text, at)
    if letters.isEmpty { return at }
    return reaches(letters, from: 0, afterVowel: afterVowel)
      ? Neighbour.attachedEnd(text, letters[letters.count - 1].end) : nil
  }

  /// The same for an honorific that stands one space apart: 김철수 씨는.
  static func spacedEnd(_ text: Span<UInt8>, at: Int) -> Int? {
    guard at < text.count else { return nil }
    let (scalar, size) = ScalarReader.read(text, at: at)
    guard FoldTable.shared.traits(scalar).kind == .space else { return nil }
    let letters = following(text, at + size)
    for key in spaced where letters.starts(with: key, by: { $0.key == $1 }) {
      if letters.count == key.count || reaches(letters, from: key.count, afterVowel: true) {
        return Neighbour.attachedEnd(text, letters[letters.count - 1].end)
      }
    }
    return nil
  }

  /// Whether a title that is given to names alone follows, with or without a space.
  static func hasTitle(_ text: Span<UInt8>, at: Int) -> Bool {
    var at = at
    if at < text.count {
      let (scalar, size) = ScalarReader.read(text, at: at)
      if FoldTable.shared.traits(scalar).kind == .space { at += size }
    }
    let letters = following(text, at)
    return titles.contains { letters.starts(with: $0, by: { $0.key == $1 }) }
  }

  private static let titles = ["씨", "님", "군", "양", "선생", "동무", "동지", "여사"]
    .map { Folding.units(of: $0).map(\.key) }

  /// The Hangul letters from `at` up to the first other character.
  static func following(_ text: Span<UInt8>, _ at: Int) -> [(key: UInt8, end: Int)] {
    var letters: [(key: UInt8, end: Int)] = []
    var at = at
    while at < text.count, letters.count < longest {
      let (scalar, size) = ScalarReader.read(text, at: at)
      let traits = FoldTable.shared.traits(scalar)
      at += size
      if traits.isAttached { continue }
      guard traits.script == .hangul else { break }
      for key in FoldTable.shared.fold(scalar).key { letters.append((key, at)) }
    }
    return letters
  }

  /// Whether tokens, in order of their stages, lead exactly to the end.
  static func reaches(
    _ letters: [(key: UInt8, end: Int)], from start: Int, afterVowel: Bool
  ) -> Bool {
    // Per position, the stages in which it can be reached, as bits.
    var reached = [UInt8](repeating: 0, count: letters.count + 1)
    reached[start] = 1
    for at in start..<letters.count where reached[at] != 0 {
      let isAfterVowel = at == 0 ? afterVowel : letters[at - 1].key < 0x16
      for token in tokens[Int(letters[at].key)] {
        let end = at + token.key.count
        guard end <= letters.count, !token.needsVowel || isAfterVowel else { continue }
        let open: UInt8 = token.stage == .called ? 1 : 3
        guard reached[at] & open != 0,
          zip(token.key, letters[at..<end]).allSatisfy({ $0 == $1.key })
        else { continue }
        reached[end] |= 1 << UInt8(token.stage.rawValue)
      }
    }
    return reached[letters.count] != 0
  }
}
