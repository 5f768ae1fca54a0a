import Sealing
import Storage

/// A restore that a steward has declared, as it is shown to whom it concerns.
public struct RestoreDeclaration: Equatable, Sendable {
  /// 120 bits of the entry's hash: the steward reads it aloud, and whoever hears it accepts with it.
  public let fingerprint: String
  /// The handle of the steward who signed it.
  public let by: String
  /// ISO 8601, to the second, UTC.
  public let time: String
  /// How many log entries were in the backup.
  public let kept: UInt64
  /// How many there were in what is lost, as far as it was known.
  public let lost: UInt64
}

/// Decides whether a vault that is not what a device has seen was restored, by whom, and whether that
/// was accepted.
struct RestoreJudgement {
  let pin: Pin
  /// The fingerprint that was given.
  let accepted: String?
  /// What is said where no restore explains it.
  let fault: IntegrityFault

  /// - Parameter blank: a verifier that begins at the genesis.
  /// - Returns: the state of the restored vault, wholly verified.
  /// - Throws: ``IntegrityFault/restored(_:)`` with what can be accepted,
  ///   ``IntegrityFault/restoredOtherwise``, or the fault.
  func run(_ blank: ChainVerifier) throws -> ChainState {
    var verifier = blank
    do { try verifier.advance() } catch { throw VaultError.integrity(fault) }
    // What this device's own history went through cannot declare that history lost.
    let passed = Set((pin.restores ?? []).map(\.bytes))
    let declared = verifier.restores.filter { !passed.contains($0.hash.bytes) }
    guard !declared.isEmpty else { throw VaultError.integrity(fault) }
    let map = try MapView(verifier.store, root: verifier.state.root)
    let fitting = try declared.last { mark in
      guard let leaf = try map.leaf(verifier.lookup.restore(mark.number)),
        let lost = LostHistory(leaf)
      else { return false }
      return lost.covers(pin) && pin.stewards?.contains(mark.member) ?? true
    }
    guard let fitting else { throw VaultError.integrity(.restoredOtherwise) }
    try demandAcceptance(of: fitting, verifier)
    return verifier.state
  }

  /// Lets a restore pass that was accepted.
  ///
  /// Also one that kept all that this device has seen: what was behind that, other devices have, and somebody
  /// has to say which of the two goes on.
  ///
  /// - Throws: ``IntegrityFault/restored(_:)`` with what can be accepted.
  func demandAcceptance(of mark: RestoreMark, _ verifier: ChainVerifier) throws {
    let map = try MapView(verifier.store, root: verifier.state.root)
    guard let leaf = try map.leaf(verifier.lookup.restore(mark.number)) else {
      throw VaultError.integrity(.restoredOtherwise)
    }
    let declaration = RestoreDeclaration(
      fingerprint: Fingerprint.text(mark.hash),
      by: verifier.state.roster.members[mark.member]?.handle ?? "",
      time: Timestamp.text(mark.time), kept: mark.number, lost: leaf.version)
    guard let accepted, Fingerprint.matches(accepted, declaration.fingerprint) else {
      throw VaultError.integrity(.restored(declaration))
    }
  }
}
