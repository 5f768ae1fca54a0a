import Anonymity
import ArgumentParser
import EvidenceVault

/// The name of a policy; whether there is one is known when the vault is open.
struct PolicyName: ExpressibleByArgument {
  let name: String

  init?(argument: String) {
    // Policies are named as audiences are.
    guard Audience.isValid(argument) else { return nil }
    name = argument
  }

  static let allValueStrings = BuiltIn.names
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}

struct PolicyCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "Read, check and add policies, which say what becomes of identifiers.",
    subcommands: [PolicyListCommand.self, PolicyShow.self, PolicyCheck.self, PolicyAdd.self])
}

struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the policies.",
    discussion: """
      Those that come with the program need no vault; with --own the vault's are listed, too.

      Examples:
        evault policy list
        evault policy list --own --as brook
      """)

  @Flag(help: "Also the policies of the vault (editor).")
  var own = false

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let policies: [PolicySummary]
    if own {
      let session = try global.unlock()
      policies = try session.policies(by: try session.permit(EditorRole.self))
    } else {
      policies = try BuiltIn.summaries()
    }
    try global.output.result(["policies": policies]) {
      var table = Table("POLICY", "VERSION", "AUDIENCE", "DESCRIPTION")
      for policy in policies {
        table.add(
          "\(policy.name)", "\(policy.version)", "\(policy.audience ?? "-")",
          "\(policy.description)")
      }
      return table.rendered(for: global.output)
    }
  }
}

struct PolicyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a policy as it is written.",
    discussion: """
      A policy of the program needs no vault; any other is looked for in the vault.

      Example:
        evault policy show editor
      """)

  @Argument(help: ArgumentHelp("The policy.", valueName: "name"))
  var policy: PolicyName

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let yaml: String
    if BuiltIn.names.contains(policy.name) {
      yaml = try BuiltIn.text(policy.name)
    } else {
      let session = try global.unlock()
      yaml = try session.policyText(policy.name, by: try session.permit(EditorRole.self))
    }
    try global.output.result(["name": policy.name, "yaml": yaml]) { yaml }
  }
}

struct PolicyCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a policy file.",
    discussion: """
      Says the place of the first fault and what was expected there. No vault is needed. The guide \
      has every key: Docs/Guide/policies.md.

      Example:
        evault policy check our-desk.yaml
      """)

  @Argument(
    help: ArgumentHelp("A policy file, or - for standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let policy = try PolicyFile(file).policy
    try global.output.result(PolicySummary(policy, addedBy: nil)) {
      "\(policy.name) \(policy.version): nothing to mend.\n"
    }
  }
}

struct PolicyAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a policy of your own to the vault, or a higher version of one (custodian).",
    discussion: """
      It is sealed to the editors and stays in the vault. Drafts under its name are approved under \
      the newest version; what was approved stays as it was.

      Example:
        evault policy add our-desk.yaml --as river
      """)

  @Argument(
    help: ArgumentHelp("A policy file, or - for standard input.", valueName: "file"),
    completion: .file())
  var file: String

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let checked = try PolicyFile(file)
    let session = try global.unlock()
    let added = try session.addPolicy(
      checked.bytes, by: try session.permit(CustodianRole.self))
    try global.output.result(added) { "\(added.name) \(added.version) is added.\n" }
  }
}

/// A policy file that was read and checked before anything is unlocked.
private struct PolicyFile {
  let bytes: [UInt8]
  let policy: Policy

  init(_ path: String) throws(Failure) {
    let file = try InputFile(path, limit: 65_536)
    bytes = file.bytes
    do throws(PolicyError) {
      policy = try Policy(yaml: file.bytes)
    } catch {
      throw Failure(input: .policy("\(error)"), file: path)
    }
  }
}
