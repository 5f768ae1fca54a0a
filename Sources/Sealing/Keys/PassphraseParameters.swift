/// What Argon2id costs, the same for every member of a vault.
public struct PassphraseParameters: Hashable, Sendable {
  /// Memory in KiB.
  public let memory: UInt32
  /// Passes over the memory.
  public let passes: UInt32

  /// 64 MiB and 2 passes: the floor, about 0.1 s. For tests and weak field machines.
  public static let interactive = PassphraseParameters(memory: 64 << 10, passes: 2)
  /// 256 MiB and 3 passes: the default, under a second.
  public static let moderate = PassphraseParameters(memory: 256 << 10, passes: 3)
  /// 1 GiB and 4 passes: some seconds.
  public static let sensitive = PassphraseParameters(memory: 1 << 20, passes: 4)

  /// The most that a vault may ask for (1 GiB, 10 passes), so that a changed header cannot exhaust
  /// the machine.
  static let bound = PassphraseParameters(memory: 1 << 20, passes: 10)

  private init(memory: UInt32, passes: UInt32) {
    self.memory = memory
    self.passes = passes
  }

  /// Reads memory (4 bytes, KiB) ‖ passes (4 bytes).
  ///
  /// - Throws: ``SealingError/derivationBelowFloor`` and ``SealingError/derivationBeyondBound``,
  ///   before any memory is taken.
  public init(_ bytes: [UInt8]) throws(SealingError) {
    guard bytes.count == 8 else { throw .malformed }
    let memory = bytes[0..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let passes = bytes[4..<8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard memory >= Self.interactive.memory, passes >= Self.interactive.passes else {
      throw .derivationBelowFloor
    }
    guard memory <= Self.bound.memory, passes <= Self.bound.passes else {
      throw .derivationBeyondBound
    }
    self.init(memory: memory, passes: passes)
  }

  /// memory (4 bytes, KiB) ‖ passes (4 bytes).
  public var bytes: [UInt8] { memory.bigEndianBytes + passes.bigEndianBytes }
}
