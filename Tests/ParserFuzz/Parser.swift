import Anonymity
import Foundation
import Screen

@testable import EvidenceVault
@testable import Sealing
@testable import Storage

/// What reads bytes that may come from anybody.
///
/// Whatever the bytes are, it must come back: with a value, or with an error. Where a value can be
/// written again, it must be read back as the same.
enum Parser: String, CaseIterable {
  case source, policy, groups, mapping, testimony
  case kit, drop, release, note, witness, share
  case card, pin, logEntry, rosterEntry, tile, backupIndex, record
  case detectors, redaction, outgoing

  /// - Returns: what is wrong; `nil` when all is as it must be.
  func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .source: source(bytes)
    case .policy: parsed { try Policy(yaml: bytes) }
    case .groups: parsed { try GroupsFile(yaml: bytes) }
    case .mapping: parsed { try ArchiveMapping(yaml: bytes) }
    case .testimony: testimony(bytes)
    case .kit: kit(bytes)
    case .drop: parsed { try FieldDrop(bytes) }
    case .release: release(bytes)
    case .note: note(bytes)
    case .witness: witness(bytes)
    case .share: share(bytes)
    case .card: parsed { try Card(bytes) }
    case .pin: parsed { Pin(bytes) }
    case .logEntry: parsed { try LogEntry(bytes, number: 0) }
    case .rosterEntry: rosterEntry(bytes)
    case .tile: tile(bytes)
    case .backupIndex: backupIndex(bytes)
    case .record: Records.fault(in: bytes)
    case .detectors: Texts.detect(bytes)
    case .redaction: Texts.redact(bytes)
    case .outgoing: Texts.screen(bytes)
    }
  }

  private func parsed(_ body: () throws -> some Any) -> String? {
    _ = try? body()
    return nil
  }

  private func source(_ bytes: [UInt8]) -> String? {
    guard let document = try? SourceDocument(yaml: bytes) else { return nil }
    let again = try? SourceDocument(yaml: Array(document.yaml.utf8))
    return again == document ? nil : "a source file is not read back as it was written"
  }

  private func testimony(_ bytes: [UInt8]) -> String? {
    guard let file = try? TestimonyFile(bytes) else { return nil }
    guard file.matter.textOffset <= bytes.count else { return "the text begins behind its end" }
    guard let text = try? RawText(Array(bytes[file.matter.textOffset...])) else {
      return "the text of a testimony that was taken is none"
    }
    var place = 0
    for sentence in text.sentences() {
      guard sentence.lowerBound >= place, sentence.upperBound <= bytes.count else {
        return "sentences overlap"
      }
      place = sentence.upperBound
    }
    return nil
  }

  private func kit(_ bytes: [UInt8]) -> String? {
    guard let kit = try? FieldKit(file: bytes) else { return nil }
    let again = try? FieldKit(file: Array(kit.text.utf8))
    return again == kit ? nil : "a kit is not read back as it was written"
  }

  /// A file alone, or one with a second behind it: the first two bytes say how long the first is.
  private func release(_ bytes: [UInt8]) -> String? {
    _ = try? VerifiedRelease(bytes)
    guard bytes.count > 2 else { return nil }
    let size = Int(bytes[0]) << 8 | Int(bytes[1])
    _ = try? VerifiedRelease(
      Array(bytes.dropFirst(2).prefix(size)), beside: Array(bytes.dropFirst(2 + size)))
    return nil
  }

  private func note(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = VaultKey(text)
    guard let checkpoint = try? Checkpoint(text) else { return nil }
    return (try? Checkpoint(checkpoint.text)) == checkpoint
      ? nil : "a checkpoint is not read back as it was written"
  }

  private func witness(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = WitnessKey(text)
    _ = try? WitnessRequest(text)
    return nil
  }

  private func share(_ bytes: [UInt8]) -> String? {
    parsed {
      var typed = bytes
      return try RecoveryShare.read(words: try SecretBytes(moving: &typed))
    }
  }

  private func rosterEntry(_ bytes: [UInt8]) -> String? {
    guard let entry = try? RosterEntry(bytes, number: 0) else { return nil }
    return entry.bytes == bytes ? nil : "a roster entry has other bytes than it was read from"
  }

  private func tile(_ bytes: [UInt8]) -> String? {
    guard let tile = Tile(bytes) else { return nil }
    _ = tile.summary
    return tile.row == bytes ? nil : "a tile is not written as it was read"
  }

  private func backupIndex(_ bytes: [UInt8]) -> String? {
    guard let index = BackupIndex(bytes) else { return nil }
    return index.bytes.dropLast(BackupIndex.trailerSize).elementsEqual(bytes)
      ? nil : "an index is not written as it was read"
  }
}
