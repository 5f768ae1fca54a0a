import Glibc

/// Asks an agent of the same user.
///
/// Nothing secret goes to the agent, so one that somebody put in its place learns nothing; and one
/// that is not this user's is hung up on.
public enum AgentClient {
  /// How long an agent goes on holding keys, in seconds.
  public struct Status: Equatable, Sendable {
    /// In all.
    public let left: UInt32
    /// Without being used.
    public let idle: UInt32
  }

  /// A member's keys; `nil` when no agent holds them.
  ///
  /// - Throws: ``AgentError/untrusted`` when directory, socket or agent is another user's;
  ///   ``AgentError/malformed``.
  public static func keys(
    at place: AgentPlace, _ name: AgentName, vault: VaultID
  ) throws(AgentError) -> MemberKeys? {
    guard let connection = try connect(place, name) else { return nil }
    defer { close(connection) }
    guard try ask(.keys, connection, name) != nil else { return nil }
    guard let contents = AgentSocket.readSecret(connection, AgentMessage.keysSize),
      let keys = try? MemberKeys(rowContents: contents, vault: vault)
    else { throw .malformed }
    return keys
  }

  /// How long keys stay; `nil` when no agent holds them. Asking is no use of them.
  public static func status(
    at place: AgentPlace, _ name: AgentName
  ) throws(AgentError) -> Status? {
    guard let connection = try connect(place, name) else { return nil }
    defer { close(connection) }
    return try ask(.status, connection, name)
  }

  /// Ends every agent of this user.
  ///
  /// - Returns: how many there were.
  /// - Throws: when one could not be ended, after all others were.
  public static func lockAll(at place: AgentPlace) throws(AgentError) -> Int {
    var count = 0
    var failure: AgentError?
    for name in try place.names() {
      do throws(AgentError) {
        if try lock(at: place, name) { count += 1 }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return count
  }

  /// Ends an agent; its keys are zeroed when this returns.
  ///
  /// - Returns: whether there was one.
  /// - Throws: `inputOutput` when it listens and does not answer.
  static func lock(at place: AgentPlace, _ name: AgentName) throws(AgentError) -> Bool {
    for attempt in 0..<3 {
      // One that is ending at this moment may still take a connection.
      if attempt > 0 { usleep(200_000) }
      guard let connection = try connect(place, name) else { return attempt > 0 }
      defer { close(connection) }
      if try ask(.lock, connection, name) != nil { return true }
    }
    throw .inputOutput
  }

  /// The answer; `nil` when the agent ended at this moment.
  private static func ask(
    _ what: AgentMessage.What, _ connection: Int32, _ name: AgentName
  ) throws(AgentError) -> Status? {
    guard AgentSocket.send(connection, AgentMessage.question(what, name).span),
      let answer = AgentSocket.receive(connection, AgentMessage.answerSize)
    else { return nil }
    guard let left = AgentMessage.granted(answer) else { throw .malformed }
    return Status(left: left.total, idle: left.idle)
  }

  /// A connection to this user's own agent; `nil` where nobody listens.
  ///
  /// - Parameter user: whose the agent must be; the owner of the place when absent.
  static func connect(
    _ place: AgentPlace, _ name: AgentName, to user: UInt32? = nil
  ) throws(AgentError) -> Int32? {
    let path = place.socket(name)
    guard try place.hasSocket(path) else { return nil }
    let connection: Int32
    do throws(AgentError) {
      connection = try AgentSocket.connected(to: path)
    } catch {
      // What an agent that was killed leaves behind.
      if error == .inputOutput, errno == ECONNREFUSED || errno == ENOENT { return nil }
      throw error
    }
    guard AgentPlace.user(behind: connection) == user ?? place.owner else {
      close(connection)
      throw .untrusted
    }
    AgentSocket.limit(connection, seconds: 5)
    return connection
  }
}
