extension RosterState {
  /// Whether a member may do an act, by what the roster says before it.
  ///
  /// Readers refuse an entry for which this is `false`, and with it the whole log; so a writer asks
  /// the same question before it signs.
  func permits(_ act: Act, _ id: MemberID, first: Bool) -> Bool {
    act.rights.contains { right in
      switch right {
      case .founder: first
      case .anyone: true
      case .holder(let role): holds(id, role)
      case .right(let role): hasRight(id, role)
      }
    }
  }
}

extension Act {
  /// The role that somebody lacks who may not do this.
  var role: Role {
    for right in rights {
      switch right {
      case .holder(let role), .right(let role): return role
      case .founder, .anyone: continue
      }
    }
    return .member
  }
}
