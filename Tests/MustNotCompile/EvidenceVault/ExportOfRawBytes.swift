// expect: cannot convert value of type '[UInt8]' to expected argument type 'Code'
import EvidenceVault
import Screen

/// Export gives out what was approved under a code; it takes no bytes.
func exported(
  _ session: Session, _ bytes: [UInt8], _ permit: borrowing Permit<EditorRole>
) throws {
  _ = try session.export(bytes, format: .txt, fileName: nil, by: permit)
}
