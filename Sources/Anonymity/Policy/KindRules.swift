/// What a policy says of kinds; an audience may have its own.
struct KindRules: Equatable, Sendable {
  var actions: [IdentifierKind: PolicyAction]
  /// There whenever places are generalised.
  var placeLevel: PlaceLevel?
  var quantities: QuantityRules
}
