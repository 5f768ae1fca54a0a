import Glibc

/// A directory of sealed files, each named by 32 hexadecimal digits, and nothing else.
///
/// It is reached through an open directory and never through a link, and only plain files with one
/// name are read.
public struct ObjectDirectory: Sendable {
  /// Absolute.
  private let path: String

  /// - Parameter path: need not be there; ``create(_:)`` makes it.
  public init(_ path: String) { self.path = path }

  /// Begins a new object. The directory is made (0700) if it is not there.
  ///
  /// - Throws: `unsuitable` when something else than a directory is there.
  public func create(_ name: String) throws(FileError) -> UnfinishedFile {
    precondition(Self.isName(name))
    if unsafe mkdir(path, 0o700) == 0 {
      try NewFile.flushDirectory(NewFile.directory(of: path))
    } else if errno != EEXIST {
      throw FileError(errno: errno)
    }
    return try UnfinishedFile(in: try openDirectory(), name)
  }

  /// Opens an object for reading.
  ///
  /// - Throws: `missing`; `unsuitable` for a link, directory, pipe or device, and for a file that has another name
  ///   as well.
  public func open(_ name: String) throws(FileError) -> OpenFile {
    precondition(Self.isName(name))
    let directory = try openDirectory()
    defer { close(directory) }
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let descriptor = unsafe openat(directory, name, flags)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_nlink == 1
    else {
      close(descriptor)
      throw .unsuitable
    }
    return OpenFile(descriptor, size: Int(status.st_size))
  }

  /// What is in the directory.
  public struct Contents: Equatable, Sendable {
    /// Names of plain files with one name that an object can have, in order.
    public var objects: [String] = []
    /// Names of everything else, in order.
    public var foreign: [String] = []
  }

  /// Lists what is there; nothing where there is no directory.
  public func contents() throws(FileError) -> Contents {
    var found = Contents()
    let directory: Int32
    do throws(FileError) { directory = try openDirectory() } catch .missing { return found }
    guard let stream = unsafe fdopendir(directory) else {
      let code = errno
      close(directory)
      throw FileError(errno: code)
    }
    defer { unsafe closedir(stream) }
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw FileError(errno: errno) }
        break
      }
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      var status = stat()
      let plain =
        unsafe fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) == 0
        && status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
      if plain, Self.isName(name) { found.objects.append(name) } else { found.foreign.append(name) }
    }
    found.objects.sort()
    found.foreign.sort()
    return found
  }

  /// Takes objects away. Those that are not there are passed over.
  public func remove(_ names: [String]) throws(FileError) {
    guard !names.isEmpty else { return }
    let directory: Int32
    do throws(FileError) { directory = try openDirectory() } catch .missing { return }
    defer { close(directory) }
    for name in names {
      precondition(Self.isName(name))
      guard unsafe unlinkat(directory, name, 0) == 0 || errno == ENOENT else {
        throw FileError(errno: errno)
      }
    }
    guard fsync(directory) == 0 else { throw FileError(errno: errno) }
  }

  /// Moves what has these names, whatever it is, into another directory on the same file system, which is
  /// made (0700) if it is not there. Nothing is overwritten: where a name is taken, a number is added.
  public func setAside(_ names: [String], into place: String) throws(FileError) {
    guard !names.isEmpty else { return }
    guard unsafe mkdir(place, 0o700) == 0 || errno == EEXIST else { throw FileError(errno: errno) }
    let from = try openDirectory()
    defer { close(from) }
    let to = try Self.openDirectory(place)
    defer { close(to) }
    for name in names {
      var target = name
      var number = 0
      var status = stat()
      while unsafe fstatat(to, target, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        number += 1
        target = "\(name).\(number)"
      }
      guard unsafe renameat(from, name, to, target) == 0 else { throw FileError(errno: errno) }
    }
    guard fsync(from) == 0, fsync(to) == 0 else { throw FileError(errno: errno) }
    try NewFile.flushDirectory(NewFile.directory(of: place))
  }

  /// Whether an object can have this name.
  public static func isName(_ name: String) -> Bool {
    name.utf8.count == 32 && Hex.decode(name) != nil
  }

  private func openDirectory() throws(FileError) -> Int32 { try Self.openDirectory(path) }

  private static func openDirectory(_ path: String) throws(FileError) -> Int32 {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(errno: errno) }
    return descriptor
  }
}
