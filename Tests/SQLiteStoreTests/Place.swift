import Foundation

/// A new directory for one test, removed after it.
func withPlace<Result>(_ body: (String) throws -> Result) throws -> Result {
  let place = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
  try FileManager.default.createDirectory(
    atPath: place, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  defer { try? FileManager.default.removeItem(atPath: place) }
  return try body(place)
}
