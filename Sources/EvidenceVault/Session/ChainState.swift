import Sealing

/// What of a vault's chains has been verified so far.
struct ChainState: Sendable {
  var roster: RosterState
  var logCount: UInt64 = 0
  var logHead = Digest.zero
  var root = Digest.zero
  /// Seconds since 1970 of the newest entry.
  var newest: UInt64 = 0
  /// The hashes of the entries that declared a restore, the oldest first.
  var restores: [Digest] = []

  init(vault: VaultID) { roster = RosterState(vault: vault) }

  var pin: Pin {
    Pin(
      rosterCount: roster.count, rosterHead: roster.head, logCount: logCount, logHead: logHead,
      root: root, restores: restores, stewards: roster.stewards)
  }

  /// The leaf that says which roster this is.
  var rosterLeaf: MapLeaf {
    MapLeaf(version: roster.count, body: roster.head, listing: .zero)
  }
}
