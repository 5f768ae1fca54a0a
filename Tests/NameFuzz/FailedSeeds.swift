/// Seeds that a plant once survived; they are tried before all others.
enum FailedSeeds {
  static let all: [UInt64] = []
}
