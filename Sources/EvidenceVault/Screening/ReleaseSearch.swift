import Screen

import enum Anonymity.IdentifierKind
import struct Anonymity.Policy

/// Searches releases that are out, byte for byte as they left, for people who are protected now.
///
/// The screen of each release is that of its policy and audience. Many releases are searched as one
/// text first, which costs little more than one; each of them is then searched for what that found.
final class ReleaseSearch {
  /// Whom to look for: everybody, or who was added or changed.
  let people: People
  private let policy: (_ name: String, _ audience: String) throws -> Policy
  private var screens: [Terms: Screen] = [:]

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

    /// Indices into the identifiers.
    var needles: Set<Int> { Set(found.flatMap(\.findings).map(\.needle)) }
  }

  /// Those releases that tell something; works on all cores.
  func leaks(in releases: [ReleaseRecord]) throws -> [Leak] {
    var leaks: [Leak] = []
    let groups = Dictionary(grouping: releases) { Terms(policy: $0.policy, audience: $0.audience) }
    for (terms, releases) in groups.sorted(by: { $0.value[0].code.text < $1.value[0].code.text }) {
      let screen = screen(for: terms)
      let found = Parallel.chunks(releases.count) { range in
        Self.batches(releases[range]).flatMap { batch -> [Leak] in
          guard let screen = Self.narrowed(screen, to: batch) else { return [] }
          return batch.compactMap { Self.leak($0, screen) }
        }
      }
      leaks += found.flatMap { $0 }.sorted { $0.release.code.text < $1.release.code.text }
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
    let terms = Terms(policy: leak.release.policy, audience: leak.release.audience)
    return screen(for: terms).narrowed(to: leak.needles)
  }

  private func screen(for terms: Terms) -> Screen {
    if let known = screens[terms] { return known }
    // Under a policy that is gone, as much is protected as the strictest protects.
    let policy = (try? policy(terms.policy, terms.audience)) ?? (try? BuiltIn.policy("public"))
    let screen = Screen(
      needles: policy.map { people.identities.needles($0, audience: terms.audience) } ?? [])
    screens[terms] = screen
    return screen
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

  /// A screen for what is in any format of any of them; `nil` when nothing is. The screen reads a
  /// text in every way whatever its format, so outputs of one format can stand below each other.
  private static func narrowed(_ screen: Screen, to releases: [ReleaseRecord]) -> Screen? {
    var found: Set<Int> = []
    for format in OutputFormat.allCases {
      var bytes: [UInt8] = []
      for release in releases {
        for output in release.outputs where output.format == format.rawValue {
          bytes += output.bytes
          bytes += [0x0A, 0x0A]
        }
      }
      let outgoing = Outgoing(bytes: bytes, format: .txt, fileName: nil, metadata: [])
      // What cannot be searched as one text is searched for everything, one by one.
      do { found.formUnion(try screen.needles(in: outgoing)) } catch { return screen }
    }
    return found.isEmpty ? nil : screen.narrowed(to: found)
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
