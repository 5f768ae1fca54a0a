import CSodium
import Glibc

/// Where agents listen: a directory of this user's own in the session's runtime directory.
public struct AgentPlace: Sendable {
  let directory: String
  /// Who alone may own the directory, the sockets and the processes behind them.
  let owner: UInt32

  /// - Parameter runtime: `XDG_RUNTIME_DIR`, which the system makes at login, keeps in memory and
  ///   removes at the last logout.
  /// - Throws: ``AgentError/noRuntimeDirectory``; ``AgentError/untrusted`` when it is another
  ///   user's or others may enter.
  public init(runtime: String?) throws(AgentError) {
    try self.init(runtime: runtime, owner: geteuid())
  }

  init(runtime: String?, owner: UInt32) throws(AgentError) {
    guard let runtime, runtime.hasPrefix("/") else { throw .noRuntimeDirectory }
    self.owner = owner
    guard let mode = try Self.mode(of: runtime, owner) else { throw .noRuntimeDirectory }
    guard mode & S_IFMT == S_IFDIR else { throw .untrusted }
    directory = runtime + "/evault"
  }

  /// Makes the directory where it is not there.
  func make() throws(AgentError) {
    if unsafe mkdir(directory, 0o700) != 0, errno != EEXIST { throw .inputOutput }
    guard try isThere() else { throw .inputOutput }
  }

  /// Whether there is a directory, and only this user may enter it.
  func isThere() throws(AgentError) -> Bool {
    guard let mode = try Self.mode(of: directory, owner) else { return false }
    guard mode & S_IFMT == S_IFDIR else { throw .untrusted }
    return true
  }

  /// The socket for a member of a vault.
  func socket(_ name: AgentName) -> String { "\(directory)/\(name.text)" }

  /// Whether there is a socket, and it is this user's.
  func hasSocket(_ path: String) throws(AgentError) -> Bool {
    guard try isThere(), let mode = try Self.mode(of: path, owner) else { return false }
    guard mode & S_IFMT == S_IFSOCK else { throw .untrusted }
    return true
  }

  /// Names of all sockets that are there.
  func names() throws(AgentError) -> [AgentName] {
    guard try isThere() else { return [] }
    guard let listing = unsafe opendir(directory) else { throw .inputOutput }
    defer { unsafe closedir(listing) }
    var names: [AgentName] = []
    while let entry = unsafe readdir(listing) {
      let text = unsafe withUnsafeBytes(of: entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let name = AgentName(text: text) { names.append(name) }
    }
    return names.sorted { $0.text < $1.text }
  }

  /// The mode of what is there, itself and not what a link leads to; `nil` where nothing is.
  private static func mode(of path: String, _ owner: UInt32) throws(AgentError) -> mode_t? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw .untrusted
    }
    guard status.st_uid == owner, status.st_mode & 0o077 == 0 else { throw .untrusted }
    return status.st_mode
  }

  /// Who is at the other end of a connection.
  static func user(behind connection: Int32) -> UInt32? {
    var user: UInt32 = 0
    guard unsafe evault_peer_user(connection, &user) == 0 else { return nil }
    return user
  }
}

/// Which member of which vault an agent serves: H(agent, vault id ‖ handle)[0..16].
///
/// It names a socket, so that no handle stands in a directory.
public struct AgentName: Hashable, Sendable {
  let bytes: [UInt8]

  public init(vault: VaultID, handle: String) {
    bytes = Digest.of(.agent, vault.bytes, Array(handle.utf8)).short
  }

  init?(text: String) {
    guard let bytes = Hex.decode(text), bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  var text: String { Hex.encode(bytes) }
}
