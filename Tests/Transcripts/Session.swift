import Foundation
import PseudoTerminal

/// A running transcript: its directory, environment and the codes taken so far.
struct Session {
  let directory: String
  private(set) var pattern = Pattern()
  private var environment: [String: String]

  /// How long a program may be silent before it counts as hanging, in seconds.
  private static let patience = 60

  /// - Parameters:
  ///   - directory: an empty one; its `home` is the program's home.
  ///   - programs: the directory where evault is.
  init(directory: String, programs: String) throws {
    self.directory = directory
    let home = directory + "/home"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    environment = [
      "PATH": programs + ":" + path, "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8",
      "TERM": "xterm", "NO_COLOR": "1",
    ]
  }

  /// Runs a step. Returns what differs from the transcript, or `nil`.
  mutating func run(_ step: Transcript.Step) -> String? {
    var words = commandLineWords(pattern.substitute(step.command))
    if words.first == "export" {
      for assignment in words.dropFirst() { assign(assignment, to: &environment) }
      return nil
    }
    var environment = environment
    while let first = words.first, first.contains("="), !first.hasPrefix("-") {
      assign(first, to: &environment)
      words.removeFirst()
    }
    let (shown, code): (String, Int32) =
      step.atTerminal
      ? runAtTerminal(words, step, environment) : runWithoutTerminal(words, step, environment)

    var lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map {
      // A prompt's trailing blank would be invisible in a transcript.
      var line = $0
      while line.last == " " || line.last == "\r" { line.removeLast() }
      return String(line)
    }
    while lines.last == "" { lines.removeLast() }
    let expected = step.expected.compactMap {
      if case .output(let line) = $0 { line } else { nil }
    }
    guard pattern.matches(lines[...], expected[...]), code == step.exitCode else {
      return """
        line \(step.line): \(step.command)
        --- expected, exit code \(step.exitCode)
        \(expected.joined(separator: "\n"))
        --- shown, exit code \(code)
        \(lines.joined(separator: "\n"))
        """
    }
    return nil
  }

  private func assign(_ assignment: String, to environment: inout [String: String]) {
    guard let sign = assignment.firstIndex(of: "=") else { return }
    environment[String(assignment[..<sign])] = String(assignment[assignment.index(after: sign)...])
  }

  private func runAtTerminal(
    _ words: [String], _ step: Transcript.Step, _ environment: [String: String]
  ) -> (String, Int32) {
    let terminal = PseudoTerminal()
    let child = Child(
      words, environment: environment, directory: directory, wiring: .terminal(terminal))
    var screen: [UInt8] = []
    var seen = 0  // bytes of the screen that an earlier prompt has used
    var ended = false

    // Collects the screen until a prompt is there, or to its end.
    func collect(until prompt: String?) {
      var silent = 0
      while !ended, silent < Self.patience * 10 {
        if let prompt, String(decoding: screen[seen...], as: UTF8.self).contains(prompt) { break }
        guard let more = terminal.screen(waiting: 100) else {
          ended = true
          break
        }
        silent = more.isEmpty ? silent + 1 : 0
        screen += more
      }
      if silent == Self.patience * 10 { child.kill() }
    }

    var prompt = ""
    for expected in step.expected {
      switch expected {
      case .output(let line): prompt = pattern.substitute(line)
      case .typed(let text):
        collect(until: prompt.split(separator: "…").last.map(String.init) ?? "")
        seen = screen.count
        terminal.type(typed(text))
      }
    }
    collect(until: nil)
    let text = String(decoding: screen, as: UTF8.self).replacing("\r\n", with: "\n")
    return (text, child.wait())
  }

  /// What is typed: the line and Enter, or for `^C`, `^D` and `^Z` that key alone.
  private func typed(_ text: String) -> String {
    switch text {
    case "^C": "\u{3}"
    case "^D": "\u{4}"
    case "^Z": "\u{1A}"
    default: pattern.substitute(text) + "\n"
    }
  }

  private func runWithoutTerminal(
    _ words: [String], _ step: Transcript.Step, _ environment: [String: String]
  ) -> (String, Int32) {
    // Files and not pipes: they take any amount without a reader, and can be read afterwards.
    let base = directory + "/.transcript-"
    let input = step.expected.compactMap {
      if case .typed(let line) = $0 { line + "\n" } else { nil }
    }
    .joined()
    var handles: [FileHandle] = []
    for (name, content) in [("in", pattern.substitute(input)), ("out", ""), ("err", "")] {
      _ = FileManager.default.createFile(atPath: base + name, contents: Data(content.utf8))
      guard let handle = FileHandle(forUpdatingAtPath: base + name) else { return ("no file", -1) }
      handles.append(handle)
    }
    defer {
      for name in ["in", "out", "err"] { try? FileManager.default.removeItem(atPath: base + name) }
    }
    let child = Child(
      words, environment: environment, directory: directory,
      wiring: .descriptors(
        input: handles[0].fileDescriptor, output: handles[1].fileDescriptor,
        error: handles[2].fileDescriptor))
    let code = child.wait()
    func text(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: base + name) ?? Data(), as: UTF8.self)
    }
    var shown = text("out")
    let errors = text("err")
    if !shown.isEmpty, !shown.hasSuffix("\n") { shown += "\n" }
    for line in errors.split(separator: "\n", omittingEmptySubsequences: false) where !line.isEmpty
    {
      shown += "! " + line + "\n"
    }
    return (shown, code)
  }
}
