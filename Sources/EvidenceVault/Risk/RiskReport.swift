/// How many people fit what an excerpt tells, and why. Numbers about what the vault knows, no more.
public struct RiskReport: Codable, Equatable, Sendable {
  /// The smallest number of people who fit; `nil` when nobody appears who is protected.
  public let k: Int?
  /// What the policy demands at least.
  public let demanded: Int
  /// Everything that makes k as small as it is.
  public let reasons: [Reason]
  public let people: [Person]
  /// Posts of the text in groups that it states, or that custodians stated.
  public let posts: [Post]
  /// How many sources the vault has.
  public let sources: Int
  /// Rare events of the text, which no record can weigh.
  public let rareEvents: Int
  /// Earlier releases of which the vault does not know what they told.
  public let unweighed: Int

  /// A source who appears.
  public struct Person: Codable, Equatable, Sendable {
    public let source: Code
    /// Under his own name, by consent: nothing is counted then.
    public let isNamed: Bool
    public let facts: [Told]
    /// How many sources fit what this excerpt tells.
    public let k: Int?
    /// The same with what the audience and the public were given before.
    public let audience: Int?
    /// The same with what the public was given before.
    public let `public`: Int?
    /// The same with what all audiences were given before.
    public let all: Int?
    public let groups: [InGroup]
    /// The words of facts that together fit nobody else: one to three, no set within another.
    public let combinations: [[String]]
    /// There were more facts than combinations are sought among.
    public let isCut: Bool

    /// The least of all that count.
    var smallest: Int? { ([k, audience].compactMap { $0 } + groups.map(\.k)).min() }
  }

  /// What is told of a person, in a word and in words.
  public struct Told: Codable, Equatable, Sendable {
    public let kind: String
    public let words: String
  }

  public struct InGroup: Codable, Equatable, Sendable {
    /// The name that a custodian gave it, or the place where the text states it.
    public let group: String
    public let k: Int
  }

  /// A post and how many of a group hold it.
  public struct Post: Codable, Equatable, Sendable {
    public let words: String
    /// "sentence 4".
    public let place: String
    /// A custodian's name of the group; `nil` when the text itself states it.
    public let group: String?
    public let k: Int
    /// Of how many people.
    public let of: Int
  }

  /// One of the smallest numbers.
  public struct Reason: Codable, Equatable, Sendable {
    public enum Ground: String, Codable, Sendable {
      /// Among the sources of the vault, by this excerpt alone.
      case vault
      /// Among them, with what the audience was given before.
      case audience
      /// In a group that a custodian or the text states.
      case group
    }

    public let k: Int
    public let ground: Ground
    /// A source's code, or the words of a post.
    public let who: String
    /// Of how many people; `nil` where only k is known.
    public let of: Int?
    /// The group, or the place in the text.
    public let place: String?
  }

  init(
    demanded: Int, people: [Person], posts: [Post], sources: Int, rareEvents: Int, unweighed: Int
  ) {
    self.demanded = demanded
    self.people = people
    self.posts = posts
    self.sources = sources
    self.rareEvents = rareEvents
    self.unweighed = unweighed
    let least = (people.compactMap(\.smallest) + posts.map(\.k)).min()
    k = least
    reasons =
      posts.filter { $0.k == least }.map {
        Reason(
          k: $0.k, ground: .group, who: $0.words, of: $0.of,
          place: $0.group.map { group in group } ?? $0.place)
      }
      + people.filter { $0.smallest == least && least != nil }.flatMap {
        Self.reasons($0, sources: sources)
      }
  }

  private static func reasons(_ person: Person, sources: Int) -> [Reason] {
    guard let least = person.smallest else { return [] }
    let who = person.source.text
    let inGroups = person.groups.filter { $0.k == least }.map {
      Reason(k: least, ground: .group, who: who, of: nil, place: $0.group)
    }
    if person.k == least {
      return [Reason(k: least, ground: .vault, who: who, of: sources, place: nil)] + inGroups
    }
    if person.audience == least {
      return [Reason(k: least, ground: .audience, who: who, of: sources, place: nil)] + inGroups
    }
    return inGroups
  }
}
