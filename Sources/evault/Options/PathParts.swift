/// The parts of a path. (NSString's `deletingLastPathComponent` traps on "v" in Foundation 6.3.1.)
enum PathParts {
  /// The directory with its slash at the end; empty for a name alone.
  static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// What stands after the last slash.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
