import Anonymity
import ArgumentParser

/// From which date to which something is shown.
struct DateBounds: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only those of this date or later: 2024, 2024-05 or 2024-05-09.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Only those of this date or earlier.", valueName: "date"))
  var to: String?

  func validate() throws {
    for date in [from, to].compactMap({ $0 }) where PartialDate(iso: date) == nil {
      throw ValidationError("\(date) is no date. Write it as 2024, 2024-05 or 2024-05-09.")
    }
  }

  var areOpen: Bool { from == nil && to == nil }

  /// - Parameter date: ISO 8601, to whatever part is known; one that is known to the year alone may be
  ///   any of that year.
  func hold(_ date: String?) -> Bool {
    if areOpen { return true }
    guard let date else { return false }
    func order(_ bound: String, _ isInOrder: (Substring, Substring) -> Bool) -> Bool {
      let known = min(bound.count, date.count)
      return isInOrder(bound.prefix(known), date.prefix(known))
    }
    return (from.map { order($0, <=) } ?? true) && (to.map { order($0, >=) } ?? true)
  }
}
