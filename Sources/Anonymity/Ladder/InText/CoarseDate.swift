/// A date as coarse as a level asks for.
enum CoarseDate: Equatable {
  case month(Int, year: Int?)
  /// `winterOf`: the month by which a winter is told in two years.
  case season(Season, year: Int?, winterOf: Int?)
  case year(Int)
  case decade(Int)

  /// `nil` when the date does not tell what the level asks for: no year, or nothing but a day.
  init?(_ date: ToldDate, at level: DateLevel) {
    switch level {
    case .month:
      if let month = date.month {
        self = .month(month, year: date.year)
        return
      }
      fallthrough
    case .season:
      if let season = date.season {
        self = .season(season, year: date.year, winterOf: nil)
        return
      }
      if let month = date.month {
        self = .season(
          Season(rawValue: month % 12 / 3) ?? .winter, year: date.year, winterOf: month)
        return
      }
      fallthrough
    case .year:
      guard let year = date.year else { return nil }
      self = .year(year)
    case .decade:
      guard let year = date.year else { return nil }
      self = .decade(year / 10 * 10)
    }
  }

  /// The words, as a noun or as an answer to "when?".
  func text(in language: Language, isWhen: Bool) -> String {
    let writer = DateWriter(language: language, isWhen: isWhen)
    switch self {
    case .month(let month, let year): return writer.month(month, year: year)
    case .season(let season, let year, let month):
      return writer.season(season, year: year, winterOf: month)
    case .year(let year): return writer.year(year)
    case .decade(let year): return writer.decade(year)
    }
  }
}

extension ToldDate {
  /// Whether a text tells no more than the level asks for.
  func isAsCoarse(as level: DateLevel) -> Bool {
    if day != nil { return false }
    switch level {
    case .month: return !isPart || month == nil
    case .season: return month == nil && !isPart
    case .year: return month == nil && season == nil
    case .decade: return false
    }
  }
}
