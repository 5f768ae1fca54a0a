import EvidenceVault
import Testing

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
}
