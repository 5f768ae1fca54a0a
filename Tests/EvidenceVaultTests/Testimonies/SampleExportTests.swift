import Foundation
import Screen
import Testing
import Yams

@testable import EvidenceVault

/// The invented case against its own list of what stands where.
struct SampleExportTests {
  struct Expected: Decodable {
    struct Testimony: Decodable {
      let file: String
      let identifiers: [Identifier]
      let ordinary: [String]?
    }

    struct Identifier: Decodable {
      let text: String
      let kind: String
      let source: String
      let person: String
    }

    let testimonies: [Testimony]
  }

  /// Source 4 speaks on the record for the public; his relatives do not.
  private func isOnRecord(_ identifier: Expected.Identifier, _ audience: String) -> Bool {
    audience == "public" && identifier.source == "source-4.yaml" && identifier.person == "self"
      && ["name", "alias"].contains(identifier.kind)
  }

  /// `nil` when the source's consent does not cover the audience.
  private func released(
    _ session: Session, _ code: Code, _ audience: String, _ policy: String
  ) throws -> [ReleaseRecord.Output]? {
    let excerpt: Code
    do {
      excerpt = try session.releaseKeepingFindings(code, audience: audience, policy: policy).code
    } catch VaultError.refused(.consentAudience) {
      return nil
    }
    return try session.write { transaction in
      let record = try Codec.decode(
        ReleaseRecord.self, try transaction.open(.release, excerpt.text))
      try transaction.log(.excerptOpened, [excerpt.text], reason: "")
      return record.outputs
    }
  }

  @Test(arguments: [("editor", "desk"), ("public", "desk"), ("public", "public")])
  func `no known identifier of any sample survives an export`(
    policy: String, audience: String
  ) throws {
    let expected = try YAMLDecoder().decode(
      Expected.self, from: String(decoding: try Samples.file("expected.yaml"), as: UTF8.self))
    #expect(expected.testimonies.count == 10)
    let session = try newVault()
    let samples = try SampleCase(session)
    var count = 0
    for (code, expected) in zip(samples.testimonies, expected.testimonies) {
      guard let outputs = try released(session, code, audience, policy) else {
        // Whoever agreed to the desk only is not released to the public.
        #expect(audience == "public")
        continue
      }
      count += 1
      #expect(Set(outputs.map(\.format)) == Set(OutputFormat.allCases.map(\.rawValue)))
      let json = Array(outputs.first { $0.format == "json" }?.bytes ?? Data())
      for output in outputs {
        #expect(throws: Never.self, "\(expected.file), \(output.format)") {
          try VerifiedRelease(Array(output.bytes), beside: json)
        }
        let scalars = Array(String(decoding: output.bytes, as: UTF8.self).unicodeScalars)
        for identifier in expected.identifiers where !isOnRecord(identifier, audience) {
          #expect(
            !scalars.contains(Array(identifier.text.unicodeScalars)),
            "\(expected.file), \(output.format): \(identifier.text)")
        }
        for word in expected.ordinary ?? [] where output.format == "txt" {
          #expect(
            scalars.contains(Array(word.unicodeScalars)), "\(expected.file) lost \(word)")
        }
      }
    }
    #expect(count >= (audience == "desk" ? 10 : 5))
  }

  @Test func `letters agree within an audience and are drawn anew for another`() throws {
    let session = try newVault()
    let samples = try SampleCase(session)
    func letters(_ index: Int, _ audience: String) throws -> Set<Substring> {
      let outputs = try released(session, samples.testimonies[index], audience, "editor")
      let text = String(
        decoding: outputs?.first { $0.format == "txt" }?.bytes ?? Data(), as: UTF8.self)
      return Set(text.matches(of: /[Dd]efector ([A-Z]+)/).map(\.output.1))
    }
    let desk = try letters(5, "desk")
    #expect(!desk.isEmpty)
    // A register keeps what it gave, over excerpts of one testimony and after others.
    _ = try letters(8, "desk")
    #expect(try letters(5, "desk") == desk)
    #expect(desk.allSatisfy { $0.count == 1 })
    #expect(try !letters(5, "public").isEmpty)
  }
}
