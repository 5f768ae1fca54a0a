/// What a record is. The raw value is the kind's number in the format.
enum RecordKind: UInt8, CaseIterable, Sendable {
  /// Who a source is (custodian).
  case source = 1
  /// A testimony's exact bytes (custodian).
  case original = 2
  /// A testimony with mentions in the place of direct identifiers (researcher).
  case working = 3
  /// A draft of a release (researcher).
  case excerpt = 4
  /// An approved excerpt (editor).
  case release = 5
  /// What an interviewer handed in (custodian).
  case drop = 6
  /// The labels given out for one audience (custodian).
  case register = 7
  /// A researcher's notes on a testimony (researcher).
  case note = 8
  /// Number and head of the roster; a leaf without a row.
  case rosterHead = 9
  /// What custodians decided on the findings of an excerpt, and who has approved it (custodian).
  case review = 10
  /// A policy of the group's own (editor, so that everybody who works with excerpts reads it).
  case policy = 11
  /// A question who a label stands for, and its answer, sealed once more to who asked (editor).
  case reveal = 12
  /// How many people there are of a kind somewhere, as the group states it (custodian).
  case groups = 13
  /// To whom a release went, and when (editor).
  case delivery = 14
  /// What a release told about whom, for the risk of later ones (custodian).
  case told = 15
  /// What a sealed file of a testimony is; its key is the file's, too (custodian).
  case attachment = 20
  /// A field kit that was given out (custodian).
  case kit = 25
  /// What became of a drop file (custodian).
  case receipt = 26
  /// That a source is part of another one now (custodian).
  case moved = 27
  /// The tree that outsiders verify releases against: its key, its newest checkpoint, and what the
  /// next one needs (custodian).
  case commitments = 30
  /// What a declared restore left behind: a leaf without a row, named by the number of its entry.
  case restore = 35

  /// The one role whose key wraps records of this kind; `nil` where there is no row.
  var role: Role? {
    switch self {
    case .source, .original, .drop, .register, .review, .groups, .told, .attachment:
      .custodian
    case .kit, .receipt, .moved, .commitments: .custodian
    case .working, .excerpt, .note: .researcher
    case .release, .policy, .reveal, .delivery: .editor
    case .rosterHead, .restore: nil
    }
  }

  /// How many kind numbers have prefixes that differ by the drawing of the lookup key.
  static let reserved: UInt8 = 32
  /// How many kind numbers there can be; from ``reserved`` on prefixes are made to differ.
  static let numbers: UInt8 = 64
}
