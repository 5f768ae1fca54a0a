import CSodium
import Foundation
import Glibc

/// Keeps what is in this process from core dumps, debuggers and crash reports.
public enum ProcessHardening {
  /// Turns core dumps off, makes the process undumpable and restores the default action of fatal
  /// signals, so that no crash reporter prints registers or memory.
  ///
  /// To be called first thing in a program that opens vaults.
  public static func apply() throws(SealingError) {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0 else {
      throw .hardeningFailed
    }
    guard evault_set_undumpable() == 0 else { throw .hardeningFailed }
    for signalNumber in [SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGQUIT] {
      signal(signalNumber, SIG_DFL)
    }
  }

  /// Whether swap is on that is not known to be encrypted or in memory.
  ///
  /// - Parameters:
  ///   - swaps: the contents of `/proc/swaps`.
  ///   - isEncrypted: whether a device-mapper device such as `dm-1` is.
  /// - Returns: the devices to warn about; `zram` is memory and taken as safe.
  public static func unprotectedSwap(
    _ swaps: String, isEncrypted: (String) -> Bool = isEncryptedDevice
  ) -> [String] {
    swaps.split(separator: "\n").dropFirst().compactMap { line in
      guard let device = line.split(whereSeparator: \.isWhitespace).first else { return nil }
      let name = String(device.split(separator: "/").last ?? device)
      let safe = name.hasPrefix("zram") || (name.hasPrefix("dm-") && isEncrypted(name))
      return safe ? nil : String(device)
    }
  }

  /// Whether a block device is dm-crypt's, or lies on nothing but such devices, as a volume does
  /// that LVM cut out of an encrypted disk.
  public static func isEncryptedDevice(_ name: String) -> Bool { isEncrypted(name, depth: 4) }

  private static func isEncrypted(_ name: String, depth: Int) -> Bool {
    let device = "/sys/block/\(name)"
    if let uuid = try? ExistingFile.read(at: "\(device)/dm/uuid", limit: 4096),
      uuid.starts(with: Array("CRYPT-".utf8))
    {
      return true
    }
    guard depth > 0,
      let below = try? FileManager.default.contentsOfDirectory(atPath: "\(device)/slaves"),
      !below.isEmpty
    else { return false }
    return below.allSatisfy { isEncrypted($0, depth: depth - 1) }
  }
}
