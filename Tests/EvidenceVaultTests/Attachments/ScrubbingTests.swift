import Foundation
import Sealing
import Testing

@testable import EvidenceVault

/// What the vault makes of what comes out of a sandbox. That a real one cleans is for Tests/Regimens/scrub.sh.
final class ScrubbingTests {
  let office: Office
  private let place = NSTemporaryDirectory() + "/" + UUID().uuidString

  init() throws {
    office = try Office()
    try FileManager.default.createDirectory(
      atPath: place, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: place) }

  private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Random.bytes(150_000)

  /// A sandbox that reads the file and then runs some lines of a shell.
  private func sandbox(_ lines: String, reads: Bool = true) throws -> ScrubSandbox {
    let path = place + "/walls"
    let script = "#!/bin/sh\n" + (reads ? "cat >\(place)/seen\n" : "") + lines + "\n"
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return ScrubSandbox(bubblewrap: path, python: "/bin/sh", tools: [])
  }

  private func scrub(
    _ bytes: [UInt8], _ sandbox: ScrubSandbox
  ) throws -> (copy: ScrubbedCopy?, bytes: Data?, error: VaultError?) {
    let river = try office.unlock("river")
    let added = try river.attach(bytes, to: office.codes.testimony)
    let out = place + "/copy"
    do throws(VaultError) {
      let copy = try river.scrubAttachment(
        added.code, to: out, in: sandbox, reason: "for the desk",
        by: try river.permit(CustodianRole.self))
      return (copy, FileManager.default.contents(atPath: out), nil)
    } catch {
      // Nothing is left but the sandbox's own.
      let left = try FileManager.default.contentsOfDirectory(atPath: place)
      #expect(Set(left).isSubset(of: ["walls", "seen"]))
      return (nil, nil, error)
    }
  }

  @Test func `the whole file goes in, and the copy with its report comes out`() throws {
    let report = #"{"found":[{"key":"Artist","value":"Kim Chol-su"}],"left":[]}"#
    let made = try scrub(
      Self.jpeg, try sandbox("printf 'ready\\n%s\\ncopied' '\(report)'; cat \(place)/seen"))
    let copy = try #require(made.copy)
    let expected = Data("copied".utf8) + Data(Self.jpeg)
    #expect(made.bytes == expected)
    #expect(copy.size == expected.count && copy.type == "image/jpeg")
    #expect(copy.sha256 == Hex.encode(Digest.of(Array(expected)).bytes))
    #expect(copy.found == [FoundMetadata(key: "Artist", value: "Kim Chol-su")])
    let audra = try office.unlock("audra")
    let lines = try audra.log(newest: 3, by: try audra.permit(AuditorRole.self))
    #expect(lines.map(\.act) == ["attachmentExtracted", "textScreened", "logRead"])
    #expect(lines[0].subjects.contains("scrubbed") && lines[0].reason == "for the desk")
  }

  @Test func `people of the vault whom the metadata names are told`() throws {
    let report =
      #"{"found":[{"key":"Title","value":"x\ny"},{"key":"Artist","value":"Orla Testrand"}],"left":[]}"#
    let made = try scrub(
      Self.jpeg, try sandbox("cat <<'END'\nready\n\(report)\nbytes\nEND"))
    #expect(made.copy?.known.map(\.line) == [2])
    #expect(made.copy?.known.first?.sources == [office.codes.source])
  }

  @Test(arguments: [
    ("exit 1", ScrubFault.noSandbox), ("echo other", .noSandbox),
    ("echo ready", .notCleaned), ("echo ready; echo '{}'; echo copy", .notCleaned),
    (#"echo ready; echo '{"found":[],"left":[]}'"#, .notCleaned),
    (#"echo ready; echo '{"found":[],"left":[]}'; echo copy; exit 1"#, .notCleaned),
    (#"echo ready; echo '{"found":[],"left":[]}'; echo copy; kill -9 $$"#, .notCleaned),
    (
      #"echo ready; echo '{"found":[],"left":[{"key":"b","value":"1"},{"key":"a","value":"2"}]}'; echo copy"#,
      .left(["a", "b"])
    ),
  ])
  func `what is not whole and clean is not given out`(lines: String, fault: ScrubFault) throws {
    #expect(try scrub(Self.jpeg, try sandbox(lines)).error == .scrub(fault))
  }

  @Test func `a sandbox that cannot be made, and one that is not there, are told apart`() throws {
    let broken = try sandbox("exit 1", reads: false)
    #expect(try scrub(Self.jpeg, broken).error == .scrub(.noSandbox))
    let absent = ScrubSandbox(bubblewrap: "/nowhere", python: "/bin/sh", tools: [])
    #expect(!absent.isInstalled)
  }

  @Test func `a type that nobody can clean never enters the sandbox`() throws {
    let walls = try sandbox("echo ready")
    for bytes in [Array("plain words".utf8), [0x1A, 0x45, 0xDF, 0xA3], [0, 1, 2]] {
      let error = try scrub(bytes, walls).error
      guard case .scrub(.type) = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func `a file that storage changed gives no copy`() throws {
    let river = try office.unlock("river")
    let added = try river.attach(Self.jpeg, to: office.codes.testimony)
    let custodian = try river.permit(CustodianRole.self)
    let name = try river.objectName(of: added.code, by: custodian)
    var sealed = try office.store.object(name)
    sealed[100_000] ^= 1
    office.store.setObject(name, sealed)
    let walls = try sandbox(#"echo ready; echo '{"found":[],"left":[]}'; echo copy"#)
    #expect(throws: VaultError.integrity(.object)) {
      _ = try river.scrubAttachment(
        added.code, to: place + "/copy", in: walls, reason: "", by: custodian)
    }
    #expect(!FileManager.default.fileExists(atPath: place + "/copy"))
  }
}
