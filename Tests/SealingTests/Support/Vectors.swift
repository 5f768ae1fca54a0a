import Foundation
import Testing

@testable import Sealing

/// Bytes that stand as hexadecimal digits in a vector.
struct HexText: Decodable {
  let bytes: [UInt8]

  init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    bytes = try #require(Hex.decode(text))
  }
}

/// Reads a file of Vault/Vectors/primitives.
func vectors<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Vault/Vectors/primitives")
  let decoder = JSONDecoder()
  decoder.keyDecodingStrategy = .convertFromSnakeCase
  return try decoder.decode(type, from: try Data(contentsOf: folder.appending(path: name)))
}

/// A member of known seed.
func member(
  seed: [UInt8], vault: VaultID, genesis: Digest = .zero
) throws -> MemberKeys {
  let contents = try secret(
    seed + [1] + genesis.bytes + [UInt8](repeating: 0, count: 248 - 65))
  return try MemberKeys(rowContents: contents, vault: vault)
}
