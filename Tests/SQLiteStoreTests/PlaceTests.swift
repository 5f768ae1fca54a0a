import Foundation
import Storage
import Testing

@testable import SQLiteStore

private func open(_ path: String) throws { _ = try SQLiteStore(opening: path, busyTimeout: 0.05) }

/// Runs a program and waits for it; whether it ended well.
private func run(_ program: String, _ arguments: String...) throws -> Bool {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.standardError = FileHandle.nullDevice
  try process.run()
  process.waitUntilExit()
  return process.terminationStatus == 0
}

/// Whether this process may mount file systems; root in a container often may not.
private let mayMount =
  (try? withPlace { place in
    try run("/bin/mount", "-t", "tmpfs", "none", place) && run("/bin/umount", place)
  }) ?? false

@Test func `what is not there is missing`() throws {
  try withPlace { place throws in
    for path in [place + "/none", place + "/none/deeper", place, "", "a\0b"] {
      #expect(throws: StoreError.missing) { try open(path) }
    }
    #expect(throws: StoreError.missing) { try SQLiteStore(creating: place + "/none/vault") }
    #expect(throws: StoreError.missing) { try SQLiteStore(creating: "") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
  }
}

@Test func `nothing is made where something is`() throws {
  try withPlace { place in
    try Data([1]).write(to: URL(fileURLWithPath: place + "/file"))
    try FileManager.default.createSymbolicLink(
      atPath: place + "/dangling", withDestinationPath: place + "/nowhere")
    for path in [place, place + "/", place + "/file", place + "/dangling", "/"] {
      #expect(throws: StoreError.exists) { try SQLiteStore(creating: path) }
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place).sorted() == ["dangling", "file"])
  }
}

@Test func `a creation that fails leaves nothing`() throws {
  struct Interruption: Error {}
  try withPlace { place in
    #expect(throws: Interruption.self) {
      try SQLiteStore(creating: place + "/vault") { rows in
        try rows.setHeader("format", [1])
        throw Interruption()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
    let store = try SQLiteStore(creating: place + "/vault/") { try $0.setHeader("format", [1]) }
    #expect(try store.read { try $0.header("format") } == [1])
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["vault"])
  }
}

@Test func `links, pipes and devices are refused`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    let file = vault + "/vault.sqlite"
    let manager = FileManager.default
    _ = try SQLiteStore(creating: vault)
    try manager.createSymbolicLink(atPath: place + "/link", withDestinationPath: vault)
    for path in ["/link", "/link/"] {
      #expect(throws: StoreError.unsuitable) { try open(place + path) }
    }
    for name in ["-wal", "-shm", "-journal"] {
      #expect(try run("/usr/bin/mkfifo", file + name))
      #expect(throws: StoreError.unsuitable) { try open(vault) }
      try manager.removeItem(atPath: file + name)
      try manager.createSymbolicLink(atPath: file + name, withDestinationPath: place + "/aim")
      #expect(throws: StoreError.unsuitable) { try open(vault) }
      try manager.removeItem(atPath: file + name)
      #expect(!manager.fileExists(atPath: place + "/aim"))
    }
    try manager.linkItem(atPath: file, toPath: place + "/second-name")
    #expect(throws: StoreError.unsuitable) { try open(vault) }
    try manager.removeItem(atPath: place + "/second-name")
    try open(vault)
    try manager.moveItem(atPath: file, toPath: place + "/moved")
    #expect(throws: StoreError.missing) { try open(vault) }
    try manager.createSymbolicLink(atPath: file, withDestinationPath: place + "/moved")
    #expect(throws: StoreError.unsuitable) { try open(vault) }
    try manager.removeItem(atPath: file)
    try manager.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(throws: StoreError.unsuitable) { try open(vault) }
    try manager.removeItem(atPath: file)
    #expect(try run("/usr/bin/mkfifo", file))
    #expect(throws: StoreError.unsuitable) { try open(vault) }
    #expect(throws: StoreError.unsuitable) { try open(place + "/moved") }
  }
}

