/// Spellings of names, compared as the matcher compares: case, marks, spaces and hyphens do not
/// count.
public struct SpellingSet: Sendable {
  private var keys: Set<[UInt32]>

  public init(_ texts: [String]) { keys = Set(texts.map(Self.key)) }

  /// Adds a spelling; `false` when it was there.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool { keys.insert(Self.key(text)).inserted }

  /// Whether one of them would be found by whoever seeks this name, in any order of its words.
  public func contains(_ name: String) -> Bool {
    guard !keys.isEmpty else { return false }
    return NameOrders.of(name, demands: .person).contains { keys.contains(Self.key($0.text)) }
  }

  private static func key(_ text: String) -> [UInt32] { Folding.units(of: text).map(\.strict) }
}
