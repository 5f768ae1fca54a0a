import Glibc
import Sealing

/// What holds for the whole process before anything else happens.
enum ProcessSetup {
  /// - Throws: ``SealingError/hardeningFailed``: then nothing secret may be read.
  static func apply() throws(SealingError) {
    // Whatever is created is its owner's only.
    umask(0o077)
    // A reader that has gone is an error of the write, with its own exit code.
    signal(SIGPIPE, SIG_IGN)
    // No core dump, no debugger, and none of Swift's backtraces, which print registers and memory.
    try ProcessHardening.apply()
  }
}
