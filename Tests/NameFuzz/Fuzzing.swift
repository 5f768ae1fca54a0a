import Dispatch
import Foundation
import Synchronization

/// Plants, redacts, judges: so many times, on all cores.
struct Fuzzing: Sendable {
  let office: FuzzOffice
  /// Every so many plants the second pass is asked as well; it is much slower.
  let screenEvery: Int

  struct Tally {
    var plants = 0
    var screened = 0
    var combinations: Set<String> = []
    var failures: [String] = []
  }

  func run(from first: UInt64, count: Int) -> Tally {
    let lanes = ProcessInfo.processInfo.activeProcessorCount
    let total = Mutex(Tally())
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var tally = Tally()
      for number in stride(from: lane, to: count, by: lanes) {
        judge(first &+ UInt64(number), &tally, isScreened: number % screenEvery == 0)
      }
      let mine = tally
      total.withLock {
        $0.plants += mine.plants
        $0.screened += mine.screened
        $0.combinations.formUnion(mine.combinations)
        $0.failures += mine.failures
      }
    }
    return total.withLock { $0 }
  }

  private func judge(_ seed: UInt64, _ tally: inout Tally, isScreened: Bool) {
    let planting = Planting(seed: seed)
    tally.plants += 1
    tally.combinations.insert(planting.combination)
    let output = office.text(planting.text, planting.frame.language)
    if let run = Survivor.of(
      planting.disguise, planting.plant, in: planting.frame, output: output)
    {
      tally.failures.append(Self.told(planting, "“\(run)” came through", output))
    }
    guard isScreened else { return }
    tally.screened += 1
    if !office.isClean(Array(output.utf8)) {
      tally.failures.append(Self.told(planting, "the screen refuses", output))
    }
  }

  private static func told(_ planting: Planting, _ what: String, _ output: String) -> String {
    let classes = planting.disguise.classes.map { "\($0)" }.sorted().joined(separator: " ")
    return "seed \(planting.seed): \(what): \(planting.text.debugDescription) → "
      + "\(output.debugDescription) (\(classes))"
  }
}
