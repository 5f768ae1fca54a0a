/// What a member may do. The raw value is the role's number in the format.
public enum Role: UInt8, Sendable, CaseIterable, Codable, Hashable {
  case steward = 1
  case intake = 2
  case member = 3
  case editor = 4
  case researcher = 5
  case custodian = 6
  case auditor = 7

  /// The word on the command line and in sealed records.
  public var word: String {
    switch self {
    case .steward: "steward"
    case .intake: "intake"
    case .member: "member"
    case .editor: "editor"
    case .researcher: "researcher"
    case .custodian: "custodian"
    case .auditor: "auditor"
    }
  }

  /// The role of a word; `nil` for none.
  public init?(word: String) {
    guard let role = Role.allCases.first(where: { $0.word == word }) else { return nil }
    self = role
  }

  /// Whether there are keys for the role. `steward` and `intake` are rights and open nothing.
  public var hasKeys: Bool { self != .steward && self != .intake }

  /// Every role with keys.
  public static let keyed: [Role] = allCases.filter(\.hasKeys)

  /// The roles whose keys go with this one, itself included.
  public var implied: Set<Role> {
    switch self {
    case .custodian: [.custodian, .researcher, .editor]
    case .researcher: [.researcher, .editor]
    default: [self]
    }
  }

  /// The roles that are given and taken by name; `member` comes with admission.
  public static let assignable: [Role] = allCases.filter { $0 != .member }
}
