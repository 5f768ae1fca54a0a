import Testing

@testable import evault

@Suite struct MissingSubcommandTests {
  @Test(arguments: [
    ["rotate", "--passphrase-file", "p"], ["log", "--vault", "x", "show"], ["--as", "river"],
    ["member", "-q"], ["intake", "--as=river"],
  ])
  func `options before a command are answered with the commands`(arguments: [String]) throws {
    let failure = try #require(MissingSubcommand.failure(arguments))
    #expect(failure.status == .usage)
    #expect(!failure.message.text.contains("Unknown option"))
  }

  @Test(arguments: [
    [], ["rotate"], ["rotate", "role", "--nonsense"], ["check", "--nonsense"], ["nonsense", "-q"],
    ["log", "nonsense"], ["--nonsense"], ["rotate", "--nonsense"],
  ])
  func `what names a command, or none that there is, is left to the parser`(
    arguments: [String]
  ) {
    #expect(MissingSubcommand.failure(arguments)?.status == nil)
  }

  @Test func `the commands are named`() throws {
    let failure = try #require(MissingSubcommand.failure(["rotate", "-q"]))
    #expect(failure.message.text == "evault rotate does not say what to do; one of: role, records.")
  }
}
