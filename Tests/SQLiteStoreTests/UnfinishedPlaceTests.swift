import Foundation
import SQLiteStore
import Storage
import Testing

/// What a killed `init` or `restore` leaves beside the place that the vault was to have.
struct UnfinishedPlaceTests {
  /// What stands beside the place while it is made.
  private struct Killed: Error {}

  private static func age(_ path: String, by seconds: TimeInterval) throws {
    let files = FileManager.default
    let inside = try files.subpathsOfDirectory(atPath: path).map { path + "/" + $0 }
    for path in inside + [path] {
      try files.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -seconds)], ofItemAtPath: path)
    }
  }

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
      let others = [
        ".other.partial", stage.replacing(".vault.", with: ".vault.new."),
        ".vault.holiday-photos-1.partial", stage.replacing("partial", with: "kept"),
      ]
      for name in [stage] + others {
        try files.createDirectory(atPath: place + "/" + name, withIntermediateDirectories: false)
      }
      try Data([1]).write(to: URL(filePath: place + "/\(stage)/vault.sqlite"))
      for name in [stage] + others { try Self.age(place + "/" + name, by: 3_700) }
      // Somebody who makes the same place at this moment is left alone.
      let under = stage.replacing(".vault.", with: ".under.")
      try files.createDirectory(atPath: place + "/" + under, withIntermediateDirectories: false)
      try SQLiteStore.place(at: place + "/under") { _ in }
      #expect(files.fileExists(atPath: place + "/" + under))
      for name in [under, "under"] { try files.removeItem(atPath: place + "/" + name) }
      try SQLiteStore.place(at: place + "/vault") { _ in }
      #expect(
        try files.contentsOfDirectory(atPath: place).sorted() == (others + ["vault"]).sorted())
      // A place that is taken is left alone.
      #expect(throws: StoreError.exists) { try SQLiteStore.place(at: place + "/vault") { _ in } }
    }
  }
}
