import Glibc

/// Holds a member's keys in locked memory and lends them to programs of the same user, until the
/// lease ends.
///
/// One connection at a time, one question each. Who it is comes from the kernel (SO_PEERCRED); who
/// is another user gets no byte.
struct AgentServer: ~Copyable {
  private let name: AgentName
  private let place: AgentPlace
  /// The only user whose programs get an answer.
  private let user: UInt32
  private let listener: Int32
  /// The socket that this server made, so that it notices another in its place.
  private let made: (device: dev_t, inode: ino_t)
  private let keys: SecretBytes
  private var lease: AgentLease

  /// Why the keys are gone.
  enum End: Equatable {
    case lease(AgentLease.End)
    case locked
    /// A signal came, or the login session ended.
    case logout
    /// The socket is not there any more, or is another.
    case replaced
  }

  /// Listens. An agent that serves the same member is ended first.
  init(
    keys: consuming SecretBytes, name: AgentName, place: AgentPlace, lease: AgentLease,
    serving user: UInt32? = nil
  ) throws(AgentError) {
    precondition(keys.count == AgentMessage.keysSize)
    try place.make()
    let path = place.socket(name)
    if try place.hasSocket(path) {
      _ = try AgentClient.lock(at: place, name)
      unsafe unlink(path)
    }
    let listener = try AgentSocket.bound(to: path)
    var status = stat()
    guard unsafe chmod(path, 0o600) == 0, unsafe lstat(path, &status) == 0,
      listen(listener, 16) == 0
    else {
      close(listener)
      throw .inputOutput
    }
    self.made = (status.st_dev, status.st_ino)
    self.listener = listener
    self.name = name
    self.place = place
    self.user = user ?? place.owner
    self.keys = keys
    self.lease = lease
  }

  deinit {
    if Self.isThere(place.socket(name), made) { unsafe unlink(place.socket(name)) }
    close(listener)
  }

  /// Serves until the keys must go; they are zeroed when it returns.
  ///
  /// - Parameters:
  ///   - tick: milliseconds between two looks at the clock and the session.
  ///   - interruption: a descriptor that becomes readable when a signal came, or -1.
  ///   - isLoggedIn: whether the login session still exists.
  mutating func run(
    tick: Int32 = 500, interruption: Int32 = -1,
    clock: () -> AgentLease.Moment = { .now }, isLoggedIn: () -> Bool = { true }
  ) -> End {
    defer { zero() }
    while true {
      var waits = [
        pollfd(fd: listener, events: Int16(POLLIN), revents: 0),
        pollfd(fd: interruption, events: Int16(POLLIN), revents: 0),
      ]
      let ready = unsafe poll(&waits, nfds_t(waits.count), tick)
      if ready > 0, waits[1].revents != 0 { return .logout }
      if let end = lease.end(at: clock()) { return .lease(end) }
      guard isLoggedIn() else { return .logout }
      guard Self.isThere(place.socket(name), made) else { return .replaced }
      guard ready > 0, waits[0].revents != 0 else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      let end = answer(connection, clock)
      close(connection)
      if let end { return end }
    }
  }

  /// Answers one question; anything else is hung up on without a word.
  private mutating func answer(
    _ connection: Int32, _ clock: () -> AgentLease.Moment
  ) -> End? {
    guard AgentPlace.user(behind: connection) == user else { return nil }
    AgentSocket.limit(connection, seconds: 1)
    guard let question = AgentSocket.receive(connection, AgentMessage.questionSize),
      let what = AgentMessage.asked(question, of: name)
    else { return nil }
    let now = clock()
    if let end = lease.end(at: now) { return .lease(end) }
    switch what {
    case .status:
      AgentSocket.send(connection, AgentMessage.answer(granted: true, lease.left(at: now)).span)
    case .lock:
      // Gone before it is said that they are.
      zero()
      unsafe unlink(place.socket(name))
      AgentSocket.send(connection, AgentMessage.answer(granted: true, (0, 0)).span)
      return .locked
    case .keys:
      lease.use(at: now)
      AgentSocket.send(connection, AgentMessage.answer(granted: true, lease.left(at: now)).span)
      keys.withBytes { _ = AgentSocket.send(connection, $0) }
    }
    return nil
  }

  /// From here on there are no keys.
  private func zero() { keys.withMutableBytes { wipe(&$0, from: 0) } }

  private static func isThere(_ path: String, _ made: (device: dev_t, inode: ino_t)) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_dev == made.device
      && status.st_ino == made.inode
  }
}
