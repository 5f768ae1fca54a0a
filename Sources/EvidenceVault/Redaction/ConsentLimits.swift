import Anonymity

/// What a consent takes away from what policies may tell of a source and of the relatives.
struct ConsentLimits: Sendable {
  struct Limit: Sendable {
    var withheld: Set<IdentifierKind>
    /// The finest level of places; `nil` when the policy alone decides.
    var placeLevel: PlaceLevel?
  }

  /// Whatever has happened.
  let always: Limit
  /// While a custodian has not declared the conditions met.
  let untilMet: Limit

  init(_ consent: SourceDocument.Consent) {
    always = Limit(consent.withhold, consent.placeLevel)
    var held = always
    for hold in consent.holds ?? [] {
      let limit = Limit(hold.withhold, hold.placeLevel)
      held.withheld.formUnion(limit.withheld)
      held.placeLevel = [held.placeLevel, limit.placeLevel].compactMap { $0 }.max()
    }
    untilMet = held
  }
}

extension ConsentLimits.Limit {
  fileprivate init(_ kinds: [String], _ level: String?) {
    withheld = Set(kinds.compactMap(IdentifierKind.init))
    // A level of a later version is not known: then no area is told.
    placeLevel = level.flatMap { word in PlaceLevel.allCases.first { $0.word == word } }
    if level != nil, placeLevel == nil { withheld.insert(.place) }
  }
}
