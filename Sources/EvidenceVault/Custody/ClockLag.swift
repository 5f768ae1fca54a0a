extension Session {
  /// How many seconds this machine's clock is behind the newest entry that was verified; 0 when it
  /// is not.
  ///
  /// Entries are then written with the newest entry's time, because time may not go back, and say
  /// in their detail what the clock said. One clock that was ahead keeps nobody from working.
  public var secondsBehindLog: UInt64 {
    let now = clock()
    return state.newest > now ? state.newest - now : 0
  }

  /// Up to so many seconds two clocks may differ without anybody being told.
  public static let clockTolerance: UInt64 = 300
}
