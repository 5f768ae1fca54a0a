/// Writes rounded numbers as they stand before a unit or noun.
struct NumberWriter {
  /// Which way a number may go so that what stands before it stays true.
  enum Direction { case nearest, down, up }

  let value: Int

  init(_ value: Int, _ direction: Direction = .nearest) {
    var unit = 1
    while value / unit >= 10 { unit *= 10 }
    switch direction {
    case .nearest: self.value = rounded(value)
    case .down: self.value = value / unit * unit
    case .up: self.value = (value + unit - 1) / unit * unit
    }
  }

  func english() -> String {
    let teens = [
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    return (11...19).contains(value) ? teens[value - 11] : CountLadder.english(value)
  }

  func digits(_ separator: String) -> String { CountLadder.grouped(value, separator) }

  /// 5만, 3000.
  func korean() -> String {
    value >= 10_000 && value % 10_000 == 0 ? "\(value / 10_000)만" : "\(value)"
  }

  /// In Han numerals.
  func han() -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    if value == 2 { return "两" }
    if value >= 10_000 { return "\(value / 10_000)万" }
    var out = ""
    for (unit, sign) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / unit % 10
      if digit == 0 { continue }
      out += (unit == 10 && digit == 1 && out.isEmpty ? "" : digits[digit]) + sign
    }
    return out
  }
}
