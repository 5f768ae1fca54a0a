import Anonymity
import Foundation
import Screen

extension Session {
  /// Releases that are out and name this source, or a relative, although they are protected now.
  ///
  /// To be asked after a source was added or changed. What is found is in the log before it is
  /// returned, by codes. Only this source's identifiers are sought; ``screenVault(by:progress:)``
  /// seeks everybody's.
  ///
  /// - Throws: ``VaultError/notFound``.
  public func exposures(
    of source: Code, by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [Exposure] {
    try vaultErrors {
      let record = try write { try $0.source(source) }
      let search = ReleaseSearch(People([record]), policy: policyNow)
      let leaks = try leaks(search) { _, _ in }
      return try report(leaks, search)
    }
  }

  /// A policy as it is at this moment.
  func policyNow(_ name: String, for audience: String) throws -> Policy {
    try write { try $0.policy(name, for: audience) }
  }

  /// What a search finds in all releases; they are opened some at a time.
  func leaks(
    _ search: ReleaseSearch, progress: (_ done: Int, _ of: Int) -> Void
  ) throws -> [ReleaseSearch.Leak] {
    let keys = try read { try $0.map.leaves(prefix: self.lookup.prefix(of: .release)).map(\.key) }
    var leaks: [ReleaseSearch.Leak] = []
    for start in stride(from: 0, to: keys.count, by: 512) {
      let part = Array(keys[start..<min(start + 512, keys.count)])
      let releases = try write { transaction in
        try Codec.decodeAll(
          ReleaseRecord.self, try transaction.open(.release, part).compactMap { $0 })
      }
      let found = try search.leaks(in: releases)
      leaks += found.isEmpty ? [] : try write { try $0.settled(found, search) }
      progress(start + part.count, keys.count)
    }
    return leaks
  }

  /// Puts leaks into words and into the log.
  func report(
    _ leaks: [ReleaseSearch.Leak], _ search: ReleaseSearch
  ) throws -> [Exposure] {
    guard !leaks.isEmpty else { return [] }
    return try write { transaction in
      let exposures = try ExposureReport(transaction: transaction, search: search).exposures(leaks)
      try transaction.log(.vaultScreened, Self.subjects(exposures), reason: "")
      return exposures
    }
  }

  /// For the log: how many, then codes; a detail is no list of thousands.
  static func subjects(_ exposures: [Exposure]) -> [String] {
    let sources = Set(exposures.flatMap(\.sources)).map(\.text).sorted()
    return ["exposed-\(exposures.count)"]
      + exposures.prefix(100).map(\.release.text) + sources.prefix(100)
  }
}

/// What is to be known of releases that tell something: where, since when, and who has them.
struct ExposureReport {
  let transaction: Transaction
  let search: ReleaseSearch

  func exposures(_ leaks: [ReleaseSearch.Leak]) throws -> [Exposure] {
    let keys = leaks.map { transaction.lookup.record(.release, $0.release.code.text) }
    let origins = try transaction.history.origins(of: Set(keys), .custodian)
    return try zip(leaks, keys).map { leak, key in
      let release = leak.release
      let excerpt = try transaction.excerpt(release.code)
      let (sources, kinds) = search.tell(leak)
      return Exposure(
        release: release.code, testimony: excerpt.testimony, audience: release.audience,
        policy: release.policy, sources: sources, kinds: kinds,
        formats: leak.found.map(\.format.rawValue),
        places: try sentences(of: excerpt, leak) + Self.places(in: leak),
        approved: origins[key].map { Timestamp.text($0.writer.entry.time) },
        deliveries: try transaction.deliveries(release.code))
    }.sorted { $0.release.text < $1.release.text }
  }

  /// Sentences of the original that say what was found; none when it is only put together from two.
  private func sentences(of excerpt: ExcerptRecord, _ leak: ReleaseSearch.Leak) throws -> [String] {
    let original = try Codec.decode(
      OriginalRecord.self, try transaction.open(.original, excerpt.testimony.text))
    let bytes = Array(original.file[original.textOffset...])
    let ranges = try RawText(bytes).sentences()
    let screen = search.screen(for: leak)
    func names(_ bytes: [UInt8]) -> Bool {
      let outgoing = Outgoing(bytes: bytes, format: .txt, fileName: nil, metadata: [])
      if case .clean = screen.verdict(on: outgoing) { return false }
      return true
    }
    let title = original.title.map { names(Array($0.utf8)) } ?? false
    return (title ? ["title"] : [])
      + (try Selection.indices(excerpt.selection, of: ranges.count))
      .filter { names(Array(bytes[ranges[$0]])) }.map { "sentence \($0 + 1)" }
  }

  /// Lines and columns of one format; text first, which is what others show too.
  private static func places(in leak: ReleaseSearch.Leak) -> [String] {
    let order: [OutputFormat] = [.txt, .html, .md, .json]
    guard
      let (format, findings) = order.lazy.compactMap({ format in
        leak.found.first { $0.format == format }
      }).first
    else { return [] }
    return ScreenRefusal(.leaks(findings), format).places
  }
}
