import Glibc
import Testing

@testable import Sealing

struct ProcessHardeningTests {
  @Test func `a hardened process cannot be dumped`() async {
    await #expect(processExitsWith: .signal(SIGSEGV)) {
      try ProcessHardening.apply()
      var core = rlimit()
      #expect(unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core) == 0)
      #expect(core.rlim_cur == 0 && core.rlim_max == 0)
      raise(SIGSEGV)
    }
  }

  @Test func `swap on a plain disk, a file or plain LVM is named`() {
    let swaps = """
      Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority
      /dev/sda2                               partition\t1000\t\t0\t\t-2
      /swapfile                               file\t\t1000\t\t0\t\t-3
      /dev/dm-0                               partition\t1000\t\t0\t\t-4
      /dev/dm-1                               partition\t1000\t\t0\t\t-5
      /dev/zram0                              partition\t1000\t\t0\t\t100

      """
    let found = ProcessHardening.unprotectedSwap(swaps) { $0 == "dm-1" }
    #expect(found == ["/dev/sda2", "/swapfile", "/dev/dm-0"])
  }

  @Test func `no swap, no warning`() {
    #expect(ProcessHardening.unprotectedSwap("") == [])
    #expect(ProcessHardening.unprotectedSwap("Filename\tType\tSize\tUsed\tPriority\n") == [])
  }

  @Test func `a device that does not exist is not called encrypted`() {
    #expect(!ProcessHardening.isEncryptedDevice("dm-999"))
    #expect(!ProcessHardening.isEncryptedDevice("../../etc"))
  }
}
