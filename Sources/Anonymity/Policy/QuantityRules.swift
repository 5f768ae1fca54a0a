/// How coarsely a policy has one kind of quantity told.
public enum Telling<Level: Equatable & Sendable>: Equatable, Sendable {
  /// The words stay.
  case keep
  /// In words of this level, or of a coarser one.
  case to(Level)
  /// Fixed words say that something is withheld.
  case suppress

  /// The level; `nil` where the words stay or go.
  public var level: Level? { if case .to(let level) = self { level } else { nil } }
}

/// How coarsely a rank or post is told; there is one rung.
public enum RankLevel: String, CaseIterable, Codable, Sendable {
  /// The group that it belongs to: an officer, a party official.
  case generalise
}

/// How coarsely a policy has told what no record lists: dates, ages, numbers and posts anywhere in
/// a text.
public struct QuantityRules: Equatable, Sendable {
  /// Days, and months and years where the level asks for less.
  public internal(set) var date = Telling<DateLevel>.keep
  /// Ages of people.
  public internal(set) var age = Telling<AgeLevel>.keep
  /// Numbers of people.
  public internal(set) var count = Telling<QuantityLevel>.keep
  /// How long something lasted.
  public internal(set) var duration = Telling<QuantityLevel>.keep
  /// Sums with a currency.
  public internal(set) var money = Telling<QuantityLevel>.keep
  /// Ranks and posts.
  public internal(set) var rank = Telling<RankLevel>.keep

  /// Everything stays as it is.
  public static let keepingAll = QuantityRules()

  /// Whether nothing is told more coarsely.
  public var keepsAll: Bool { self == .keepingAll }
}
