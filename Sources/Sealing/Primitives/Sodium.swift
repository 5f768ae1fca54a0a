import CSodium

/// The library itself.
enum Sodium {
  private static let started: Bool = sodium_init() >= 0

  /// Initialises libsodium once for the process.
  static func start() throws(SealingError) {
    guard started else { throw .libraryUnavailable }
  }

  /// As ``start()``, where nothing can be thrown: without the library no random byte is to be had,
  /// and to go on with a predictable one would be worse than to stop.
  static func startOrStop() { precondition(started, "libsodium cannot be initialised") }
}
