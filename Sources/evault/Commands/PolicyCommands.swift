import Anonymity
import ArgumentParser
import EvidenceVault

/// The name of a built-in policy.
struct PolicyName: ExpressibleByArgument {
  let name: String

  init?(argument: String) {
    guard BuiltIn.names.contains(argument) else { return nil }
    name = argument
  }

  static let allValueStrings = BuiltIn.names
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}

struct PolicyCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "Read the policies, which say what becomes of identifiers.",
    subcommands: [PolicyListCommand.self, PolicyShow.self])
}

struct PolicyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the policies.",
    discussion: """
      They come with the program; no vault is needed.

      Example:
        evault policy list
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    struct Document: Encodable {
      struct Policy: Encodable {
        let name: String
        let version: Int
        let audience: String?
        let description: String
      }
      let policies: [Policy]
    }
    let policies = try BuiltIn.names.map { name in
      let policy = try Policy(yaml: Array(try BuiltIn.text(name).utf8))
      return Document.Policy(
        name: policy.name, version: policy.version, audience: policy.audience,
        description: policy.description)
    }
    try global.output.result(Document(policies: policies)) {
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
      Example:
        evault policy show editor
      """)

  @Argument(help: ArgumentHelp("The policy.", valueName: "name"))
  var policy: PolicyName

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let yaml = try BuiltIn.text(policy.name)
    try global.output.result(["name": policy.name, "yaml": yaml]) { yaml }
  }
}
