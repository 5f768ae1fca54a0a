/// A place of a text that may identify somebody and that no record knows: a person decides.
public struct Finding: Hashable, Sendable {
  /// UTF-8 byte offsets; never cuts a character.
  public let range: Range<Int>
  public let kind: FindingKind
  public let reason: FindingReason

  /// How likely the words are what the kind says.
  public var confidence: FindingConfidence { reason.confidence }
}

/// What a finding may be.
public enum FindingKind: String, CaseIterable, Codable, Hashable, Sendable {
  case phone, email, handle, url, passport
  case residentNumber = "resident_number"
  case cardNumber = "card_number"
  /// A number of eight digits or more of no known kind.
  case longNumber = "long_number"
  case coordinates
  case vehiclePlate = "vehicle_plate"
  /// A street with a house, or a house with a flat.
  case streetAddress = "street_address"
  case date, age
  case personName = "person_name"
  case kinship
  case countedGroup = "counted_group"
  case uniquePost = "unique_post"
  case rareEvent = "rare_event"
}

/// Why a finding was made.
public enum FindingReason: String, CaseIterable, Codable, Hashable, Sendable {
  /// The check digit is right.
  case checksum
  /// The form can hardly be anything else: an e-mail address, a plate, a coordinate.
  case shape
  /// A word beside it says what it is: "passport", 전화, 微信号.
  case context
  /// Digits of a likely length, and nothing more.
  case digits
  /// A title or honorific stands beside the name.
  case title
  /// A known given name, or a surname and a given name of the usual syllables.
  case listedName = "listed_name"
  /// Surname and syllables of a Korean or Chinese name in Latin or Cyrillic letters.
  case romanised
  /// A Russian patronymic, or initials.
  case patronymic
  /// The ending of a Russian surname.
  case surnameEnding = "surname_ending"
  /// Capitals inside a sentence, of words that are not written small elsewhere in the text.
  case capitals
  /// A word of kinship beside it, or that word itself.
  case kin
  /// "Named", 이라는, 叫, по имени.
  case introduced
  /// A number and a kind of people, with a place, a time or a post in the same sentence.
  case group
  /// A word of a name that somebody decided on elsewhere in the text.
  case echo
  /// A post of which there is one.
  case post
  /// What happens to few.
  case event

  var confidence: FindingConfidence {
    switch self {
    case .checksum, .shape, .context, .title, .patronymic, .introduced, .echo: .high
    case .listedName, .romanised, .kin, .group, .event: .medium
    case .digits, .surnameEnding, .capitals, .post: .low
    }
  }
}

/// In which order a reviewer sees findings.
public enum FindingConfidence: Int, Comparable, Codable, Sendable {
  case low, medium, high

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
