import Foundation

// Makes releases, changes them, and asks the verifier. Arguments: how many, and the first seed (drawn
// when it is missing). Standard output has one case a line, in JSON, for Scripts/verify_release.py;
// standard error says what was judged wrongly. Exits with 1 when anything was.
let arguments = Array(CommandLine.arguments.dropFirst())
let count = arguments.first.flatMap(Int.init) ?? 10_000
let seed = arguments.dropFirst().first.flatMap(UInt64.init) ?? UInt64.random(in: 0..<1 << 48)
var tally: [String: Int] = [:]
var wrong = 0
for number in 0..<UInt64(count) {
  var random = Seeded(state: seed &+ number)
  let made = try Forgery(&random)
  tally[made.kind, default: 0] += 1
  let accepted = made.isAccepted
  if accepted != made.isGenuine {
    wrong += 1
    FileHandle.standardError.write(
      Data("seed \(seed &+ number): \(made.kind) was \(accepted ? "accepted" : "refused")\n".utf8))
  }
  FileHandle.standardOutput.write(made.line(accepted: accepted))
}
let kinds = tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
FileHandle.standardError.write(
  Data("\(count) releases from seed \(seed): \(wrong) judged wrongly (\(kinds))\n".utf8))
exit(wrong == 0 ? 0 : 1)
