import ArgumentParser
import EvidenceVault

/// Which testimonies of many are shown.
struct TestimonyFilter: ParsableArguments {
  @Option(help: ArgumentHelp("Only those in this language, such as ko.", valueName: "language"))
  var language: String?

  @OptionGroup var dates: DateBounds

  func takes(_ testimony: TestimonySummary) -> Bool {
    if let language, testimony.language.lowercased() != language.lowercased() { return false }
    return dates.hold(testimony.date)
  }
}
