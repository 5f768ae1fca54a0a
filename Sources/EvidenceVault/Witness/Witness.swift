import Foundation
import Sealing

/// Somebody outside who signs each head of a vault's commitment tree, after checking that it continues what was
/// signed before. So a vault cannot show one history to a court and another to a newsroom.
///
/// A witness has no vault and learns nothing of one but sizes. Its directory has one file, `witness.json` (0600),
/// with its key and what it saw last; whoever has it can sign as the witness.
public final class Witness {
  private let directory: String
  private let lock: DirectoryLock
  private let seed: HexBytes
  public let key: WitnessKey
  private var seen: [Seen]

  /// The newest that the witness saw of one vault.
  struct Seen: Codable, Equatable {
    let vaultKey: String
    let checkpoint: String
  }

  private struct State: Codable {
    let version: Version1
    let name: String
    let seed: HexBytes
    let vaults: [Seen]
  }

  private static let file = "/witness.json"
  /// In bytes; some hundred vaults.
  private static let limit = 16 << 20

  /// Makes a witness with a new key in a directory that is not there yet.
  public static func create(at directory: String, name: String) throws(WitnessFault) -> Witness {
    let seed = HexBytes(Random.bytes(32))
    let key = try Self.key(seed, name)
    do throws(FileError) {
      try makeDirectory(directory)
      let witness = Witness(directory, try DirectoryLock(directory), seed, key, [])
      try witness.save()
      return witness
    } catch {
      throw .file(error)
    }
  }

  /// Opens a witness for itself: another program waits until this one is gone.
  public convenience init(at directory: String) throws(WitnessFault) {
    let lock: DirectoryLock
    let bytes: [UInt8]
    do throws(FileError) {
      lock = try DirectoryLock(directory)
      bytes = try ExistingFile.read(at: directory + Self.file, limit: Self.limit)
    } catch {
      throw .file(error)
    }
    guard let state = try? Codec.decode(State.self, bytes) else { throw .state }
    self.init(directory, lock, state.seed, try Self.key(state.seed, state.name), state.vaults)
  }

  private init(
    _ directory: String, _ lock: DirectoryLock, _ seed: HexBytes, _ key: WitnessKey, _ seen: [Seen]
  ) {
    self.directory = directory
    self.lock = lock
    self.seed = seed
    self.key = key
    self.seen = seen
  }

  /// The vaults that it knows, each with the size that it saw last.
  public var vaults: [(key: VaultKey, size: UInt64)] {
    seen.compactMap { one in
      guard let key = VaultKey(one.vaultKey), let note = try? Checkpoint(one.checkpoint) else {
        return nil
      }
      return (key, note.size)
    }
  }

  /// Signs a checkpoint that continues what it saw, which is durable before it is given out.
  ///
  /// - Parameters:
  ///   - vaultKey: must be given the first time, from elsewhere than the request.
  ///   - time: seconds since 1970.
  /// - Returns: the note with the witness's signature.
  public func sign(
    _ request: WitnessRequest, vaultKey: VaultKey?, time: UInt64
  ) throws(WitnessFault) -> Checkpoint {
    let note = request.checkpoint
    let place = seen.firstIndex { VaultKey($0.vaultKey)?.name == note.origin }
    guard let key = place.map({ VaultKey(seen[$0].vaultKey) }) ?? vaultKey else {
      throw .unknownVault
    }
    guard vaultKey == nil || vaultKey == key, note.isSigned(by: key) else { throw .notSigned }
    var old = (size: UInt64(0), root: Digest.zero)
    if let place {
      guard let last = try? Checkpoint(seen[place].checkpoint) else { throw .state }
      old = (last.size, last.root)
    }
    // What was signed and got lost on its way is signed again.
    let isSame = old.size == note.size && old.root == note.root
    guard isSame || request.oldSize == old.size else { throw .otherSize(old.size) }
    guard isSame || HashTree.isConsistent(old, (note.size, note.root), proof: request.proof) else {
      throw .fork
    }
    let signed: Checkpoint
    do throws(ReleaseFault) {
      signed = try note.cosigned(by: try Self.signing(seed), as: self.key, at: time)
    } catch {
      throw .request
    }
    let now = Seen(vaultKey: key.text, checkpoint: signed.text)
    if let place { seen[place] = now } else { seen.append(now) }
    do throws(FileError) { try save() } catch { throw .file(error) }
    return signed
  }

  private static func makeDirectory(_ path: String) throws(FileError) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch CocoaError.fileWriteFileExists {
      throw .exists
    } catch CocoaError.fileNoSuchFile {
      throw .missing
    } catch {
      throw .notPermitted
    }
  }

  private func save() throws(FileError) {
    let state = State(version: Version1(), name: key.name, seed: seed, vaults: seen)
    guard let bytes = try? Codec.encode(state) else { throw .inputOutput }
    try ReplacedFile.write(at: directory + Self.file, bytes)
  }

  private static func signing(_ seed: HexBytes) throws(ReleaseFault) -> SigningKey {
    var bytes = seed.bytes
    guard let secret = try? SecretBytes(moving: &bytes), let key = try? SigningKey(seed: secret)
    else { throw .key }
    return key
  }

  private static func key(_ seed: HexBytes, _ name: String) throws(WitnessFault) -> WitnessKey {
    guard let signing = try? signing(seed) else { throw .state }
    guard let key = WitnessKey(name: name, signing.publicKey) else { throw .name }
    return key
  }
}
