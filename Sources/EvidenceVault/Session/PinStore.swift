import Foundation
import Sealing
import Storage

/// Where a member's pins are kept: outside the vault, on the member's own device.
public protocol PinStore: Sendable {
  /// The sealed pin of this name; `nil` when there is none.
  func load(_ name: String) throws(VaultError) -> [UInt8]?
  /// Replaces a pin; durable when it returns.
  func save(_ name: String, _ sealed: [UInt8]) throws(VaultError)
}

/// Pins as files of a directory, each replaced in one step.
public struct FilePinStore: PinStore {
  private let directory: String

  /// - Parameter directory: made (0700) when the first pin is saved.
  public init(directory: String) { self.directory = directory }

  public func load(_ name: String) throws(VaultError) -> [UInt8]? {
    do throws(FileError) {
      return try ExistingFile.read(at: path(name), limit: 1 << 16)
    } catch {
      if error == .missing { return nil }
      throw .storage(.inputOutput)
    }
  }

  public func save(_ name: String, _ sealed: [UInt8]) throws(VaultError) {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch { throw .storage(.readOnly) }
    do throws(FileError) {
      try ReplacedFile.write(at: path(name), sealed)
    } catch {
      switch error {
      case .full: throw .storage(.full)
      case .notPermitted: throw .storage(.readOnly)
      default: throw .storage(.inputOutput)
      }
    }
  }

  private func path(_ name: String) -> String { directory + "/" + name }
}
