/// Names of whom every text on North Korea speaks. A part of a source's name that is a part of one of
/// them there is not the source's: whose mother is a Jong is not told by what becomes of Kim Jong Un.
///
/// A source who has such a name in full is found as anybody else.
enum PublicNames {
  private static let names: [[FoldedUnit]] = """
    Kim Jong Un|Kim Jong Il|Kim Il Sung|Kim Jong Nam|Kim Yo Jong|Kim Yong Nam|Kim Jong Suk|Ri Sol Ju
    Kim Jong Eun|Kim Yo Jung|Kim Jong Ill|Jang Song Thaek|Jang Song Taek|Choe Ryong Hae|Jo Yong Won
    Moon Jae In|Yoon Suk Yeol|Lee Jae Myung|Park Geun Hye|Lee Myung Bak|Kim Dae Jung|Roh Moo Hyun
    Ban Ki Moon|Xi Jin Ping|Mao Ze Dong|Deng Xiao Ping|Hong Kong
    Ким Чен Ын|Ким Чен Ир|Ким Ир Сен|Ким Чен Нам|Ким Ё Чжон|Чан Сон Тхэк|Мун Чжэ Ин|Си Цзинь Пин|Мао Цзэ Дун
    Ким Чен Ына|Ким Чен Ыну|Ким Чен Ыном|Ким Чен Ыне|Ким Чен Ира|Ким Чен Иру|Ким Чен Иром|Ким Чен Ире
    Ким Ир Сена|Ким Ир Сену|Ким Ир Сеном|Ким Ир Сене
    """.split { $0 == "|" || $0 == "\n" }.map { Folding.units(of: String($0)) }
  /// Bytes on either side that such a name may reach: two a letter, and as many between its words.
  private static let reach = 4 * (names.map(\.count).max() ?? 0)

  /// Whether what stands at `range` is within such a name.
  static func hold(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
    let window = max(0, range.lowerBound - reach)..<min(text.count, range.upperBound + reach)
    var units: [FoldedUnit] = []
    Folding.units(of: text, in: window, notes: true, into: &units)
    return names.contains { name in
      units.indices.contains { start in
        start + name.count <= units.count && units[start].offset <= range.lowerBound
          && stands(name, units, start, end: range.upperBound)
      }
    }
  }

  /// Whole words, with spaces or hyphens between them or none.
  private static func stands(
    _ name: [FoldedUnit], _ units: [FoldedUnit], _ start: Int, end: Int
  ) -> Bool {
    let after = start + name.count
    guard after == units.count || units[after].hasGap && units[after].offset >= end,
      start == 0 || units[start].hasGap
    else { return false }
    return name.indices.allSatisfy { index in
      let unit = units[start + index]
      guard unit.strict == name[index].strict else { return false }
      guard index > 0, unit.hasGap else { return true }
      return name[index].hasGap && unit.gap.isSubset(of: [.space, .newline, .tight])
    }
  }
}
