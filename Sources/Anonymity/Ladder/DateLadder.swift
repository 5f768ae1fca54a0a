/// How coarse a date is told.
public enum DateLevel: Int, CaseIterable, Comparable, Codable, Sendable {
  case month, season, year, decade

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Tells a date more coarsely: 9 May 2024, May 2024, spring 2024, 2024, the 2020s.
public enum DateLadder {
  /// How the answer stands in the sentence.
  public enum Form: Sendable {
    /// A noun phrase: "May 2024", май 2024 года.
    case noun
    /// An answer to "when?": "in May 2024", в мае 2024 года, 2024년 5월에. It stands in the place of the
    /// date and of a preposition before it ("on 9 May 2024").
    case when
  }

  /// Reads a date in any of the languages or in ISO form and writes it at a level, or coarser where
  /// the text does not tell so much. Never finer. `nil` when it is no date, or when the level needs
  /// a year and there is none.
  public static func climb(
    _ text: String, to level: DateLevel, in language: Language, as form: Form = .noun
  ) -> String? {
    DateReading.read(text).flatMap { write($0, at: level, in: language, as: form) }
  }

  /// Writes a date at a level, or coarser where it is not known so well.
  public static func write(
    _ date: PartialDate, at level: DateLevel, in language: Language, as form: Form = .noun
  ) -> String {
    let told = ToldDate(year: date.year, month: date.month, day: date.day, season: nil)
    return write(told, at: level, in: language, as: form) ?? String(date.year)
  }

  static func write(
    _ date: ToldDate, at level: DateLevel, in language: Language, as form: Form
  ) -> String? {
    let writer = DateWriter(language: language, isWhen: form == .when)
    guard let year = date.year else {
      // Without a year only the month itself may be said, at its own level.
      return level == .month ? date.month.map { writer.month($0, year: nil) } : nil
    }
    if level == .month, let month = date.month { return writer.month(month, year: year) }
    if level <= .season {
      if let season = date.season { return writer.season(season, year: year, winterOf: nil) }
      if let month = date.month {
        let season = Season(rawValue: month % 12 / 3) ?? .winter
        return writer.season(season, year: year, winterOf: month)
      }
    }
    return level <= .year ? writer.year(year) : writer.decade(year / 10 * 10)
  }
}
