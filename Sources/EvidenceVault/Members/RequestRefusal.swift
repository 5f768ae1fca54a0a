import Sealing
import Storage

extension Session {
  /// Drops waiting requests without admitting anybody; logged.
  ///
  /// The newcomer's own row stays, whose place only the newcomer knows; it opens nothing.
  ///
  /// - Parameter fingerprint: drops only the request with this one; `nil` for all of the handle.
  /// - Returns: the requests that were dropped, and whether they are gone from the files already.
  /// - Throws: ``VaultError/notFound`` when there is no request of this handle,
  ///   ``VaultRefusal/fingerprintDiffers`` when none of them has the fingerprint.
  public func refuseRequests(
    _ handle: String, fingerprint: String? = nil
  ) throws(VaultError) -> (refused: [WaitingMember], remnantsDestroyed: Bool) {
    try vaultErrors {
      try require(.steward)
      let refused = try write { transaction in
        let waiting = try self.requests(transaction.store).filter {
          $0.request.member.handle == handle
        }
        guard !waiting.isEmpty else { throw VaultError.notFound }
        let chosen = waiting.filter { request in
          fingerprint.map { Fingerprint.matches($0, request.fingerprint) } ?? true
        }
        guard !chosen.isEmpty else { throw VaultError.refused(.fingerprintDiffers) }
        for request in chosen { try transaction.store.setRequest(request.id, nil) }
        try transaction.log(
          .requestRefused, [handle] + chosen.map(\.fingerprint).sorted(), reason: "")
        return chosen.map { self.summary($0) }
      }
      return (refused, try store.destroyRemnants())
    }
  }
}
