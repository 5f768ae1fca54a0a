internal import Foundation
public import Storage

/// Where a vault's files are, and who may reach them.
public struct VaultPlace: Equatable, Sendable {
  /// The kernel's name of the file system's type; `nil` where the system does not list its mounts.
  public let fileSystem: String?
  /// What others than owner and group may read, write or enter: the directory, its files.
  public let openToOthers: [String]

  /// - Throws: ``Storage/StoreError/missing`` for a path that names nothing.
  public init(vault path: String) throws(StoreError) {
    let files = try VaultFiles(directory: path)
    let beside = ["-wal", "-shm"].map { files.database + $0 }
    self.init(
      fileSystem: Mount.holding(files.directory)?.type,
      openToOthers: ([files.directory, files.database] + beside)
        .filter { Self.mode($0) & 0o007 != 0 })
  }

  init(fileSystem: String?, openToOthers: [String]) {
    self.fileSystem = fileSystem
    self.openToOthers = openToOthers
  }

  /// Whether everything there is gone with the power, or with a container.
  public var isVolatile: Bool { fileSystem.map(Self.volatile.contains) ?? false }

  /// Whether the file system keeps no owners and permissions, so that everybody on the machine reads
  /// what is there.
  public var hasNoPermissions: Bool { fileSystem.map(Self.withoutPermissions.contains) ?? false }

  private static let volatile: Set = ["overlay", "ramfs", "tmpfs"]
  private static let withoutPermissions: Set = [
    "exfat", "fuse.exfat", "fuseblk", "hfs", "msdos", "ntfs", "ntfs3", "vfat",
  ]

  /// The permissions of a path; none where nothing is there.
  public static func mode(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
  }
}
