import Foundation

// Prints every figure of Docs/Design.md beside a baseline of the same run. Times depend on the
// machine and on what else it does; the ratios less so. `smoke` makes a small run; `match`, `people`,
// `screen`, `risk`, `attachments`, `add`, `import`, `command`, `list`, `rotate` and `log` measure these alone.
var words = Set(CommandLine.arguments.dropFirst())
let sizes: Figures.Sizes = words.remove("smoke") == nil ? .full : .smoke
let place = try Workplace()
defer { place.remove() }
try Figures(place: place, sizes: sizes, only: words).run()
