import Sealing
import Storage

extension Session {
  /// What was released to a member, by the records that every editor opens.
  func receipts(
    _ handle: String, _ who: Set<MemberID>, _ reader: Reader
  ) throws -> MemberExposure.Receipts {
    let exports = try documents(DeliveryRecord.self, .delivery, reader).flatMap { record in
      record.deliveries.filter { $0.by == handle }.map {
        MemberExposure.Receipts.Export(
          release: record.code, time: $0.time, format: $0.format, ownName: $0.ownName)
      }
    }
    let answers = try documents(RevealRecord.self, .reveal, reader).filter {
      who.contains($0.asker) && $0.status == .answered
    }.map {
      MemberExposure.Receipts.Answer(question: $0.code, release: $0.excerpt, asked: $0.asked)
    }
    return MemberExposure.Receipts(
      exports: exports.sorted { ($0.time, $0.release.text) < ($1.time, $1.release.text) },
      answers: answers.sorted { ($0.asked, $0.question.text) < ($1.asked, $1.question.text) })
  }

  private func documents<Document: Decodable>(
    _ type: Document.Type, _ kind: RecordKind, _ reader: Reader
  ) throws -> [Document] {
    let held = try holding(.editor, state, reader.store)
    return try reader.map.leaves(prefix: lookup.prefix(of: kind)).map {
      try Codec.decode(type, try reader.body($0.key, $0.leaf, kind, held, me))
    }
  }
}
