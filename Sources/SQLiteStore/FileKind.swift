internal import Foundation

/// What a path names.
struct FileKind {
  let type: FileAttributeType
  /// How many names the file has.
  let links: Int
  /// In bytes.
  let size: UInt64

  /// `nil` when nothing is there. A symbolic link is reported as such unless it is followed.
  init?(_ path: String, followingLinks: Bool = false) {
    let path = followingLinks ? (path as NSString).resolvingSymlinksInPath : path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    type = attributes[.type] as? FileAttributeType ?? .typeUnknown
    links = (attributes[.referenceCount] as? NSNumber)?.intValue ?? 0
    size = (attributes[.size] as? NSNumber)?.uint64Value ?? 0
  }
}
