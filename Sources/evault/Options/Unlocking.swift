import EvidenceVault
import Foundation
import SQLiteStore
import Sealing
import Storage

extension GlobalOptions {
  /// Opens the vault's database. It needs no passphrase, so a wrong path is told before one is typed.
  func openStore() throws -> SQLiteStore {
    try SQLiteStore(opening: try vaultPath())
  }

  /// Opens the vault as the member: with keys that an agent holds, else with the passphrase.
  ///
  /// Who says where the passphrase comes from means it, so no agent is asked then.
  func unlock() throws -> Session {
    let name = try memberName()
    let store = try openStore()
    try Self.checkState()
    guard passphrase.source == .terminal,
      let session = try accepting({ accepted in
        try AgentAccess.session(store, name, output, acceptingRestore: accepted)
      })
    else { return try unlockByPassphrase(store, name) }
    warnOfClock(session)
    return session
  }

  /// Asks for the passphrase and opens the vault as the member.
  func unlockByPassphrase(_ store: SQLiteStore, _ name: String) throws -> Session {
    try Self.checkState()
    let passphrase = try readPassphrase(of: name)
    let session = try accepting { accepted in
      try Vault.unlock(
        store, handle: name, passphrase: passphrase, pins: Self.pins(),
        acceptingRestore: accepted)
    }
    warnOfClock(session)
    return session
  }

  private func warnOfClock(_ session: Session) {
    if session.secondsBehindLog > Session.clockTolerance {
      output.warn(
        "This machine's clock is \(Self.span(session.secondsBehindLog)) behind the newest log entry. One of the two is wrong. What you do gets that entry's time; auditors see yours beside it."
      )
    }
  }

  /// A span of time as people say it: minutes, hours or days, rounded down.
  static func span(_ seconds: UInt64) -> String {
    switch seconds {
    case ..<7_200: "\(seconds / 60) minutes"
    case ..<172_800: "\(seconds / 3_600) hours"
    default: "\(seconds / 86_400) days"
    }
  }

  /// The acting member's passphrase, read straight into locked memory, with the key file if there
  /// is one. The key file comes first, so that a wrong path is told before a passphrase is typed.
  func readPassphrase(of name: String) throws -> Passphrase {
    guard let path = passphrase.keyFilePath() else { return try typedPassphrase(of: name) }
    let keyFile = try readKeyFile(path)
    return try typedPassphrase(of: name).mixed(with: keyFile)
  }

  func readKeyFile(_ path: String) throws -> KeyFile {
    let keyFile = try KeyFile(reading: path)
    if keyFile.readableByOthers {
      output.warn("Others on this machine may read the key file; chmod 600 it.")
    }
    return keyFile
  }

  private func typedPassphrase(of name: String) throws -> Passphrase {
    let source = passphrase.source
    let output = self.output
    return try Passphrase { (buffer: inout MutableSpan<UInt8>) in
      try source.read(for: "\(name)", output: output, into: &buffer)
    }
  }

  /// A passphrase that is to be set: from `--new-passphrase-file`, else, where nothing is unlocked
  /// first, from where a passphrase comes; at a terminal it is asked for twice.
  ///
  /// It goes with the member's key file if there is one.
  func readNewPassphrase(
    of name: String, _ new: NewPassphraseOptions, orAsUsual: Bool
  ) throws -> Passphrase {
    try readNewPassphrase(of: name, new, orAsUsual: orAsUsual, keyFile: passphrase.keyFilePath())
  }

  /// - Parameter path: the key file that the new passphrase goes with; `nil` for none.
  func readNewPassphrase(
    of name: String, _ new: NewPassphraseOptions, orAsUsual: Bool, keyFile path: String?
  ) throws -> Passphrase {
    guard let path else { return try typedNewPassphrase(of: name, new, orAsUsual) }
    let keyFile = try readKeyFile(path)
    return try typedNewPassphrase(of: name, new, orAsUsual).mixed(with: keyFile)
  }

  private func typedNewPassphrase(
    of name: String, _ new: NewPassphraseOptions, _ orAsUsual: Bool
  ) throws -> Passphrase {
    let source =
      new.newPassphraseFile == nil && orAsUsual ? passphrase.source : new.source
    let output = self.output
    return try Passphrase { (buffer: inout MutableSpan<UInt8>) in
      var count = 0
      // The repetition needs locked memory as well; it is taken as a second passphrase and dropped.
      _ = try Passphrase { (second: inout MutableSpan<UInt8>) in
        count = try source.readNew(
          for: "\(name)", output: output, into: &buffer, second: &second)
        for index in 0..<count { second[index] = buffer[index] }
        return count
      }
      return count
    }
  }

  /// Where this device remembers what it has seen of each vault: `EVAULT_STATE`, else
  /// `$XDG_STATE_HOME/evault`, else `~/.local/state/evault`.
  static func pins(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> FilePinStore {
    FilePinStore(directory: stateDirectory(environment: environment))
  }

  /// Refuses a directory that no pin can be written to, before anything is changed in the vault.
  static func checkState(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    let directory = stateDirectory(environment: environment)
    guard FileManager.default.fileExists(atPath: directory),
      !FileManager.default.isWritableFile(atPath: directory + "/.")
    else { return }
    throw Failure(
      .inputOutput,
      "\(directory), where this device remembers what it has seen, may not be written.",
      next: "Check whose it is, or set EVAULT_STATE to another directory.")
  }

  /// The directory of the client's state; see ``pins(environment:)``.
  static func stateDirectory(environment: [String: String]) -> String {
    func named(_ variable: String) -> String? {
      environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let state = named("EVAULT_STATE") { return state }
    // The specification of XDG has relative paths ignored.
    if let state = named("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/evault" }
    return (named("HOME") ?? NSHomeDirectory()) + "/.local/state/evault"
  }
}
