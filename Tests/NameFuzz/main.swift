import Foundation

// Plants names in disguise, or cripples the first pass. Arguments: `plants` or `crippled`, how many,
// and the first seed (drawn when it is missing, and printed). Seeds that failed once are tried
// first. Exits with 1 when anything came through.
let arguments = Array(CommandLine.arguments.dropFirst())
let mode = arguments.first ?? "plants"
let count = arguments.dropFirst().first.flatMap(Int.init) ?? 10_000
let seed = arguments.dropFirst(2).first.flatMap(UInt64.init) ?? UInt64.random(in: 0..<1 << 48)
let office = try FuzzOffice()
var failures: [String]
var summary: String
if mode == "crippled" {
  let tally = Crippled(office: office).run(from: seed, count: count)
  failures = tally.failures
  summary =
    "\(tally.exports) exports with a crippled matcher from seed \(seed): \(tally.leaking) leak, "
    + "\(tally.leaking - min(tally.leaking, failures.count)) of them refused; "
    + "\(tally.refusedClean) refused beside"
} else {
  let fuzzing = Fuzzing(office: office, screenEvery: mode == "plants" ? 10 : 1)
  failures = FailedSeeds.all.flatMap { fuzzing.run(from: $0, count: 1).failures }
  let tally = fuzzing.run(from: seed, count: count)
  failures += tally.failures
  summary =
    "\(tally.plants) plants from seed \(seed) in \(tally.combinations.count) combinations, "
    + "\(tally.screened) screened, \(FailedSeeds.all.count) old seeds: \(failures.count) survivors"
}
for failure in failures.prefix(40) { print(failure) }
print(summary)
exit(failures.isEmpty ? 0 : 1)
