import ArgumentParser
import Foundation
import Sealing

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The vault's directory (or EVAULT_VAULT).", valueName: "path"),
    completion: .directory)
  var vault: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The member who acts (or EVAULT_MEMBER).", valueName: "name"))
  var member: String?

  @OptionGroup var passphrase: PassphraseOptions

  @Option(
    help: ArgumentHelp(
      "Accept a restored vault, whose fingerprint a steward read to you.", valueName: "fingerprint")
  )
  var acceptRestore: String?

  @Flag(help: "Print one JSON document on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print results and warnings only.")
  var quiet = false

  var output: Output { Output(json: json, quiet: quiet) }

  /// The vault's directory.
  ///
  /// - Throws: usage, when neither the option nor the environment names one.
  func vaultPath(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Failure) -> String {
    if let path = Self.first(vault, environment["EVAULT_VAULT"]) { return path }
    throw Failure(.usage, "No vault is named.", next: "Give --vault PATH or set EVAULT_VAULT.")
  }

  /// The acting member's handle.
  ///
  /// - Throws: usage, when neither the option nor the environment names one.
  func memberName(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Failure) -> String {
    if let name = Self.first(member, environment["EVAULT_MEMBER"]) { return name }
    throw Failure(.usage, "No member is named.", next: "Give --as NAME or set EVAULT_MEMBER.")
  }

  private static func first(_ option: String?, _ variable: String?) -> String? {
    [option, variable].compactMap { $0 }.first { !$0.isEmpty }
  }
}
