import ArgumentParser
import EvidenceVault

struct MemberRefuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: "Drop a request to be admitted (steward).",
    discussion: """
      For somebody whom nobody knows, or who asked under a name that is taken. Drops every request of \
      the name, or with --fingerprint one; the log keeps that you did. Whoever asked may ask again, \
      under another name or with another passphrase.

      Example:
        evault member refuse stone --as river
      """)

  @Argument(help: ArgumentHelp("Who asked.", valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp(
      "Only the request with this fingerprint, of several of one name.", valueName: "fingerprint"))
  var fingerprint: String?

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let refused: [WaitingMember]
    let destroyed: Bool
    do {
      (refused, destroyed) = try session.refuseRequests(name, fingerprint: fingerprint)
    } catch {
      switch error {
      case .notFound:
        throw Failure(
          .notFound, "Nobody of the name \(name) has asked to be admitted.",
          next: "evault member list shows who has.")
      case .refused(.fingerprintDiffers):
        throw Failure(
          .refused, "No request of the name \(name) has that fingerprint. Nothing was dropped.",
          next: "evault member list shows the fingerprint of each.")
      default: throw error
      }
    }
    struct Document: Encodable {
      let member: String
      let fingerprints: [String]
    }
    try global.output.result(
      Document(member: name, fingerprints: refused.map(\.fingerprint).sorted())
    ) {
      let text: ScreenText =
        refused.count == 1
        ? "Dropped the request of \(name).\n"
        : "Dropped \(refused.count) requests of \(name).\n"
      return text.text
    }
    guard !destroyed else { return }
    global.output.warn(
      "Unfinished: another process has the vault open, so what was dropped is in its files still. The next command that destroys something finishes this."
    )
  }
}
