import CSodium

/// Zeroes ordinary memory that had to hold a secret for a moment.
enum Wipe {
  /// Overwrites every byte, also where the compiler sees that nobody reads them again.
  ///
  /// The array must be the only owner of its bytes: a shared one would be copied first, and the
  /// copy zeroed.
  static func zero(_ bytes: inout [UInt8]) {
    unsafe bytes.withUnsafeMutableBytes { buffer in
      if let base = buffer.baseAddress { unsafe sodium_memzero(base, buffer.count) }
    }
  }
}
