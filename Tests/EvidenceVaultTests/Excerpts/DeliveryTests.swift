import Screen
import Testing

@testable import EvidenceVault

/// What is kept of each export beside its log entry.
struct DeliveryTests {
  let office: Office

  init() throws { office = try Office() }

  private func deliveries(_ code: Code) throws -> [Delivery] {
    let edda = try office.unlock("edda", on: Device())
    return try edda.deliveries(of: code, by: try edda.permit(EditorRole.self))
  }

  @Test func `each export is kept with the time of its log entry, on both ways out`() throws {
    let edda = try office.unlock("edda")
    let code = office.codes.release
    let before = try deliveries(code)
    #expect(before.map(\.by) == ["river"])
    _ = try edda.export(
      code, format: .html, fileName: "\(code).html", by: try edda.permit(EditorRole.self))
    let cora = try office.unlock("cora")
    _ = try cora.export(
      code, format: .md, fileName: "gate.md", by: try cora.permit(EditorRole.self))
    let kept = try deliveries(code).dropFirst()
    #expect(kept.map(\.by) == ["edda", "cora"])
    #expect(kept.map(\.format) == ["html", "md"])
    #expect(kept.map(\.ownName) == [false, true])
    let made = try cora.release(
      office.codes.testimony, audience: "desk", policy: "editor", selection: "2",
      conditionsMet: false, format: .txt, fileName: nil, by: try cora.permit(CustodianRole.self))
    #expect(try deliveries(made.code).map(\.format) == ["txt"])
    let audra = try office.unlock("audra")
    let exports = try audra.log(newest: 100, by: try audra.permit(AuditorRole.self))
      .filter { $0.act == "exported" }
    #expect(
      exports.map(\.time) == before.map(\.time) + kept.map(\.time)
        + (try deliveries(made.code).map(\.time)))
    #expect(exports.map(\.member) == ["river", "edda", "cora", "cora"])
  }

  @Test func `a clock that is behind writes the entry's time into the delivery, too`() throws {
    let now = Session.systemClock()
    let edda = try office.unlock("edda", clock: { now - 86_400 * 365 })
    _ = try edda.export(
      office.codes.release, format: .txt, fileName: nil, by: try edda.permit(EditorRole.self))
    let kept = try deliveries(office.codes.release)
    #expect(kept.count == 2 && kept.map(\.time) == kept.map(\.time).sorted())
  }

  @Test func `a refused export leaves no delivery, and one that fails leaves neither`() throws {
    let edda = try office.unlock("edda")
    let code = office.codes.release
    let before = try deliveries(code)
    #expect(throws: VaultError.refused(.fileName)) {
      _ = try edda.export(
        code, format: .txt, fileName: "gate.txt", by: try edda.permit(EditorRole.self))
    }
    #expect(try deliveries(code) == before)
    struct Stop: Error {}
    let entries = edda.entries
    _ = try? edda.write { transaction in
      let release = try Codec.decode(
        ReleaseRecord.self, try transaction.open(.release, code.text))
      try transaction.deliver(release, "txt", fileName: nil)
      throw Stop()
    }
    #expect(edda.entries == entries)
    #expect(try deliveries(code) == before)
  }

  @Test func `an export without its delivery, or the reverse, is no act of the log`() throws {
    #expect(Act.exported.changes == [.delivery: .any])
    let erasures = [Act.sourceErased, .testimonyErased]
    for act in erasures { #expect(act.changes[.delivery] == .remove) }
    for act in Act.allCases
    where act != .exported && act != .recordsRotated && !erasures.contains(act) {
      #expect(act.changes[.delivery] == nil)
    }
  }
}
