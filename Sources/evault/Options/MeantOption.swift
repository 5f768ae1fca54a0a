import ArgumentParser

/// Asks at a terminal whether somebody means what does not come back. Programs are not asked.
struct MeantOption: ParsableArguments {
  @Flag(help: "Do not ask whether it is meant.")
  var yes = false

  func ask(_ question: ScreenText) throws {
    guard !yes, Ask.isPossible else { return }
    guard try Ask.confirm("\(question) Go on?") else {
      throw Failure(.refused, "Nothing was changed.")
    }
  }
}
