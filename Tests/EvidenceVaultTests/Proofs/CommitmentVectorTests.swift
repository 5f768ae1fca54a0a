import Foundation
import Sealing
import Testing

@testable import EvidenceVault

/// Commitments that another implementation made, by the specification, and files that are out.
struct CommitmentVectorTests {
  private struct File: Decodable {
    struct Case: Decodable {
      let seed, root, entry: HexBytes
      let code: String
      let attempt: UInt8
      let atoms: [String]
      let size: Int
      let salts, firstLeaves, hidden: [HexBytes]
      let disclosed: [Int]
    }

    let cases: [Case]
  }

  static func file(_ name: String) throws -> [UInt8] {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Vault/Vectors/releases/\(name)")
    return Array(try Data(contentsOf: path))
  }

  @Test func `salts, leaves, entry and opening are those of an independent implementation`() throws
  {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = try decoder.decode(File.self, from: Data(try Self.file("commitment.json")))
    #expect(file.cases.count == 3)
    for vector in file.cases {
      let code = try #require(Code(vector.code, .excerpt))
      let slot = try ProofSlot(
        seed: vector.seed.bytes, excerpt: code, attempt: vector.attempt)
      let atoms = vector.atoms.map { Array($0.utf8) }
      let commitment = try TextCommitment(atoms, slot)
      #expect(commitment.leaves == vector.size)
      #expect(commitment.salts == vector.salts.map(\.bytes))
      #expect(commitment.entry.bytes == vector.entry.bytes)
      let hidden = commitment.hidden(around: vector.disclosed)
      #expect(hidden.map(\.bytes) == vector.hidden.map(\.bytes))
      let opened = vector.disclosed.map {
        (number: $0, leaf: TextCommitment.leaf(vector.salts[$0].bytes, atoms[$0]))
      }
      #expect(
        opened.allSatisfy {
          $0.number >= vector.firstLeaves.count
            || $0.leaf.bytes == vector.firstLeaves[$0.number].bytes
        })
      #expect(
        TextCommitment.root(leaves: vector.size, opened, hidden: hidden)?.bytes
          == vector.root.bytes)
    }
  }

  @Test func `the page is the published one`() throws {
    let page = HTMLRelease.page(
      language: "@language@", title: "@title@", main: "@main@", footer: "@footer@",
      document: "@document@")
    #expect(Array(page.utf8) == (try Self.file("page.html")))
  }

  @Test func `a published release verifies in every format, under its vault's key`() throws {
    let text = String(decoding: try Self.file("vault-key.txt"), as: UTF8.self)
    let key = try #require(VaultKey(text.trimmingCharacters(in: .newlines)))
    let json = try Self.file("release.json")
    for name in ["release.html", "release.json", "release.md", "release.txt"] {
      let release = try VerifiedRelease(try Self.file(name), beside: json)
      #expect(try release.anchor(key: key, checkpoint: nil) == .key)
      #expect(release.parts.contains { if case .label = $0 { true } else { false } })
    }
  }
}
