import ArgumentParser
import EvidenceVault

/// A role that is given and taken by name.
struct AssignableRole: ExpressibleByArgument {
  let role: Role

  init?(argument: String) {
    guard let role = Role(word: argument), Role.assignable.contains(role) else { return nil }
    self.role = role
  }

  static let allValueStrings = Role.assignable.map(\.word)
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}

/// A role that has keys.
struct KeyedRoleName: ExpressibleByArgument {
  let role: Role

  init?(argument: String) {
    guard let role = Role(word: argument), role.hasKeys else { return nil }
    self.role = role
  }

  static let allValueStrings = Role.keyed.map(\.word)
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}

/// Roles with commas between them; `member` alone is what everybody has.
struct RoleList: ExpressibleByArgument {
  let roles: [Role]

  init?(argument: String) {
    var roles: [Role] = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let role = Role(word: String(word)) else { return nil }
      if role != .member, !roles.contains(role) { roles.append(role) }
    }
    self.roles = roles
  }

  static let allValueStrings = Role.allCases.map(\.word)
  static let defaultCompletionKind = CompletionKind.list(allValueStrings)
}

extension [Role] {
  /// The words with commas between them, or a dash.
  var words: String { isEmpty ? "-" : map(\.word).joined(separator: ",") }
}
