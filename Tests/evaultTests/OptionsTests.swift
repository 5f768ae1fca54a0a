import ArgumentParser
import Foundation
import Sealing
import Storage
import Testing

@testable import evault

@Suite struct OptionsTests {
  @Test func `an option goes before the environment, and an empty one counts as none`() throws {
    let environment = ["EVAULT_VAULT": "there", "EVAULT_MEMBER": "anna"]
    let named = try GlobalOptions.parse(["--vault", "here", "--as", "boris"])
    #expect(try named.vaultPath(environment: environment) == "here")
    #expect(try named.memberName(environment: environment) == "boris")
    let none = try GlobalOptions.parse([])
    #expect(try none.vaultPath(environment: environment) == "there")
    #expect(try none.memberName(environment: environment) == "anna")
    #expect(throws: Failure.self) { try none.vaultPath(environment: ["EVAULT_VAULT": ""]) }
    #expect(throws: Failure.self) { try none.memberName(environment: [:]) }
  }

  @Test func `a passphrase has one source`() throws {
    #expect(try GlobalOptions.parse([]).passphrase.source == .terminal)
    #expect(try GlobalOptions.parse(["--passphrase-file", "f"]).passphrase.source == .file("f"))
    #expect(try GlobalOptions.parse(["--passphrase-fd", "3"]).passphrase.source == .descriptor(3))
    for wrong in [["--passphrase-fd", "3", "--passphrase-file", "f"], ["--passphrase-fd=-1"]] {
      #expect(throws: (any Error).self) { try GlobalOptions.parse(wrong) }
    }
  }

  @Test func `confidential text goes into a pipe only when that was said`() throws {
    let unsaid = try ConfidentialOutput.parse([])
    #expect(try unsaid.destination(isTerminal: true) == .terminal)
    do throws(Failure) {
      _ = try unsaid.destination(isTerminal: false)
      Issue.record("a pipe took confidential text")
    } catch {
      #expect(error.status == .usage)
    }
    let said = try ConfidentialOutput.parse(["--output", "-"])
    #expect(try said.destination(isTerminal: false) == .standardOutput)
    let file = try ConfidentialOutput.parse(["--output", "f"])
    #expect(try file.destination(isTerminal: false) == .newFile("f"))
  }

  @Test func `what a file gets is the text byte for byte`() throws {
    let path = NSTemporaryDirectory() + "/" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try ConfidentialOutput.Destination.newFile(path).write("a\u{202E}\r\nb")
    #expect(FileManager.default.contents(atPath: path) == Data("a\u{202E}\r\nb".utf8))
  }

  @Test func `confidential words are not taken as arguments`() {
    do throws(Failure) {
      _ = try ConfidentialInput.words("a name", prompt: "Title: ")
      Issue.record("an argument was taken")
    } catch {
      #expect(error.status == .usage)
      #expect(!error.message.text.contains("a name"))
    }
  }
}
