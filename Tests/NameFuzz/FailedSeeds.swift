/// Seeds that a plant once survived; they are tried before all others.
enum FailedSeeds {
  static let all: [UInt64] = [242_446_690_848_979, 242_446_690_849_477]
}
