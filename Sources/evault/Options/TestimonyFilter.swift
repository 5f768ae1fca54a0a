import Anonymity
import ArgumentParser
import EvidenceVault

/// Which testimonies of many are shown.
struct TestimonyFilter: ParsableArguments {
  @Option(help: ArgumentHelp("Only those in this language, such as ko.", valueName: "language"))
  var language: String?

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

  /// A date that is known to the year alone may be any of that year.
  func takes(_ testimony: TestimonySummary) -> Bool {
    if let language, testimony.language.lowercased() != language.lowercased() { return false }
    guard from != nil || to != nil else { return true }
    guard let date = testimony.date else { return false }
    func order(_ bound: String, _ isInOrder: (Substring, Substring) -> Bool) -> Bool {
      let known = min(bound.count, date.count)
      return isInOrder(bound.prefix(known), date.prefix(known))
    }
    return (from.map { order($0, <=) } ?? true) && (to.map { order($0, >=) } ?? true)
  }
}
