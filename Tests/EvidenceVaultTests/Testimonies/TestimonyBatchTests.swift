import Foundation
import Testing

@testable import EvidenceVault

struct TestimonyBatchTests {
  private func source(_ name: String) -> SourceReference {
    .document(Array("names: [\"\(name)\"]\nconsent: {audiences: [desk]}\n".utf8))
  }

  private func file(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `a person whom a later file of a batch makes known is a label in the earlier ones`()
    throws
  {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let early = "We hid with Pak Sumin until spring. "
    var files = (0..<30).map { number in
      (file: file(early + "Part \(number)."), source: source("Ro Hyonil"))
    }
    files.append((file: file("I am the one who hid them."), source: source("Pak Sumin")))
    files.append((file: file(early + "Later."), source: source("Ro Hyonil")))
    let accepted = try session.addTestimonies(files, by: custodian)

    #expect(Set(accepted.map(\.testimony)).count == files.count)
    #expect(Set(accepted.map(\.source)).count == 2)
    #expect(accepted[0].source == accepted[31].source)
    let researcher = try session.permit(ResearcherRole.self)
    for taken in accepted {
      #expect(!(try session.testimony(taken.testimony, by: researcher).text.contains("Sumin")))
    }
    #expect(try session.testimony(accepted[0].testimony, by: researcher).text.contains("Part 0."))
    let log = try session.log(newest: 200, by: try session.permit(AuditorRole.self))
    #expect(
      log.filter { $0.act == "testimonyAdded" }.map { $0.subjects[0] }
        == accepted.map(\.testimony.text))
    #expect(try session.check().allSatisfy { $0.damaged == 0 })
  }

  @Test func `one file that cannot be taken in keeps the whole batch out`() throws {
    let session = try newVault()
    let custodian = try session.permit(CustodianRole.self)
    let elsewhere = try newVault()
    let foreign = try elsewhere.addTestimony(
      file("Text."), source: source("Ro Hyonil"),
      by: try elsewhere.permit(CustodianRole.self))
    let files = [
      (file: file("One."), source: source("Ro Hyonil")),
      (file: file("Two."), source: SourceReference.code(foreign.source)),
    ]
    #expect(throws: VaultError.notFound) { try session.addTestimonies(files, by: custodian) }
    #expect(try session.testimonies(by: try session.permit(ResearcherRole.self)).isEmpty)
    #expect(try session.sources(by: custodian).isEmpty)
  }

  @Test func `a batch gives the letters that one testimony after the other gives`() throws {
    let names = ["Ro Hyonil", "Pak Sumin", "Grace Holloway", "Orla Testrand", "Mira Probewald"]
    let files = (0..<40).map { number in
      let said = [number % 5, number * 3 % 5, number / 5 % 5].map { names[$0] }
      return file(
        """
        ---
        title: What \(said[1]) saw
        language: en
        ---
        I met \(said[0]) and \(said[2]) at the gate. "\(said[1])" was there \(number) times.\u{1}
        """)
    }
    /// Every text, and the letters at the end.
    func taken(_ add: (Session, [Code]) throws -> [Accepted]) throws -> [String] {
      let session = try newVault()
      let custodian = try session.permit(CustodianRole.self)
      var sources: [Code] = []
      for name in names {
        sources.append(
          try session.addSource(Array("names: [\"\(name)\"]\n".utf8), by: custodian))
      }
      let researcher = try session.permit(ResearcherRole.self)
      return try add(session, sources).map {
        let copy = try session.testimony($0.testimony, by: researcher)
        return copy.title + copy.text
      }
    }
    let batch = try taken { session, sources in
      try session.addTestimonies(
        files.enumerated().map { (file: $1, source: .code(sources[$0 % 5])) },
        by: try session.permit(CustodianRole.self))
    }
    let single = try taken { session, sources in
      let custodian = try session.permit(CustodianRole.self)
      var all: [Accepted] = []
      for (number, file) in files.enumerated() {
        all.append(
          try session.addTestimony(file, source: .code(sources[number % 5]), by: custodian))
      }
      return all
    }
    #expect(batch == single)
    #expect(batch.allSatisfy { text in !names.contains { text.contains($0) } })
    #expect(Set(batch.map { $0.prefix(20) }).count == 5)
  }

  @Test func `records of which many are written are JSON as all others are`() throws {
    struct Plain<Record: Encodable>: Encodable {
      let record: Record
      func encode(to encoder: any Encoder) throws { try record.encode(to: encoder) }
    }
    let odd = String(String.UnicodeScalarView((0..<0x90).compactMap(Unicode.Scalar.init)))
    let texts = ["", "plain", "\"\\/", odd, "김철수 \u{2028}\u{1F600}"]
    let pieces =
      texts.map { Piece(text: $0, range: 0..<0) }
      + [Piece(text: "A", range: 0..<0, entity: "E/1", kind: .birthDate)]
    let document = try SourceDocument(
      yaml: Array("names: [A B]\nconsent: {audiences: [desk], conditions: [\"x\"]}\n".utf8))
    for (number, text) in texts.enumerated() {
      let working = WorkingRecord(
        version: Version1(), code: Code.random(.testimony), title: number == 0 ? [] : pieces,
        date: number == 1 ? nil : text, language: text,
        sentences: number == 2 ? [] : [[], pieces, pieces],
        consent: number == 3
          ? nil : ConsentTerms(SourceRecord(code: Code.random(.source), document: document)))
      #expect(try Codec.encode(working) == Codec.encode(Plain(record: working)))
      let original = OriginalRecord(
        version: Version1(), code: working.code, source: Code.random(.source),
        file: Data((text + odd + odd).utf8), title: number == 1 ? nil : text,
        date: number == 2 ? nil : text, language: text, textOffset: number * 1000,
        documenter: text, commitmentSeed: HexBytes([0, 255, 16]),
        withheld: number == 4 ? [Spot(part: .text, from: 1, to: 2)] : nil)
      #expect(try Codec.encode(original) == Codec.encode(Plain(record: original)))
      // A field that is added has to be written, too.
      if number == 4 {
        #expect(try keys(of: Codec.encode(working)) == fields(of: working))
        #expect(try keys(of: Codec.encode(original)) == fields(of: original))
      }
    }
  }

  private func keys(of json: [UInt8]) throws -> Set<String> {
    let object = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
    return Set(try #require(object).keys)
  }

  private func fields(of record: Any) -> Set<String> {
    Set(Mirror(reflecting: record).children.compactMap(\.label))
  }
}
