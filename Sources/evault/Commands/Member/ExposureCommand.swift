import ArgumentParser
import EvidenceVault

struct ExposureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exposure",
    abstract: "Show what a member could open, did and was given, also after a removal.",
    discussion: """
      What the roster and the signed parts of the log say, every member sees: rights and keys from \
      when to when, how many records of each kind, how often which act. An auditor also sees what was \
      opened, an editor or custodian what was released; both are logged. At the end stands what no \
      change of keys can undo. UNCHANGED counts records that are still under the key they had then.

      Example:
        evault exposure stone --as river
      """)

  @Argument(help: ArgumentHelp("The member, present or removed.", valueName: "name"))
  var name: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let session = try global.unlock()
    let exposure = try session.exposure(of: name)
    let text = ExposureText(exposure: exposure)
    try global.output.result(exposure) { text.rendered(global.output) }
    text.showRest(global.output)
  }
}
