import EvidenceVault

/// The end of a command that removed somebody: what was done, and what it means.
struct Departure {
  /// What was done.
  let line: ScreenText
  let member: String
  let closed: [Role]
  /// Who was admitted in the same place.
  var successor: String?
  var waiting: PendingGrants?

  private struct Document: Encodable {
    let member: String
    let closed: [String]
    let exposure: MemberExposure?
    let admitted: String?
    let waiting: [String]?
  }

  /// - Throws: what kept the report from being made. The removal stands, and is shown before.
  func show(_ session: Session, _ output: Output) throws {
    var exposure: MemberExposure?
    var failure: (any Error)?
    // Who removed himself opens nothing any more.
    if session.handle != member {
      do { exposure = try session.exposure(of: member) } catch { failure = error }
    }
    try output.result(
      Document(
        member: member, closed: closed.map(\.word), exposure: exposure, admitted: successor,
        waiting: waiting?.roles.map(\.word))
    ) {
      line.text + "\n" + (exposure.map { "\n" + ExposureText(exposure: $0).rendered(output) } ?? "")
    }
    ClosedRoles.note(closed, output)
    if let exposure {
      ExposureText(exposure: exposure).showRest(output)
    } else {
      output.note(
        "What \(member) could open, and did, another member sees: evault exposure \(member)")
    }
    if let failure { throw failure }
  }
}
