import Glibc
import PseudoTerminal
import Sealing
import Testing

/// Types at a terminal that asks for a passphrase, and returns what was read and the screen.
private func asked(
  keys: @Sendable @escaping (PseudoTerminal) -> Void
) async -> (Result<String, TerminalError>, screen: String, echoedMeanwhile: Bool, echoesAfter: Bool)
{
  let pseudo = PseudoTerminal()
  async let typing = onOwnThread {
    let before = pseudo.screen(until: "Passphrase: ")
    let echoed = pseudo.echoes
    keys(pseudo)
    return (before, echoed)
  }
  let result = await onOwnThread { () -> Result<String, TerminalError> in
    var bytes = [UInt8](repeating: 0xAA, count: PassphraseReader.bufferSize)
    var span = bytes.mutableSpan
    do throws(TerminalError) {
      let terminal = try Terminal(path: pseudo.path)
      let count = try PassphraseReader.ask(terminal, prompt: "Passphrase: ", into: &span)
      return .success(String(decoding: bytes[..<count], as: UTF8.self))
    } catch {
      #expect(bytes.allSatisfy { $0 == 0 }, "nothing that was typed stays")
      return .failure(error)
    }
  }
  let (before, echoed) = await typing
  let after = String(decoding: pseudo.screen(waiting: 100) ?? [], as: UTF8.self)
  return (result, before + after, echoed, pseudo.echoes)
}

/// One prompt at a time: the signals belong to the whole process.
@Suite(.serialized) struct TerminalTests {
  @Test func `a typed passphrase is read and not shown`() async {
    let (result, screen, echoed, after) = await asked { $0.type("정확한 말 배터리\n") }
    #expect(result == .success("정확한 말 배터리"))
    #expect(screen.replacing("\r\n", with: "\n") == "Passphrase: \n")
    #expect(!echoed)
    #expect(after)
  }

  @Test func `backspace takes back a whole Korean or Cyrillic character`() async {
    let (result, _, _, _) = await asked { $0.type("말을\u{7F}ж\u{7F}!\n") }
    #expect(result == .success("말!"))
  }

  @Test func `Ctrl-D says that nothing was given and restores the terminal`() async {
    let (result, _, _, after) = await asked { $0.type("\u{4}") }
    #expect(result == .failure(.endOfInput))
    #expect(after)
  }

  @Test func `an empty line, invalid text and a line that is too long are refused`() async {
    let empty = await asked { $0.type("\n") }
    #expect(empty.0 == .failure(.empty))
    let invalid = await asked { $0.type(bytes: [0x61, 0xFF, 0x0A]) }
    #expect(invalid.0 == .failure(.unsuitableText))
    let long = await asked { $0.type(String(repeating: "a", count: 1_025) + "\n") }
    #expect(long.0 == .failure(.tooLong))
    let longest = await asked { $0.type(String(repeating: "a", count: 1_024) + "\n") }
    #expect(longest.0 == .success(String(repeating: "a", count: 1_024)))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func `a signal at the prompt restores the terminal before it acts`(signal: Int32) async {
    await #expect(processExitsWith: .success) { [signal] in
      // The program's own handler lets the process live, so that the terminal can be looked at.
      Glibc.signal(signal) { _ in }
      let (result, _, echoed, after) = await asked { _ in kill(getpid(), signal) }
      precondition(result == .failure(.interrupted) && !echoed && after)
    }
    await #expect(processExitsWith: .signal(signal)) { [signal] in
      _ = await asked { _ in kill(getpid(), signal) }
    }
  }

  @Test func `a stop and a continuation ask again`() async {
    await #expect(processExitsWith: .success) {
      Glibc.signal(SIGTSTP) { _ in }
      let (result, screen, _, _) = await asked { pseudo in
        pseudo.type("half")
        kill(getpid(), SIGTSTP)
        _ = pseudo.screen(until: "Passphrase: ")
        pseudo.type("whole\n")
      }
      precondition(result == .success("whole") && !screen.contains("half"))
    }
  }

  @Test func `two different new passphrases are refused`() async throws {
    for (second, expected) in [("one more", TerminalError.different), ("one", nil)] {
      let pseudo = PseudoTerminal()
      async let typing: Void = onOwnThread {
        _ = pseudo.screen(until: "New: ")
        pseudo.type("one\n")
        _ = pseudo.screen(until: "Again: ")
        pseudo.type(second + "\n")
      }
      let error = await onOwnThread { () -> TerminalError? in
        var first = [UInt8](repeating: 0, count: PassphraseReader.bufferSize)
        var other = first
        var into = first.mutableSpan
        var and = other.mutableSpan
        do throws(TerminalError) {
          let terminal = try Terminal(path: pseudo.path)
          _ = try PassphraseReader.askTwice(
            terminal, prompt: "New: ", again: "Again: ", into: &into, second: &and)
          return nil
        } catch {
          return error
        }
      }
      await typing
      #expect(error == expected)
    }
  }

  @Test func `a file is not a terminal`() {
    #expect(throws: TerminalError.noTerminal) { _ = try Terminal(path: "/dev/null") }
    #expect(throws: TerminalError.noTerminal) { _ = try Terminal(path: "/nonexistent") }
  }
}
