/// The particles and endings that can follow a personal name in Korean, as surface forms.
///
/// Sources: the particle and 이다 chapters of the standard grammar (한글 맞춤법, 표준어 규정) and the
/// colloquial forms that stand in transcripts.
enum KoreanParticles {
  /// First the form after a consonant, then the form after a vowel.
  static let alternating: [(consonant: String, vowel: String)] =
    [("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("은커녕", "는커녕")]
    // The copula and the particles made of it lose 이 after a vowel.
    + words(
      """
      다 라 라고 라는 라며 라면서 란 랑 며 나 나마 든 든지 든가 든가요 라도 라면 라서 라야 라니 라니까 라든지
      라든가 라느니 래 래요 랬다 랬어 랍니다 라네 라더라 라던데 라던 라던가 야말로 고 고요 면 면서 지 지만 지요 죠 니
      니까 므로 자 기 기에 기도 기는 던 던가 던데 더라 더라고 더군 더니 냐 냐고 냐는 네요 구나 군 군요 거나 거든
      거든요 거니와 잖아 잖아요 려니 려나 자마자 시다 십니다 시고 시며 시라 시라고 시면 시지만 신 신데 셨다 셨고
      셨던 셨어요 셨습니다 세요 시네요 시죠 다만 라기보다 라곤 란다
      """
    ).map { ("이" + $0, $0) }
    + words(
      """
      다 고 던 지만 으며 으나 는데 는데요 을 을까 을지 어 어요 습니다 습니까 기 기에 음 다고 다는 다면 다며 더라면
      거든 거든요 지 지요 죠 네 네요 군요 구나 으면 으니 으니까 으므로 었다 었던 었고
      """
    ).map { ("이었" + $0, "였" + $0) }
    + [
      ("이에요", "예요"), ("이어요", "여요"), ("이어서", "여서"), ("이어도", "여도"), ("이어야", "여야"),
      ("이요", "요"),
    ]

  /// Common spellings that the standard does not have, with the two forms they stand for.
  static let misspelled: [(form: String, consonant: String, vowel: String)] = [
    ("에요", "이에요", "예요")
  ]

  /// After ㄹ the vowel form is used.
  static let liquid: [(consonant: String, vowel: String)] = words(
    "로 로서 로써 로부터 로는 로도 로만 로서는 로서도 로부터는 로부터도 로부터의 로서의"
  ).map { ("으" + $0, $0) }

  /// Calls and the intimate "it's …": they only tell how the name ended.
  static let vocative: Set<String> = ["아", "야", "이야", "여", "이여", "이시여", "시여"]

  /// The same after every ending.
  static let fixed: Set<String> = Set(
    words(
      """
      의 에 에게 에게서 에게로 한테 한테서 한테로 께 께서 께로 에서 에서부터 서 더러 보고 도 만 까지 마저
      조차 부터 처럼 같이 만큼 만치 보다 대로 밖에 마다 뿐 뿐만 하고 하며 따라 치고 커녕 들 네 측 말고 인 인데 인데요 인지
      인지라 인가 인가요 인들 일 일까 일까요 일지 일지도 일수록 일뿐 임 임을 임이 임에도 입니다 입니까 입디다 입네 인즉 인양 인
      두 꺼지 까정 맨치 맨치로 마냥 하구 서껀 인걸 인데도 같은 때문에 덕분에 탓에 다운 답게 다워 씩 끼리 깨나 이서 가량
      """))

  /// What may follow a particle: these stack on whatever came before.
  static let following: Set<String> = Set(
    words(
      """
      두 꺼지 까정 는 은 도 만 의 이 가 을 를 과 와 나 까지 부터 조차 마저 라도 이라도 요 다 이다 입니다 였다 이었다 인 처럼 보다 밖에 뿐 서 로
      으로 에게 한테 께 께서 한테서 에게서 라고 이라고 란 이란 라는 이라는 며 이며 고 이고 랑 이랑 하고 대로 만큼 같이 마다 들
      이나 이나마 나마 이야말로 야말로 든지 이든지 커녕 는커녕 은커녕 더러 보고 에 에서 로서 으로서 로써 으로써 로부터 으로부터
      측 인데 인지 일 임 이며 지만 이지만 니까 이니까 면 이면 네 예요 이에요 였습니다 이었습니다 였던 이었던 였고 이었고
      """))

  /// Honorifics and titles that follow a name. They tell gender, age or rank, and some how the name
  /// ended.
  static let honorifics: [String] = words(
    """
    선생님 선생 씨 님 동지 동무 동지님 군 양 형님 형 오빠 누나 누님 언니 아저씨 아주머니 아줌마 여사님 여사 박사님
    박사 교수님 교수 목사님 목사 전도사님 전도사 사장님 사장 과장님 과장 부장님 부장 대표님 대표 회장님 회장 지배인님 지배인
    반장님 반장 팀장님 팀장 실장님 실장 할머니 할아버지 어르신 옹 귀하 각하 쌤 샘 기자님 기자 대위 소좌 대좌 상좌 중좌
    """
  )

  /// Honorifics that are dropped also across a space. A kinship word is not among them: "A 형은" may
  /// be A's brother, and to drop it would put his acts on A.
  static let spaced: Set<String> = Set(honorifics).subtracting([
    "형님", "형", "오빠", "누나", "누님", "언니", "아저씨", "아주머니", "아줌마", "할머니", "할아버지", "어르신", "샘",
    "기자", "반장",
  ])

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
