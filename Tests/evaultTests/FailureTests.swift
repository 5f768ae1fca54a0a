import ArgumentParser
import Sealing
import Storage
import Testing

@testable import evault

@Suite struct FailureTests {
  @Test(arguments: [
    (StoreError.busy, evault.ExitStatus.inputOutput), (.damaged, .integrity), (.missing, .notFound),
    (.full, .inputOutput), (.newerFormat, .badInput), (.exists, .usage),
  ])
  func `each error of the store has its exit code`(error: StoreError, status: evault.ExitStatus) {
    #expect(Failure(error).status == status)
  }

  @Test func `an unexpected error says its type and nothing of its content`() {
    struct Leaky: Error { let name = "a name" }
    let failure = Failure(Leaky())
    #expect(failure.status == .unexpected)
    #expect(failure.message.text.contains("Leaky"))
    #expect(!failure.message.text.contains("a name"))
  }

  @Test func `a usage error escapes what was typed`() {
    let failure = Failure(ValidationError("Unknown option '\u{1B}[2J'"))
    #expect(failure.status == .usage)
    #expect(failure.message.text.contains("\\u{1B}[2J"))
  }

  @Test func `the exit codes are those that scripts rely on`() {
    let all: [evault.ExitStatus] = [
      .done, .unexpected, .refused, .locked, .integrity, .notFound, .usage, .badInput, .inputOutput,
    ]
    #expect(all.map(\.rawValue) == [0, 1, 3, 4, 5, 6, 64, 65, 74])
  }
}
