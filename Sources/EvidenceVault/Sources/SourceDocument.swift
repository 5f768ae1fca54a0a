/// What is known of a person who testifies or must be protected, as a YAML file says it.
public struct SourceDocument: Codable, Equatable, Sendable {
  public var names: [String] = []
  public var aliases: [String] = []
  /// Spellings of the names that stand for something else and are not sought; `nil` for none.
  public var notWritten: [String]?
  /// What the person is called before the letter, by language tag.
  public var describeAs: [String: String] = [:]
  /// ISO 8601: year, year and month, or the whole date.
  public var born: String?
  public var phones: [String] = []
  public var emails: [String] = []
  public var handles: [String] = []
  public var documents: [Paper] = []
  public var places: [Place] = []
  public var employers: [Employer] = []
  public var relatives: [Relative] = []
  /// How to reach the person safely.
  public var contact: String?
  public var consent = Consent()
  public var note: String?

  public struct Paper: Codable, Equatable, Sendable {
    public var kind: String
    public var number: String
  }

  public struct Place: Codable, Equatable, Sendable {
    public var name: String
    public var relation: String?
  }

  public struct Employer: Codable, Equatable, Sendable {
    public var name: String
    /// What a policy may say instead.
    public var generalise: String?
  }

  /// A relative is protected like the source.
  public struct Relative: Codable, Equatable, Sendable {
    public var relation: String
    public var names: [String] = []
    public var aliases: [String] = []
    /// Spellings of the names that stand for something else and are not sought; `nil` for none.
    public var notWritten: [String]?
    public var phones: [String] = []
    public var born: String?
    public var places: [Place] = []
  }

  /// What the source agreed to.
  public struct Consent: Codable, Equatable, Sendable {
    public var purposes: [String] = []
    /// For whom excerpts may be released; nobody when empty.
    public var audiences: [String] = []
    /// ISO date before which nothing leaves.
    public var notBefore: String?
    /// ISO date after which nothing leaves.
    public var expires: String?
    /// Kinds that no policy may keep or generalise.
    public var withhold: [String] = []
    /// The finest level at which a policy may tell places; `nil` when the policy alone decides.
    public var placeLevel: String?
    /// What a custodian must declare met before anything leaves.
    public var conditions: [String] = []
    /// What is withheld until a custodian declares the conditions met; the rest may leave before.
    /// `nil` for nothing.
    public var holds: [Hold]?
    /// The description that the source agreed to.
    public var description: String?
    /// Audiences in which the source speaks under his or her own name.
    public var onRecord: [String] = []
  }

  /// A condition that holds back some kinds only.
  public struct Hold: Codable, Equatable, Sendable {
    /// What must have happened.
    public var until: String
    /// Kinds that no policy may keep or generalise before that.
    public var withhold: [String] = []
    /// The finest level at which a policy may tell places before that.
    public var placeLevel: String?
  }
}
