import Sealing

/// The keys of a role epoch, shared within the process and never copied.
final class HeldRole: Sendable {
  let role: Role
  let keys: RoleKeys

  init(_ role: Role, _ keys: consuming RoleKeys) {
    self.role = role
    self.keys = keys
  }

  var epoch: UInt32 { keys.context.epoch }
}

/// A role as a type, so that an operation can ask for its permit.
public protocol KeyedRole: Sendable {
  static var role: Role { get }
}

public enum CustodianRole: KeyedRole { public static let role = Role.custodian }
public enum ResearcherRole: KeyedRole { public static let role = Role.researcher }
public enum EditorRole: KeyedRole { public static let role = Role.editor }
public enum AuditorRole: KeyedRole { public static let role = Role.auditor }

/// The right to open what a role opens: made only by unlocking it, not copyable.
///
/// It shows that the role was unlocked in this session. The keys are looked up at each operation,
/// because the role's epoch may have changed since; without them the permit opens nothing.
public struct Permit<Of: KeyedRole>: ~Copyable {
  init(_ held: HeldRole) { precondition(held.role == Of.role) }
}
