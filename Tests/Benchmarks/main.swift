import Foundation

// Prints every figure of Docs/Design.md beside a baseline of the same run. Times depend on the
// machine and on what else it does; the ratios less so. `smoke` makes a small run.
let smoke = CommandLine.arguments.contains("smoke")
let place = try Workplace()
defer { place.remove() }
try Figures(place: place, sizes: smoke ? .smoke : .full).run()
