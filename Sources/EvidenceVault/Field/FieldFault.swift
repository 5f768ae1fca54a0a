/// Why a field kit, a drop file or the joining of two sources was refused. No case carries a name or
/// text.
public enum FieldFault: Error, Equatable, Sendable {
  /// A file that is no field kit, or one that was changed or mistyped without a line to name.
  case notAKit
  /// This line of a kit does not fit its check letters, or is not the one that should come.
  case kitLine(Int)
  /// The kit's last day (ISO date) is over.
  case kitExpired(String)
  /// The fingerprint that was given is not the kit's.
  case kitFingerprint
  /// A file that is no drop file.
  case notADrop
  /// A drop file with attachments, given through a pipe.
  case dropPiped
  /// Sealed for a kit that this vault never gave out.
  case anotherVault
  /// The key of this kit's epoch is gone: the epoch is over and so is the kit.
  case tooLate(kit: Code)
  /// A drop for this vault that does not open, or is not what its sealer signed.
  case dropAltered
  /// The testimony of this drop was accepted before, as this one.
  case dropKnown(Code)
  /// The testimony of this drop was refused before.
  case dropRefused
  /// The person may be one of these sources; a custodian must say.
  case perhapsKnown([Code])
  /// A file that is no documenter's key.
  case notADocumenterKey
  /// A source cannot be joined with itself.
  case mergeSame
  /// One of the two has withdrawn the consent, the other has not.
  case mergeWithdrawn
  /// The two records contradict each other.
  case mergeContradiction
  /// The record that is to stand for both lacks what one of them lists under these fields.
  case mergeDrops([String])
}
