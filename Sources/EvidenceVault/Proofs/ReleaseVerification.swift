public import Screen
import Sealing

/// What a release proves, and what it only says; made by ``init(_:beside:)`` alone.
///
/// Whose it is has to be asked apart: ``anchor(key:checkpoint:)``.
public struct VerifiedRelease: Sendable {
  /// The most bytes that a verifier takes.
  public static let limit = 16 << 20

  /// A stretch of the text, in its order.
  public enum Part: Equatable, Sendable {
    /// Words of the sealed text, proven.
    case words(String)
    /// What the vault says in the place of one atom, asserted.
    case label(String)
    /// There are other words here, and nothing says which.
    case leftOut
  }

  public let format: OutputFormat
  /// Proven, but for the labels.
  public let parts: [Part]
  /// The key that signed it. Whose that is, the file cannot say.
  public let key: VaultKey
  /// The newest checkpoint when it was approved.
  public let checkpoint: Checkpoint

  // Asserted by the vault, and signed.
  public let excerpt: String
  public let title: String
  public let audience: String
  public let policy: String
  public let policyVersion: Int
  public let language: String

  /// Verifies a file by itself.
  ///
  /// - Parameters:
  ///   - file: as it was found.
  ///   - document: the release in JSON, for a file in Markdown or plain text, which has no proof in
  ///     it.
  /// - Throws: ``ReleaseFault`` with the first thing that is wrong.
  public init(_ file: [UInt8], beside document: [UInt8]? = nil) throws(ReleaseFault) {
    let found = try ReleaseFile(file, beside: document)
    guard (1...ReleaseText.newestVersion).contains(found.text.version),
      let proof = found.text.proof
    else { throw .noProof }
    let checked = try CheckedProof(proof, of: found.text)
    format = found.format
    parts = checked.parts
    key = checked.key
    checkpoint = checked.checkpoint
    excerpt = found.text.excerpt
    title = found.text.title
    audience = found.text.audience
    policy = found.text.policy
    policyVersion = found.text.policyVersion
    language = found.text.language
  }

  /// What ties a release to its vault.
  public enum Anchor: Equatable, Sendable {
    case key, checkpoint, both
    /// Nothing: whoever made it also made the key in it.
    case none
    /// The checkpoint that is held has another size: it says nothing of this release.
    case anotherCheckpoint
  }

  /// Compares with what the verifier holds from elsewhere.
  ///
  /// - Throws: ``ReleaseFault/otherKey``, ``ReleaseFault/otherCheckpoint``.
  public func anchor(key held: VaultKey?, checkpoint kept: Checkpoint?) throws(ReleaseFault)
    -> Anchor
  {
    if let held, held != key { throw .otherKey }
    guard let kept else { return held == nil ? .none : .key }
    guard kept.isSigned(by: key) else { throw .otherCheckpoint }
    if kept.size != checkpoint.size { return held == nil ? .anotherCheckpoint : .key }
    guard kept.isHead(of: checkpoint) else { throw .otherCheckpoint }
    return held == nil ? .checkpoint : .both
  }
}
