import Foundation
import Sealing

/// An answer that opens to the asker alone, inside a record that all editors can open.
///
/// question = H(reveal, vault ‖ code (8) ‖ excerpt (8) ‖ asker (16) ‖ label); a fresh key K seals the
/// answer as the record question[0..16], version 1, and is boxed to the asker's own key with the
/// context vault ‖ question. So an answer opens for this question, asker and vault, and rotating a
/// role, which is done to the record around it, changes nothing in it. Nobody keeps K.
struct RevealSeal: Codable, Equatable, Sendable {
  /// Answers are padded to a multiple of this many bytes, so that their size tells no name.
  private static let block = 1_024

  let key: Data
  let body: Data
}

extension RevealSeal {
  /// Seals an answer.
  init(
    _ person: RevealedPerson, for question: RevealRecord, to asker: BoxPublicKey, _ vault: VaultID
  )
    throws
  {
    let binding = Self.binding(question, vault)
    let fresh = try RecordKey()
    let body = try fresh.sealDetail(
      try Codec.encode(person), block: Self.block, Self.context(binding, vault))
    let key = try BoxedKey.seal(fresh, to: [asker], context: vault.bytes + binding.bytes)
    self.init(key: Data(key), body: Data(body))
  }

  /// Opens the answer with the asker's own key.
  ///
  /// - Throws: ``VaultError/integrity(_:)`` for another question, asker or vault, and for changed
  ///   bytes.
  func open(_ question: RevealRecord, by me: borrowing MemberKeys) throws -> RevealedPerson {
    try open(question, by: me.box, me.vault)
  }

  /// As ``open(_:by:)``, with the key alone.
  func open(
    _ question: RevealRecord, by asker: borrowing BoxKey, _ vault: VaultID
  ) throws -> RevealedPerson {
    let binding = Self.binding(question, vault)
    let opened = try BoxedKey.open(
      Array(key), by: asker, context: vault.bytes + binding.bytes)
    return try Codec.decode(
      RevealedPerson.self, try opened.openBody(Array(body), Self.context(binding, vault)))
  }

  /// What the answer is bound to.
  static func binding(_ question: RevealRecord, _ vault: VaultID) -> Digest {
    Digest.of(
      .reveal, vault.bytes, Array(question.code.text.utf8), Array(question.excerpt.text.utf8),
      question.asker.bytes, Array(question.label.utf8))
  }

  private static func context(_ binding: Digest, _ vault: VaultID) -> RecordContext {
    RecordContext(vault: vault, record: binding.short, version: 1)
  }
}
