import Screen

import enum Anonymity.IdentifierKind
import struct Anonymity.Policy

/// Searches releases that are out, byte for byte as they left, for people who are protected now.
///
/// The screen of each release is that of its policy and audience. Many releases are searched as one
/// text first, which costs little more than one; only where that finds something is each looked at.
final class ReleaseSearch {
  /// Whom to look for: everybody, or who was added or changed.
  let people: People
  private let policy: (_ name: String, _ audience: String) throws -> Policy
  private var policies: [Terms: Policy] = [:]
  private var screens: [Terms: [Screen]] = [:]

  /// More are not joined: the screen takes 4 MiB at once.
  private static let joined = 1 << 20

  /// - Parameter policy: by name, as it is for an audience.
  init(_ people: People, policy: @escaping (_ name: String, _ audience: String) throws -> Policy) {
    self.people = people
    self.policy = policy
  }

  private struct Terms: Hashable {
    let policy: String
    let audience: String
  }

  /// What a release tells, by format; no findings where it could not be searched any more.
  struct Leak: Sendable {
    let release: ReleaseRecord
    let found: [(format: OutputFormat, findings: [Finding])]

    init(release: ReleaseRecord, found: [(format: OutputFormat, findings: [Finding])]) {
      self.release = release
      self.found = found
    }

    /// What several searches found in one release.
    init(joining leaks: [Leak]) {
      let all = leaks.flatMap(\.found)
      self.init(
        release: leaks[0].release,
        found: OutputFormat.allCases.compactMap { format in
          let same = all.filter { $0.format == format }
          return same.isEmpty ? nil : (format, same.flatMap(\.findings))
        })
    }

    /// Indices into the identifiers.
    var needles: Set<Int> { Set(found.flatMap(\.findings).map(\.needle)) }
  }

  /// Those releases that tell something; works on all cores.
  func leaks(in releases: [ReleaseRecord]) throws -> [Leak] {
    var leaks: [Leak] = []
    let groups = Dictionary(grouping: releases) { Terms(policy: $0.policy, audience: $0.audience) }
    for (terms, releases) in groups.sorted(by: { $0.value[0].code.text < $1.value[0].code.text }) {
      let found = screens(for: terms).flatMap { screen in
        Parallel.chunks(releases.count) { range in
          Self.batches(releases[range]).flatMap { batch -> [Leak] in
            Self.isClean(batch, screen) ? [] : batch.compactMap { Self.leak($0, screen) }
          }
        }.flatMap { $0 }
      }
      leaks += Dictionary(grouping: found) { $0.release.code }
        .sorted { $0.key.text < $1.key.text }.map { Leak(joining: $0.value) }
    }
    return leaks
  }

  /// Whom a leak tells of, and what.
  func tell(_ leak: Leak) -> (sources: [Code], kinds: [String]) { people.tell(leak.needles) }

  /// Whether a leak tells something of a kind.
  func tells(_ leak: Leak, _ kind: IdentifierKind) -> Bool {
    leak.needles.contains { people.identities.identifiers[$0].kind == kind }
  }

  /// A leak without the places of those with whom the document has nothing to do; `nil` when nothing
  /// is left.
  func narrowed(_ leak: Leak, to involved: Involved) -> Leak? {
    let found = leak.found.compactMap { format, findings -> (format: OutputFormat, [Finding])? in
      // What could not be searched stays.
      if findings.isEmpty { return (format, findings) }
      let left = findings.filter { involved.seeks($0.needle, people.identities) }
      return left.isEmpty ? nil : (format, left)
    }
    return found.isEmpty ? nil : Leak(release: leak.release, found: found)
  }

  /// A screen for nothing but what a leak tells.
  func screen(for leak: Leak) -> Screen {
    let wanted = leak.needles
    let terms = Terms(policy: leak.release.policy, audience: leak.release.audience)
    return Screen(needles: needles(for: terms).filter { wanted.contains($0.id) })
  }

  private func needles(for terms: Terms) -> [Needle] {
    if policies[terms] == nil {
      // Under a policy that is gone, as much is protected as the strictest protects.
      policies[terms] =
        (try? policy(terms.policy, terms.audience)) ?? (try? BuiltIn.policy("public"))
    }
    guard let policy = policies[terms] else { return [] }
    return people.identities.needles(policy, audience: terms.audience)
  }

  /// Places apart: they stand in many releases, for the most part of people with whom these have
  /// nothing to do, and each of those must be looked at. With the few needles of places that is quick.
  private func screens(for terms: Terms) -> [Screen] {
    if let known = screens[terms] { return known }
    let all = needles(for: terms)
    let identifiers = people.identities.identifiers
    let places = all.filter { identifiers[$0.id].kind == .place }
    let others = all.filter { identifiers[$0.id].kind != .place }
    let made = (places.isEmpty ? [others] : [others, places]).map { Screen(needles: $0) }
    screens[terms] = made
    return made
  }

  private static func batches(_ releases: ArraySlice<ReleaseRecord>) -> [[ReleaseRecord]] {
    var batches: [[ReleaseRecord]] = []
    var size = 0
    // A withdrawn release has no bytes any more.
    for release in releases where !release.outputs.isEmpty {
      let largest = release.outputs.map(\.bytes.count).max() ?? 0
      if batches.isEmpty || size + largest > joined {
        batches.append([])
        size = 0
      }
      batches[batches.count - 1].append(release)
      size += largest
    }
    return batches
  }

  /// Whether nothing is in any format of any of them. The screen reads a text in every way whatever
  /// its format, so outputs of one format can stand below each other.
  private static func isClean(_ releases: [ReleaseRecord], _ screen: Screen) -> Bool {
    OutputFormat.allCases.allSatisfy { format in
      var bytes: [UInt8] = []
      for release in releases {
        for output in release.outputs where output.format == format.rawValue {
          bytes += output.bytes
          bytes += [0x0A, 0x0A]
        }
      }
      let outgoing = Outgoing(bytes: bytes, format: .txt, fileName: nil, metadata: [])
      if case .clean = screen.verdict(on: outgoing) { return true }
      return false
    }
  }

  private static func leak(_ release: ReleaseRecord, _ screen: Screen) -> Leak? {
    let found = OutputFormat.allCases.compactMap { format -> (OutputFormat, [Finding])? in
      guard let output = release.outputs.first(where: { $0.format == format.rawValue }) else {
        return nil
      }
      let outgoing = Outgoing(
        bytes: Array(output.bytes), format: format, fileName: nil, metadata: [])
      switch screen.verdict(on: outgoing) {
      case .clean: return nil
      case .refused(.leaks(let findings)): return (format, findings)
      case .refused: return (format, [])
      }
    }
    return found.isEmpty ? nil : Leak(release: release, found: found)
  }
}
