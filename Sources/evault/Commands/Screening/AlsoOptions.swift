import ArgumentParser
import EvidenceVault
import SQLiteStore
import Sealing

/// Further vaults that the custodian can open.
struct AlsoOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Search with everybody of this vault, too; may be repeated.", valueName: "path"),
    completion: .directory)
  var also: [String] = []

  @Option(
    help: ArgumentHelp(
      "Who you are there, when not the same; once for all, or once for each --also.",
      valueName: "name"))
  var alsoAs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Your passphrase there, on a file's first line; once for all, or for each --also.",
      valueName: "file"),
    completion: .file())
  var alsoPassphraseFile: [String] = []

  func validate() throws {
    for (name, values) in [("--also-as", alsoAs), ("--also-passphrase-file", alsoPassphraseFile)]
    where values.count > 1 && values.count != also.count || also.isEmpty && !values.isEmpty {
      throw ValidationError("Give \(name) once for all, or once for each --also.")
    }
  }

  /// Opens them all; one that does not open is an error, because nobody would have been looked for.
  func unlock(_ global: GlobalOptions) throws -> [(path: String, session: Session)] {
    try also.enumerated().map { index, path in
      let name = try Self.value(index, alsoAs) ?? global.memberName()
      let source = Self.value(index, alsoPassphraseFile).map { PassphraseSource.file($0) }
      do {
        let store = try SQLiteStore(opening: path)
        let output = global.output
        let passphrase = try Passphrase { (buffer: inout MutableSpan<UInt8>) in
          try (source ?? .terminal).read(for: "\(name) in \(path)", output: output, into: &buffer)
        }
        return (
          path,
          try Vault.unlock(
            store, handle: name, passphrase: passphrase, pins: GlobalOptions.pins())
        )
      } catch {
        throw Self.named(path, error)
      }
    }
  }

  /// The failure, with the vault that it is of.
  static func named(_ path: String, _ error: any Error) -> Failure {
    let failure = Failure(error)
    return Failure(failure.status, "\(path): \(failure.message)", next: failure.next)
  }

  private static func value(_ index: Int, _ values: [String]) -> String? {
    values.count == 1 ? values[0] : values.indices.contains(index) ? values[index] : nil
  }
}
