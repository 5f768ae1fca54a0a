import Anonymity
import Sealing

/// What an approval came to.
public enum Approval: Equatable, Sendable {
  case approved
  /// The policy wants two custodians; another one must approve the same words.
  case oneOfTwo
}

extension Transaction {
  /// Whether this approval is the last one needed; if not, it is kept.
  ///
  /// An approval counts only for the bytes that it saw: when a source record or a decision has
  /// changed them since, the earlier one is void.
  ///
  /// - Throws: ``VaultRefusal/approverDrafted``, ``VaultRefusal/approvedAlready``.
  func isApproved(_ made: Releasing.Made, drafter: String) throws -> Bool {
    let handle = session.handle
    let wanted = made.policy.approvers
    if wanted.excludesDrafter, handle == drafter { throw VaultError.refused(.approverDrafted) }
    guard wanted.count > 1 else { return true }
    let outputs = HexBytes(
      Digest.of(try Codec.encode(made.record.outputs)).bytes)
    var review = made.review
    if review.approvals.contains(where: { $0.by == handle && $0.outputs == outputs }) {
      throw VaultError.refused(.approvedAlready)
    }
    review.add(
      ReviewRecord.Approval(
        by: handle, at: Timestamp.text(max(session.clock(), state.newest)), outputs: outputs))
    try put(review)
    return review.approvals.count >= wanted.count
  }
}
