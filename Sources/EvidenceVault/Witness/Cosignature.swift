import Sealing

extension Checkpoint {
  /// What a witness signs (c2sp.org/tlog-cosignature, Ed25519).
  private func statement(_ time: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + body
  }

  /// This note with the signature of a witness below.
  ///
  /// - Parameter time: seconds since 1970.
  /// - Throws: ``ReleaseFault/checkpoint`` when no more signatures fit.
  func cosigned(
    by key: borrowing SigningKey, as witness: WitnessKey, at time: UInt64
  ) throws(ReleaseFault) -> Checkpoint {
    let signature = key.sign(note: statement(time))
    let line = StrictBase64.encode(witness.id + time.bigEndianBytes + signature)
    return try Checkpoint("\(text)— \(witness.name) \(line)\n")
  }

  /// When a witness signed this head, in seconds since 1970; the latest, where it did several times.
  /// `nil` when it did not.
  func time(of witness: WitnessKey) -> UInt64? {
    signatures.filter { $0.name == witness.name && $0.id == witness.id }.compactMap { line in
      guard line.signature.count == 72 else { return nil }
      let time = line.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard time <= Int64.max,
        witness.signing.verifies(Array(line.signature.dropFirst(8)), note: statement(time))
      else { return nil }
      return time
    }.max()
  }

  /// When a witness signed this head, ISO 8601 in UTC, by its own clock; `nil` when it did not.
  public func signed(by witness: WitnessKey) -> String? { time(of: witness).map(Timestamp.text) }
}
