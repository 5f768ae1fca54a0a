import Foundation
import Testing

@testable import EvidenceVault
@testable import Sealing

/// An answer that another implementation sealed, by the specification.
struct RevealVectorTests {
  private struct File: Decodable {
    let vault, asker, askerBoxSeed, question, key, body: HexBytes
    let code, excerpt, label, source: String
    let names: [String]
  }

  @Test func `an answer of an independent implementation opens, for its question alone`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Vault/Vectors/primitives/reveal.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = try decoder.decode(File.self, from: try Data(contentsOf: path))
    let vault = try #require(VaultID(file.vault.bytes))
    let code = try #require(Code(file.code, .reveal))
    let excerpt = try #require(Code(file.excerpt, .excerpt))
    func question(_ label: String) -> RevealRecord {
      RevealRecord(
        version: Version1(), code: code, excerpt: excerpt, label: label,
        asker: MemberID(file.asker.bytes), handle: "edda", reason: "", asked: "",
        status: .answered)
    }
    #expect(RevealSeal.binding(question(file.label), vault).bytes == file.question.bytes)
    let seal = RevealSeal(key: Data(file.key.bytes), body: Data(file.body.bytes))
    var seed = file.askerBoxSeed.bytes
    let key = try BoxKey(seed: try SecretBytes(moving: &seed))
    let person = try seal.open(question(file.label), by: key, vault)
    #expect(person.names == file.names && person.source.text == file.source)
    #expect(person.relation == nil && !person.changedSince)
    #expect(throws: SealingError.notAuthentic) {
      try seal.open(question(file.label + " "), by: key, vault)
    }
  }
}
