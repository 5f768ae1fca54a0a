import Glibc

/// Unix sockets and what goes through them.
enum AgentSocket {
  /// A socket at which nobody is listened to yet.
  static func bound(to path: String) throws(AgentError) -> Int32 {
    try unsafe at(path) { unsafe bind($0, $1, $2) }
  }

  /// A socket connected with who listens at a path; `errno` says why not.
  static func connected(to path: String) throws(AgentError) -> Int32 {
    try unsafe at(path) { unsafe connect($0, $1, $2) }
  }

  private static func at(
    _ path: String, _ act: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws(AgentError) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard bytes.count < room.count else { return false }
      unsafe room.copyBytes(from: bytes)
      return true
    }
    guard fits else { throw .pathTooLong }
    let descriptor = socket(
      AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .inputOutput }
    let done = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        unsafe act(descriptor, plain, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard done == 0 else {
      let code = errno
      close(descriptor)
      errno = code
      throw .inputOutput
    }
    return descriptor
  }

  /// Nothing is waited for longer than so many seconds.
  static func limit(_ descriptor: Int32, seconds: Int) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      _ = unsafe setsockopt(descriptor, SOL_SOCKET, option, &time, size)
    }
  }

  /// Reads exactly so many bytes, which were sent at once; `nil` when there are fewer, or they do
  /// not come in time.
  static func receive(_ descriptor: Int32, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let got = unsafe recv(descriptor, &bytes, count, 0)
      if got < 0, errno == EINTR { continue }
      return got == count ? bytes : nil
    }
  }

  /// Sends all bytes; `false` when the other end has gone.
  @discardableResult
  static func send(_ descriptor: Int32, _ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBytes { raw in
      while true {
        let sent = unsafe Glibc.send(
          descriptor, raw.baseAddress, raw.count, Int32(MSG_NOSIGNAL))
        if sent < 0, errno == EINTR { continue }
        return sent == raw.count
      }
    }
  }

  /// Reads exactly so many bytes into locked memory.
  static func readSecret(_ descriptor: Int32, _ count: Int) -> SecretBytes? {
    guard let secret = try? SecretBytes.zeros(count),
      (try? FileDescriptor.fill(secret, from: descriptor)) == count
    else { return nil }
    return secret
  }
}
