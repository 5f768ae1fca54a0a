// expect: cannot convert value of type 'Permit<ResearcherRole>' to expected argument type
import EvidenceVault

/// A researcher's permit opens no source.
func sources(_ session: Session, _ permit: borrowing Permit<ResearcherRole>) throws {
  _ = try session.sources(by: permit)
}
