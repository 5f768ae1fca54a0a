import ArgumentParser

/// Arguments that give options where a command has to be named first.
///
/// The argument parser would blame the first option, which is right one word later.
enum MissingSubcommand {
  /// The options of every command.
  private static let options: Set = [
    "--vault", "--as", "--passphrase-file", "--passphrase-fd", "--json", "--quiet", "-q",
  ]

  /// What to tell; `nil` when the commands are named.
  static func failure(_ arguments: [String]) -> Failure? {
    failure(arguments[...], Evault.configuration, "evault")
  }

  private static func failure(
    _ arguments: ArraySlice<String>, _ command: CommandConfiguration, _ named: String
  ) -> Failure? {
    let below = command.subcommands.map { $0.configuration }
    guard let argument = arguments.first, !below.isEmpty else { return nil }
    for next in below where next.commandName == argument {
      return failure(arguments.dropFirst(), next, "\(named) \(argument)")
    }
    let option = String(argument.prefix { $0 != "=" })
    guard options.contains(option) else { return nil }
    let names = below.filter(\.shouldDisplay).compactMap { $0.commandName }.joined(separator: ", ")
    return Failure(
      .usage, "\(named) does not say what to do; one of: \(names).",
      next: "It stands before all options: \(named) COMMAND \(option) …")
  }
}
