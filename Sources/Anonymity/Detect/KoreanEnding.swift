/// What may follow a Korean word: particles and the copula.
enum KoreanEnding {
  /// Whether the units from `start` to `end` are a particle.
  static func isParticle(_ text: PlainText, _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 6 else { return false }
    var hash = Lexicon.seed
    for at in start..<end { hash = Lexicon.add(text.scalars[at], to: hash) }
    return particles.contains(hash)
  }

  /// Whether a noun goes on as a verb: 절단했다, 체포되어.
  static func isVerbal(_ scalar: UInt32) -> Bool { verbal.contains(scalar) }

  private static let verbal = Set("하했한할해되됐된될돼당".unicodeScalars.map(\.value))
  private static let particles: Set<UInt64> = Set(
    """
    은 는 이 가 을 를 의 에 에서 에게 에게서 에게는 에게도 한테 한테서 께 께서 께서는 께는 와 과 랑 이랑 하고
    도 만 만은 만이 까지 부터 마저 조차 처럼 보다 로 으로 라고 이라고 라는 이라는 라면 이라면 라서 이라서
    이다 입니다 이었다 였다 이었습니다 였습니다 이었고 였고 인데 이고 이며 이나 나 든지 이든 야 아 여 이여
    들 들은 들이 들을 들의 들과 들도 들에게 님 님은 님이 님을 님의 씨 씨는 씨가 씨를 씨의 씨와 씨에게 네
    에는 에도 에만 에서는 에서도 으로는 로는 에선 이랑은 과는 와는 의 이의 이는 이가 이를 이도 이와 이에게
    이란 란 인 이라 라 이라던 이라며 라며 덕에 때문에 였다는 이라도 라고도 이라고도 라고만 이라고만 에게만은 에게만 에게까지 에게로 한테는 한테만
    만의 까지의 부터의 에게의 뿐 뿐인 밖에
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Lexicon.hash($0) })
}
