import Foundation
import SQLiteStore
import Storage
import Testing

/// What a killed `init` or `restore` leaves beside the place that the vault was to have.
struct UnfinishedPlaceTests {
  /// What stands beside the place while it is made.
  private struct Killed: Error {}

  @Test func `what a killed run left for the same place is removed by the next, and nothing else`()
    throws
  {
    try withPlace { place in
      let files = FileManager.default
      var stage = ""
      #expect(throws: Killed.self) {
        try SQLiteStore.place(at: place + "/vault") { directory in
          stage = (directory as NSString).lastPathComponent
          throw Killed()
        }
      }
      #expect(stage.hasPrefix(".vault.") && stage.hasSuffix(".partial"))
      #expect(try files.contentsOfDirectory(atPath: place) == [])
      // The last is of a place called vault.new, which may be under way.
      let others = [".other.partial", stage.replacing(".vault.", with: ".vault.new.")]
      for name in [stage] + others {
        try files.createDirectory(atPath: place + "/" + name, withIntermediateDirectories: false)
      }
      try Data([1]).write(to: URL(filePath: place + "/\(stage)/vault.sqlite"))
      try SQLiteStore.place(at: place + "/vault") { _ in }
      #expect(
        try files.contentsOfDirectory(atPath: place).sorted() == (others + ["vault"]).sorted())
      // A place that is taken is left alone.
      #expect(throws: StoreError.exists) { try SQLiteStore.place(at: place + "/vault") { _ in } }
    }
  }
}
