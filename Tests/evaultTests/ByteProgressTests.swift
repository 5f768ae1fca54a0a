import Testing

@testable import evault

struct ByteProgressTests {
  @Test func `a line says how much, how fast and how long still`() {
    #expect(
      ByteProgress.line("Sealing", done: 1_200_000_000, total: 4_000_000_000, seconds: 2)
        == "Sealing  1.2 GB of 4.0 GB  600 MB/s  5 s left")
    #expect(
      ByteProgress.line("Sealing", done: 50_000_000, total: nil, seconds: 0.5)
        == "Sealing  50.0 MB  100 MB/s")
    #expect(
      ByteProgress.line("Sealing", done: 1_000, total: 500_000_000, seconds: 1)
        == "Sealing  1.0 kB of 500 MB  1.0 kB/s  138 h 53 min left")
    #expect(
      ByteProgress.line("Sealing", done: 12, total: 10, seconds: 0)
        == "Sealing  10 B of 10 B  0 B/s")
  }

  @Test(arguments: [
    (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (99_949, "99.9 kB"), (99_950, "100 kB"),
    (999_950, "1.0 MB"), (1 << 40, "1.1 TB"),
  ])
  func `a size is told in powers of a thousand`(bytes: Int, text: String) {
    #expect(ByteCount.text(bytes) == text)
  }

  @Test(arguments: [
    "", "-", "5", "5-", "-5", "9-3", "a-b", "1-2-3", " 1-2", "0-9223372036854775807",
  ])
  func `what is no range of bytes is refused`(text: String) {
    #expect(ByteRange(argument: text) == nil)
  }
}
