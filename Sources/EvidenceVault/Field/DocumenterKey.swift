public import Sealing

/// A key that signs drop files and stands for whoever seals them, without a name.
///
/// It is a member's key that is a member of no vault: the file holds what a member row holds, with a
/// vault id of zeros, which no vault has. file = "EvKey" 00 00 01 ‖ parameters (8) ‖ salt (32) ‖ row
/// (320); Docs/Specs/field-kit.md.
public struct DocumenterKey: ~Copyable, Sendable {
  /// How long a key file is.
  public static let fileSize = 368
  private static let magic = Array("EvKey".utf8) + [0, 0, 1]
  private static let handle = "documenter"
  private static let saltSize = 32

  private let keys: MemberKeys

  /// Makes a key.
  ///
  /// - Parameter parameters: what each use of the passphrase costs.
  /// - Returns: the file, and the fingerprint by which an office knows the key.
  /// - Throws: ``SealingError/passphraseTooWeak``.
  public static func make(
    passphrase: borrowing Passphrase, parameters: PassphraseParameters = .moderate
  ) throws(VaultError) -> (file: [UInt8], fingerprint: String) {
    do throws(SealingError) {
      try passphrase.checkStrength(handle: handle)
      let vault = try nowhere()
      let member = try MemberKeys(new: vault, genesis: .zero)
      let salt = Random.bytes(saltSize)
      let opened = try PassphraseKeys(
        passphrase, handle: handle, vault: vault, salt: salt, parameters: parameters)
      return (
        magic + parameters.bytes + salt + (try opened.seal(member)),
        fingerprint(of: member.signing.publicKey)
      )
    } catch { throw .sealing(error) }
  }

  /// Opens a key file.
  ///
  /// - Throws: ``FieldFault/notADocumenterKey``; ``VaultError/notUnlocked`` for a wrong passphrase and
  ///   a changed file alike.
  public init(file: [UInt8], passphrase: borrowing Passphrase) throws(VaultError) {
    guard file.count == Self.fileSize, file.starts(with: Self.magic) else {
      throw .field(.notADocumenterKey)
    }
    let rest = file.dropFirst(Self.magic.count)
    let opened: PassphraseKeys
    do throws(SealingError) {
      opened = try PassphraseKeys(
        passphrase, handle: Self.handle, vault: try Self.nowhere(),
        salt: Array(rest.dropFirst(8).prefix(Self.saltSize)),
        parameters: try PassphraseParameters(Array(rest.prefix(8))))
    } catch { throw .sealing(error) }
    do { keys = try opened.open(Array(rest.dropFirst(8 + Self.saltSize))) } catch {
      throw .notUnlocked
    }
  }

  var publicKey: SigningPublicKey { keys.signing.publicKey }

  /// The key's fingerprint, as ``make(passphrase:parameters:)`` told it.
  public var fingerprint: String { Self.fingerprint(of: publicKey) }

  /// 120 bits of H(fingerprint, 48 zeros ‖ key).
  static func fingerprint(of key: SigningPublicKey) -> String {
    Fingerprint.text(
      Digest.of(.fingerprint, [UInt8](repeating: 0, count: VaultID.size + Digest.size), key.bytes))
  }

  /// Signs the payload of a drop for one kit.
  borrowing func sign(_ payload: [UInt8], _ kit: FieldKit, nonce: [UInt8]) -> [UInt8] {
    keys.signing.sign(.dropFile, kit.vault.bytes, kit.hash.bytes, nonce, payload)
  }

  private static func nowhere() throws(SealingError) -> VaultID {
    guard let id = VaultID([UInt8](repeating: 0, count: VaultID.size)) else { throw .malformed }
    return id
  }
}
