/// Durations in English prose: seven years and two months, an eight-year sentence.
enum EnglishDurations {
  private static let units: [String: DurationLadder.Unit] = [
    "year": .year, "years": .year, "month": .month, "months": .month, "week": .week,
    "weeks": .week, "day": .day, "days": .day,
  ]

  /// Hours and minutes stay: they are everybody's.
  static func find(
    _ text: LadderText, _ number: LadderText.Number, _ level: QuantityLevel?
  ) -> Spotted? {
    let hyphen = text[number.range.upperBound] == "-"
    let word = text.word(
      at: hyphen ? number.range.upperBound + 1 : text.skip(number.range.upperBound))
    guard let unit = units[text.string(word)] else { return nil }
    var end = word.upperBound
    var second: (Int, DurationLadder.Unit)?
    // … and two months.
    var next = text.skip(end)
    if text[next] == "," { next = text.skip(next + 1) }
    if let and = text.end(of: "and ", at: next) { next = and }
    if !hyphen, next > end, let more = text.number(at: next) {
      let own = text.word(at: text.skip(more.range.upperBound))
      if let smaller = units[text.string(own)], smaller.rawValue > unit.rawValue {
        second = (more.value, smaller)
        end = own.upperBound
      }
    }
    let core = number.range.lowerBound..<end
    guard let level else { return Spotted(.duration, core, nil, .en) }
    if number.value <= 1, second == nil || level == .vague {
      return Spotted(staying: .duration, core)
    }
    let half = [6, 2, 4, 12, 30, 30][unit.rawValue]
    let count =
      number.value
      + (second.map { $0.1.rawValue == unit.rawValue + 1 && $0.0 >= half } == true ? 1 : 0)
    let name = ["year", "month", "week", "day"][unit.rawValue]
    let lead = EnglishNumberFinder.Lead(text, before: core.lowerBound)
    let isSmall = second == nil && count < 10
    if hyphen {
      return EnglishNumberFinder.article(
        core,
        level == .vague || isSmall
          ? "\(name)s-long" : "roughly \(NumberWriter(count).english())-\(name)", .duration,
        text)
    }
    let ending = count == 1 ? "" : "s"
    // "About seven years" for seven would tell no less.
    if isSmall, level == .rounded { return small(count, name + "s", core, lead, text) }
    if level == .vague {
      let vague = count < 10 ? "several " : "many "
      let start =
        lead.isBounded ? EnglishNumberFinder.bounded(text, core.lowerBound) : lead.start
      return EnglishNumberFinder.spotted(
        .duration, start..<core.upperBound, core, vague + name + "s", text)
    }
    let rounded = NumberWriter(count)
    if count == 1 {
      return EnglishNumberFinder.spotted(
        .duration, lead.start..<core.upperBound, core, "about a " + name, text)
    }
    return EnglishNumberFinder.spotted(
      .duration, lead.start..<core.upperBound, core,
      EnglishNumberFinder.words(rounded, lead) + " " + name + ending,
      text)
  }

  /// Fewer than ten, as "several".
  private static func small(
    _ count: Int, _ units: String, _ core: Range<Int>, _ lead: EnglishNumberFinder.Lead,
    _ text: LadderText
  ) -> Spotted {
    // "No more than two days."
    if ["no", "not"].contains(text.stringBefore(lead.start)) {
      return Spotted(.duration, core, nil, .en)
    }
    if lead.isDefinite {
      switch text.stringBefore(lead.start) {
      case "only": return EnglishNumberFinder.spotted(.duration, core, core, "a few " + units, text)
      case "all": return Spotted(.duration, core, nil, .en)
      default:
        return EnglishNumberFinder.spotted(
          .duration, lead.start..<core.upperBound, core, "few " + units, text)
      }
    }
    if lead.isBounded, lead.direction == .up {
      return EnglishNumberFinder.spotted(.duration, core, core, "a few " + units, text)
    }
    let start =
      lead.isBounded ? EnglishNumberFinder.bounded(text, core.lowerBound) : lead.start
    return EnglishNumberFinder.spotted(
      .duration, start..<core.upperBound, core,
      (count == 2 && !lead.isBounded ? "some " : "several ") + units, text)
  }
}
