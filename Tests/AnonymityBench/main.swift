import Anonymity
import Foundation

// Run from the root of the repository. Recall on spellings by others, false hits in foreign prose, speed.
// Arguments: the directory that Scripts/foreign_prose.py filled, and `smoke` for a small run. Exits
// with 1 when a goal that does not depend on the machine is missed; the speeds are printed for a
// person to judge. With `variants` alone it writes what is made of each name on standard input.
let arguments = CommandLine.arguments.dropFirst()
if arguments.contains("variants") {
  while let name = readLine() {
    print(([name] + NameVariants.of(name).map(\.text)).joined(separator: "\t"))
  }
  exit(0)
}
let isSmoke = arguments.contains("smoke")
let report = BenchReport()
let gold = URL(fileURLWithPath: "Tests/AnonymityBench/Gold")
var failures = try Recall(gold).run(report)

let people = InventedPeople(isSmoke ? 50 : 1_000)
report.heading("\(people.count) invented identities, \(people.identifiers.count) spellings")
var matcher = Matcher([])
let built = report.seconds(runs: 3) { matcher = Matcher(people.identifiers) }
report.line("matcher built", String(format: "%.2f s", built), "goal 2 s")
let letter = Array("They met 김철수 (born 14 March 1989) on 3 May. Он жил в Шэньяне.".utf8)
let asked = report.seconds(runs: 5) {
  _ = Matcher(people.identifiers, in: [letter]).matches(in: letter)
}
report.line("matcher for one text", String(format: "%.1f ms", asked * 1_000), "")

if let path = arguments.first(where: { $0 != "smoke" }) {
  let directory = URL(fileURLWithPath: path)
  let sources = try String(
    contentsOf: directory.appendingPathComponent("SOURCES"), encoding: .utf8)
  report.note("prose of " + sources.split(separator: "\n").joined(separator: ", "))
  let prose = try ["en", "ko", "ru", "zh"].map {
    try ForeignProse($0, in: directory, limit: isSmoke ? 200_000 : 12_000_000)
  }
  report.heading("Speed on one core")
  for text in prose { _ = text.speed(matcher, report) }
  for text in prose { _ = text.marked.speed(matcher, report) }
  report.heading("Hits where there should be none: each is false, or a true namesake")
  for text in prose where text.falseHits(of: people, matcher, report) > 1 { failures += 1 }
}
exit(failures == 0 ? 0 : 1)
