import Foundation

/// A hidden directory in which something is made before it gets its name: `.NAME.….partial` beside it.
public enum Stage {
  private static let digits = 16
  private static let ending = ".partial"
  /// A run that goes on writes all the time. Seconds.
  private static let abandoned: TimeInterval = 3600

  /// What the stage of a name is called: otherwise each time, by 16 hexadecimal digits.
  public static func directory(for name: String) -> String {
    let random = String(UInt64.random(in: 0 ... .max), radix: 16)
    return ".\(name)." + String(repeating: "0", count: digits - random.count) + random + ending
  }

  /// Removes what killed runs for the same name have left: stages to which nobody has written for an
  /// hour. What cannot be removed stays.
  public static func removeAbandoned(of name: String, in parent: String) {
    let files = FileManager.default
    for found in (try? files.contentsOfDirectory(atPath: parent)) ?? []
    where isStage(found, of: name) && isAbandoned(parent + "/" + found) {
      try? files.removeItem(atPath: parent + "/" + found)
    }
  }

  private static func isStage(_ found: String, of name: String) -> Bool {
    guard found.hasPrefix(".\(name)."), found.hasSuffix(ending) else { return false }
    let middle = found.dropFirst(name.count + 2).dropLast(ending.count)
    return middle.count == digits
      && middle.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func isAbandoned(_ path: String) -> Bool {
    let inside = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    let newest = ([path] + inside.map { path + "/" + $0 }).compactMap {
      try? FileManager.default.attributesOfItem(atPath: $0)[.modificationDate] as? Date
    }.max()
    return newest.map { $0.timeIntervalSinceNow < -abandoned } ?? false
  }
}
