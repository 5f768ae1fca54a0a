import EvidenceVault
import Screen

/// What `verify` shows: first what is proven, then what is not.
struct VerifiedText {
  private let release: VerifiedRelease
  private let anchor: VerifiedRelease.Anchor
  private let witnessed: [Witnessed]
  private let labels: [String]

  init(
    _ release: VerifiedRelease, _ anchor: VerifiedRelease.Anchor, _ witnessed: [Witnessed]
  ) {
    self.release = release
    self.anchor = anchor
    self.witnessed = witnessed
    labels = Self.labels(release)
  }

  /// Each once, in the order of the text.
  private static func labels(_ release: VerifiedRelease) -> [String] {
    release.parts.reduce(into: []) { labels, part in
      if case .label(let label) = part, !labels.contains(label) { labels.append(label) }
    }
  }

  /// Why nothing is proven to somebody who has only the file; `nil` where something is.
  static func doubt(_ anchor: VerifiedRelease.Anchor) -> ScreenText? {
    switch anchor {
    case .key, .checkpoint, .both: nil
    case .none: "Self-consistent only: nothing from elsewhere says whose key this is."
    case .anotherCheckpoint:
      "Self-consistent only: the checkpoint that you gave is another one than the file's."
    }
  }

  var text: String {
    var out: ScreenText = "\(status)\nVault key: \(release.key.text)\n"
    out = "\(out)Checkpoint: \(release.checkpoint.size)\n"
    for one in witnessed { out = "\(out)Witness: \(one.witness), \(one.signed)\n" }
    out = "\(out)\n\(heading)\n\n\(proven)\n"
    out = "\(out)\nASSERTED BY THE VAULT, NOT PROVEN\n"
    for (index, label) in labels.enumerated() { out = "\(out)⟦\(index + 1)⟧ \(label)\n" }
    if !release.title.isEmpty { out = "\(out)title: \(release.title)\n" }
    let policy: ScreenText = "\(release.policy) \(release.policyVersion)"
    out =
      "\(out)\(release.excerpt), audience \(release.audience), policy \(policy), language \(release.language)\n"
    return out.text
  }

  private var status: ScreenText {
    switch anchor {
    case .key: "The file is unaltered, and of the vault whose key you gave."
    case .checkpoint: "The file is unaltered, and of the vault whose checkpoint you gave."
    case .both: "The file is unaltered, and of the vault whose key and checkpoint you gave."
    case .none, .anotherCheckpoint: "The file agrees with itself. Anybody could have made it."
    }
  }

  private var heading: ScreenText {
    Self.doubt(anchor) == nil
      ? "PROVEN, WORD FOR WORD AND IN THIS ORDER, IN ONE SEALED TEXT"
      : "PROVEN ONLY IF THE KEY IS THE VAULT'S, WORD FOR WORD AND IN THIS ORDER, IN ONE SEALED TEXT"
  }

  private var proven: ScreenText {
    let text = release.parts.reduce(into: "") { text, part in
      switch part {
      case .words(let words): text += words
      case .label(let label): text += "⟦\((labels.firstIndex(of: label) ?? 0) + 1)⟧"
      case .leftOut: text += "[…] "
      }
    }
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
    return "\(lines: String(text[..<end]))"
  }

  /// The same for programs.
  struct Document: Encodable {
    struct Part: Encodable {
      var words: String?
      /// Number of the label, from 1.
      var replaced: Int?
      var leftOut: Bool?
    }

    struct Asserted: Encodable {
      let labels: [String]
      let title: String
      let excerpt: String
      let audience: String
      let policy: String
      let policyVersion: Int
      let language: String
    }

    /// `key`, `checkpoint`, `both`, or `none`.
    let anchor: String
    let vaultKey: String
    let checkpoint: UInt64
    let witnesses: [Witnessed]
    let format: String
    let proven: [Part]
    let asserted: Asserted

    init(
      _ release: VerifiedRelease, _ anchor: VerifiedRelease.Anchor, _ witnessed: [Witnessed]
    ) {
      witnesses = witnessed
      self.anchor = anchor == .anotherCheckpoint ? "none" : "\(anchor)"
      vaultKey = release.key.text
      checkpoint = release.checkpoint.size
      format = release.format.rawValue
      let labels = VerifiedText.labels(release)
      proven = release.parts.map { part in
        switch part {
        case .words(let words): Part(words: words)
        case .label(let label): Part(replaced: (labels.firstIndex(of: label) ?? 0) + 1)
        case .leftOut: Part(leftOut: true)
        }
      }
      asserted = Asserted(
        labels: labels, title: release.title, excerpt: release.excerpt,
        audience: release.audience, policy: release.policy,
        policyVersion: release.policyVersion, language: release.language)
    }
  }
}
