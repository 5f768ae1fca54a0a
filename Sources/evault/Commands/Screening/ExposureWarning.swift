import EvidenceVault

/// Releases that are out and name somebody who was just added or changed.
struct ExposureWarning {
  let exposures: [Exposure]
  /// Why they could not all be sought.
  private let failure: (any Error)?

  /// What was added is in the vault whatever becomes of the search, so a failure waits for ``show(_:)``.
  ///
  /// - Parameter sources: those that were added or changed.
  init(
    of sources: some Sequence<Code>, _ session: Session,
    _ custodian: borrowing Permit<CustodianRole>
  ) {
    var found: [Exposure] = []
    var failure: (any Error)?
    do {
      for source in sources { found += try session.exposures(of: source, by: custodian) }
    } catch {
      failure = error
    }
    exposures = found
    self.failure = failure
  }

  /// Says how many there are; silent for none.
  ///
  /// - Throws: what kept them from being sought.
  func show(_ output: Output) throws {
    if !exposures.isEmpty {
      let codes = exposures.prefix(8).map(\.release.text).joined(separator: ", ")
      let more: ScreenText = exposures.count > 8 ? " and more" : ""
      output.warn(
        "\(Self.count(exposures)) somebody known now: \(codes)\(more). evault screen --all says where, since when and who has them."
      )
    }
    if let failure { throw failure }
  }

  /// "1 release that is out names"
  static func count(_ exposures: [Exposure]) -> ScreenText {
    exposures.count == 1
      ? "1 release that is out names" : "\(exposures.count) releases that are out name"
  }
}
