/// How a final and the initial after it sound together.
enum SoundChange {
  typealias Pair = (coda: HangulSyllable.Coda, initial: HangulSyllable.Initial)

  /// The sounds at the boundary of two syllables where they are not those written apart; nil where
  /// they are.
  ///
  /// Liaison (석우 → 서구), nasals before nasals (혁민 → 형민) and ㄹ, ㄹ beside ㄴ (천리 → 철리).
  /// Aspiration by ㅎ is left out: the systems keep k, t, p and h apart in names.
  static func between(_ left: HangulSyllable, _ right: HangulSyllable) -> Pair? {
    let coda = left.coda
    switch (coda, right.initial) {
    case (.none, _): return nil
    case (.ng, .none): return nil
    case (_, .none):
      let (rest, moved) = left.liaison
      return (rest, moved)
    case (.k, .n), (.k, .m): return (.ng, right.initial)
    case (.t, .n), (.t, .m): return (.n, right.initial)
    case (.p, .n), (.p, .m): return (.m, right.initial)
    case (.k, .r): return (.ng, .n)
    case (.t, .r): return (.n, .n)
    case (.p, .r): return (.m, .n)
    case (.m, .r), (.ng, .r): return (coda, .n)
    case (.n, .r), (.l, .n): return (.l, .r)
    default: return nil
    }
  }
}
