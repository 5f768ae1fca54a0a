/// A release that is out and names somebody who is protected now.
///
/// It says where and who by code, never what stands there.
public struct Exposure: Codable, Equatable, Sendable {
  /// The excerpt's code, which stands at the end of the release.
  public let release: Code
  public let testimony: Code
  public let audience: String
  public let policy: String
  /// The sources whose own identifiers, or relatives', are in it.
  public let sources: [Code]
  /// Of what kinds they are: `name`, `phone`, ….
  public let kinds: [String]
  /// The formats that have them.
  public let formats: [String]
  /// "sentence 3" of the testimony, then lines and columns of the first of these formats.
  public let places: [String]
  /// When it was approved: ISO 8601, UTC.
  public let approved: String?
  /// Who took it, when and in which format; empty when no export of it was kept.
  public let deliveries: [Delivery]
}

/// A draft that could not be approved, because words of it name somebody known.
public struct BlockedDraft: Codable, Equatable, Sendable {
  public let excerpt: Code
  /// As in ``ScreenRefusal/places``.
  public let places: [String]
}
