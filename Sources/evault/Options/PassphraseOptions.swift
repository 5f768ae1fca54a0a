import ArgumentParser
import Foundation
import Sealing

/// Where the acting member's passphrase comes from.
struct PassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read the passphrase from a file's first line.", valueName: "file"),
    completion: .file())
  var passphraseFile: String?

  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp("Read the passphrase from an open descriptor's next line.", valueName: "n"))
  var passphraseDescriptor: Int32?

  @Option(
    help: ArgumentHelp(
      "A key file that goes with the passphrase (or EVAULT_KEY_FILE).", valueName: "file"),
    completion: .file())
  var keyFile: String?

  /// The member's key file; `nil` for none.
  func keyFilePath(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    [keyFile, environment["EVAULT_KEY_FILE"]].compactMap { $0 }.first { !$0.isEmpty }
  }

  func validate() throws {
    if passphraseFile != nil, passphraseDescriptor != nil {
      throw ValidationError("Give either --passphrase-file or --passphrase-fd, not both.")
    }
    if let passphraseDescriptor, passphraseDescriptor < 0 {
      throw ValidationError("--passphrase-fd takes the number of an open descriptor.")
    }
  }

  var source: PassphraseSource {
    if let passphraseFile { return .file(passphraseFile) }
    if let passphraseDescriptor { return .descriptor(passphraseDescriptor) }
    return .terminal
  }
}

/// Where the new passphrase comes from, for the commands that set one.
struct NewPassphraseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read the new passphrase from a file's first line.", valueName: "file"),
    completion: .file())
  var newPassphraseFile: String?

  var source: PassphraseSource { newPassphraseFile.map { .file($0) } ?? .terminal }
}
