/// One plant in one sentence, all of it drawn from a seed.
struct Planting {
  let seed: UInt64
  let plant: Plant
  let frame: Frame
  let disguise: Disguise
  let text: String

  /// - Parameter without: classes that are not used.
  init(seed: UInt64, without: Set<Disguise.Class> = []) {
    var random = Seeded(state: seed)
    self.seed = seed
    plant = Plant.all[Int.random(in: 0..<Plant.all.count, using: &random)]
    frame = Frame.all[Int.random(in: 0..<Frame.all.count, using: &random)]
    // Seldom many at once: one class alone must come up often as well.
    let share = Int.random(in: 1...6, using: &random)
    var classes = Set(
      Disguise.Class.allCases.filter { _ in Int.random(in: 0..<8, using: &random) < share })
    classes.subtract(without)
    if plant.isShort { classes.subtract(Self.notForShort) }
    if plant.kind == .number || plant.kind == .address { classes.subtract(Self.notForNumbers) }
    disguise = Disguise(of: plant, classes, &random)
    let tail = plant.tails[Int.random(in: 0..<plant.tails.count, using: &random)]
    text = frame.before + disguise.text + tail + frame.after
  }

  private static let notForShort: Set<Disguise.Class> = [
    .lookAlikes, .separators, .lineWraps, .quotedWraps, .emphasis, .tags, .references,
  ]
  private static let notForNumbers: Set<Disguise.Class> = [
    .lookAlikes, .emphasis, .tags, .references, .quotedWraps,
  ]

  /// Which combination it is: the classes as bits, and the language.
  var combination: String {
    let bits = disguise.classes.reduce(0) { $0 | 1 << $1.rawValue }
    return "\(bits) \(frame.language)"
  }
}