@Test(.enabled(if: mayMount, "needs the right to mount"))
func `a full disk is said, and nothing is half done`() throws {
  try withPlace { place in
    #expect(try run("/bin/mount", "-t", "tmpfs", "-o", "size=1m", "none", place))
    defer { _ = try? run("/bin/umount", "-l", place) }
    let store = try SQLiteStore(creating: place + "/vault")
    let id = RowID(high: 1, low: 1)
    try store.write { try $0.setCell(id, [1]) }
    for _ in 0..<3 {
      #expect(throws: StoreError.full) {
        try store.write { rows in
          try rows.setCell(id, [2])
          try rows.setRecord(id, (listing: [], body: [UInt8](repeating: 1, count: 2_000_000)))
        }
      }
      #expect(try store.read { try $0.cell(id) } == [1])
      #expect(try store.read { try $0.record(id) } == nil)
    }
    // Until it is full, and then after a restart.
    var number: UInt8 = 1
    #expect(throws: StoreError.full) {
      while true {
        try store.write { rows in
          try rows.setCell(
            RowID(high: UInt64(number), low: 2), [UInt8](repeating: number, count: 9000))
        }
        number += 1
      }
    }
    let again = try SQLiteStore(opening: place + "/vault")
    for known in 1..<number {
      #expect(
        try again.read { try $0.cell(RowID(high: UInt64(known), low: 2)) }
          == [UInt8](repeating: known, count: 9000))
    }
    #expect(throws: StoreError.full) { try SQLiteStore(creating: place + "/second") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["vault"])
  }
}

@Test(.enabled(if: mayMount, "needs the right to mount"))
func `a read-only medium is said`() throws {
  try withPlace { place in
    #expect(try run("/bin/mount", "-t", "tmpfs", "-o", "size=4m", "none", place))
    defer { _ = try? run("/bin/umount", "-l", place) }
    do { try SQLiteStore(creating: place + "/vault").write { try $0.setHeader("a", [1]) } }
    #expect(try run("/bin/mount", "-o", "remount,ro", place))
    #expect(throws: StoreError.readOnly) { try open(place + "/vault") }
    #expect(throws: StoreError.readOnly) { try SQLiteStore(creating: place + "/other") }
  }
}

@Test(.enabled(if: NSUserName() != "root", "needs a user who is not root"))
func `a directory that may not be written is said`() throws {
  try withPlace { place in
    let vault = place + "/vault"
    do { _ = try SQLiteStore(creating: vault) }
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: vault)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: vault)
    }
    #expect(throws: StoreError.readOnly) { try open(vault) }
    #expect(throws: StoreError.readOnly) { try SQLiteStore(creating: vault + "/inner") }
  }
}

@Test func `the mount of a path is the innermost and the last`() {
  let table = """
    22 1 0:21 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
    23 22 0:22 / /mnt rw - ext4 /dev/sdb rw
    24 23 0:23 / /mnt/my\\040share rw shared:2 master:3 - nfs4 server:/x rw
    25 23 0:24 / /mnt/usb rw - vfat /dev/sdc rw
    26 23 0:25 / /mnt/usb rw - fuse.sshfs host: rw
    nonsense
    """
  func type(_ path: String) -> String? { Mount.holding(path, in: table)?.type }
  #expect(type("/home/vault") == "ext4")
  #expect(type("/mnt/my share/vault") == "nfs4")
  #expect(type("/mnt/my shared/vault") == "ext4")
  #expect(type("/mnt/usb") == "fuse.sshfs")
  #expect(Mount.holding("/x", in: "") == nil)
}

@Test(arguments: [
  "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "fuse", "fuse.sshfs", "fuse.rclone",
  "fuse.unheard-of", "glusterfs",
])
func `a file system of another machine is refused`(_ type: String) {
  #expect(Mount(point: "/", type: type).isRemote)
}

@Test(arguments: [
  "ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "vfat", "fuseblk", "fuse.gocryptfs",
  "fuse.cryfs",
])
func `a file system of this machine is accepted`(_ type: String) {
  #expect(!Mount(point: "/", type: type).isRemote)
}
