internal import Foundation

/// A mounted file system.
struct Mount: Equatable {
  /// Where it is mounted, absolute.
  let point: String
  /// The kernel's name for its type.
  let type: String

  init(point: String, type: String) {
    self.point = point
    self.type = type
  }

  /// Whether its files live on another machine, or behind a program that may keep them there.
  ///
  /// SQLite's log needs locks and shared memory that all its users share; these do not keep them.
  var isRemote: Bool {
    if type == "fuse" { return true }
    if type.hasPrefix("fuse.") { return !Self.localPrograms.contains(type.dropFirst(5)) }
    return type.hasPrefix("nfs") || type.hasPrefix("smb") || Self.remoteTypes.contains(type)
  }

  private static let remoteTypes: Set = [
    "9p", "afpfs", "afs", "autofs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs", "gfs2",
    "glusterfs", "gpfs", "lustre", "ncp", "ncpfs", "ocfs2", "orangefs", "panfs", "prl_fs", "pvfs2",
    "vboxsf", "vmhgfs", "webdav",
  ]

  /// Programs on FUSE that keep their files on a disk of this machine: encrypted and stacked ones.
  private static let localPrograms: Set<Substring> = [
    "bindfs", "cryfs", "encfs", "exfat", "fuse-overlayfs", "gocryptfs", "mergerfs", "ntfs-3g",
    "securefs", "veracrypt",
  ]

  /// The mount that holds a path; `nil` where the system does not list its mounts.
  static func holding(_ path: String) -> Mount? {
    guard let table = FileManager.default.contents(atPath: "/proc/self/mountinfo") else {
      return nil
    }
    let real = (path as NSString).resolvingSymlinksInPath
    return holding(real, in: String(decoding: table, as: UTF8.self))
  }

  /// The mount that holds a real, absolute path, by a table in the form of `mountinfo`.
  ///
  /// Of mounts on one point the last covers the others.
  static func holding(_ path: String, in table: String) -> Mount? {
    var best: Mount?
    for line in table.split(separator: "\n") {
      guard let mount = Mount(line), mount.contains(path) else { continue }
      if mount.point.utf8.count >= best?.point.utf8.count ?? 0 { best = mount }
    }
    return best
  }

  /// Reads `id parent major:minor root point options [fields…] - type source options`.
  private init?(_ line: Substring) {
    let fields = line.split(separator: " ")
    guard let dash = fields.firstIndex(of: "-"), dash >= 6, dash + 1 < fields.count else {
      return nil
    }
    point = Self.unescaped(fields[4])
    type = String(fields[dash + 1])
  }

  private func contains(_ path: String) -> Bool {
    point == "/" || path == point || path.hasPrefix(point + "/")
  }

  /// `mountinfo` writes space, tab, line feed and backslash as a backslash and three octal digits.
  private static func unescaped(_ field: Substring) -> String {
    var out: [UInt8] = []
    var rest = Substring(field).utf8
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), let value = UInt8(String(digits) ?? "", radix: 8) {
        out.append(value)
        rest.removeFirst(3)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
