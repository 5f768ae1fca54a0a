import CSodium

/// Random bytes that are no secret: nonces, salts, ids.
public enum Random {
  /// Draws `count` bytes from the system's generator.
  public static func bytes(_ count: Int) -> [UInt8] {
    Sodium.startOrStop()
    var out = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&out, count)
    return out
  }

  /// Draws a number below `bound`, without bias; 0 for a bound of 0 or 1.
  public static func below(_ bound: UInt32) -> UInt32 {
    Sodium.startOrStop()
    return randombytes_uniform(bound)
  }
}
