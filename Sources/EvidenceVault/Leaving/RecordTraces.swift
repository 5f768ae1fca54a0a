import Sealing

/// Which records somebody had a key for, followed along the log.
///
/// Whoever has an epoch's seed opens every wrap under it, also in a copy of the files from before the
/// grant; so a tenure reaches back to where its epoch began.
struct RecordTraces {
  private struct Trace {
    let role: Role
    let kind: RecordKind
    /// The entry that took the record away.
    var gone: UInt64?
    /// Whether it could be opened at some time.
    var seen = false
    /// Whether its present version could be, so that its key may have been kept.
    var known = false
  }

  private var traces: [MapKey: Trace] = [:]

  /// - Parameter holding: the roles whose keys were had when the entry was written.
  mutating func follow(_ entry: LogEntry, _ holding: Set<Role>, _ lookup: Lookup) {
    for change in entry.changes {
      guard let kind = lookup.kind(of: change.key), let role = kind.role else { continue }
      if change.after == .zero {
        traces[change.key]?.gone = entry.number
        continue
      }
      var trace = traces[change.key] ?? Trace(role: role, kind: kind)
      trace.gone = nil
      trace.known = holding.contains(role)
      trace.seen = trace.seen || trace.known
      traces[change.key] = trace
    }
  }

  /// The keys of a role were had from here on.
  ///
  /// - Parameter since: the entry that began their epoch.
  mutating func begin(_ role: Role, since: UInt64) {
    for (key, trace) in traces where trace.role == role && trace.gone ?? .max > since {
      traces[key]?.seen = true
      if trace.gone == nil { traces[key]?.known = true }
    }
  }

  /// By kind, in the order of the kinds; none of which nothing could be opened.
  var exposures: [MemberExposure.RecordExposure] {
    let seen = Dictionary(grouping: traces.values.filter(\.seen), by: \.kind)
    return RecordKind.allCases.compactMap { kind in
      guard let traces = seen[kind] else { return nil }
      return MemberExposure.RecordExposure(
        kind: kind.word, records: traces.count,
        unchanged: traces.count { $0.known && $0.gone == nil })
    }
  }
}
