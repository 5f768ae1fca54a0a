// expect: cannot convert value of type 'Permit<ResearcherRole>' to expected argument type
import EvidenceVault

/// A recording is its speaker's voice: no researcher's permit gets a byte of it.
func extracted(_ session: Session, _ code: Code, _ permit: borrowing Permit<ResearcherRole>) throws
{
  _ = try session.extractAttachment(
    code, to: .newFile("out"), reason: "", by: permit)
}
