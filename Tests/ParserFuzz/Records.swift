import Foundation

@testable import EvidenceVault
@testable import Storage

/// What is sealed in records, as a holder's program may have written it.
enum Records {
  private static let types: [any (Decodable & Sendable).Type] = [
    OriginalRecord.self, WorkingRecord.self, TestimonySummary.self, NoteRecord.self,
    SealedSource.self, MovedRecord.self, LabelRegister.self, DropRecord.self, DropPayload.self,
    FieldDropRecord.self, KitRecord.self, ReceiptRecord.self, AttachmentRecord.self,
    AttachmentSummary.self, ExcerptRecord.self, ReleaseRecord.self, ReleaseTerms.self,
    DeliveryRecord.self, ReviewRecord.self, ToldRecord.self, PolicyRecord.self, GroupsRecord.self,
    RevealRecord.self, ImportReceipt.self, CommitmentsRecord.self, MemberRequest.self,
    RosterPayload.self, LogDetail.self, RotationCursor.self, Pin.self, ScrubReport.self,
  ]

  /// The first byte says of which type the rest is.
  static func fault(in bytes: [UInt8]) -> String? {
    guard let first = bytes.first else { return nil }
    let rest = Array(bytes.dropFirst())
    let type = types[Int(first) % types.count]
    read(type, rest)
    return differs(WorkingRecord.self, rest) ?? differs(TestimonySummary.self, rest)
  }

  private static func read<Value: Decodable & Sendable>(_ type: Value.Type, _ bytes: [UInt8]) {
    _ = try? Codec.decode(type, bytes)
  }

  /// What is read without the decoder is what the decoder reads.
  private static func differs<Value: WrittenValue & Encodable>(
    _ type: Value.Type, _ bytes: [UInt8]
  ) -> String? {
    guard let written = type.all(Bodies([bytes]))?.first else { return nil }
    guard let decoded = try? Codec.decode(type, bytes),
      let one = try? Codec.encode(written), let other = try? Codec.encode(decoded), one == other
    else { return "\(type) is read in two ways" }
    return nil
  }
}
