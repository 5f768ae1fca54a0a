/// What in a release shows that its words are those of a sealed text (Docs/Specs/releases.md).
struct ReleaseProof: Decodable, Sendable {
  /// Words that are disclosed, or a label in the place of one hidden atom.
  struct Part: Decodable, Sendable {
    /// Number of the first atom.
    var at: Int
    var words: String?
    var label: String?

    var json: ReleaseJSON {
      var members: [String: ReleaseJSON] = ["at": .number(at)]
      members["words"] = words.map { .text($0) }
      members["label"] = label.map { .text($0) }
      return .object(members)
    }
  }

  var checkpoint: String
  var hidden: String
  var inclusion: String
  var index: Int
  var key: String
  var leaves: Int
  var parts: [Part]
  var salts: String
  /// `nil` while the document is being signed.
  var signature: String?

  var json: ReleaseJSON {
    var members: [String: ReleaseJSON] = [
      "checkpoint": .text(checkpoint), "hidden": .text(hidden), "inclusion": .text(inclusion),
      "index": .number(index), "key": .text(key), "leaves": .number(leaves),
      "parts": .list(parts.map(\.json)), "salts": .text(salts),
    ]
    members["signature"] = signature.map { .text($0) }
    return .object(members)
  }
}

extension ReleaseProof {
  /// The parts, and between them what is left out.
  var shown: [VerifiedRelease.Part] {
    var shown: [VerifiedRelease.Part] = []
    var end: Int?
    for part in parts {
      if let end, part.at > end { shown.append(.leftOut) }
      if let words = part.words {
        shown.append(.words(words))
        end = part.at + Atoms.cut(words).count
      } else if let label = part.label {
        shown.append(.label(label))
        end = part.at + 1
      }
    }
    return shown
  }

  /// The words and labels that a release with this proof has to show.
  var shownText: String {
    shown.reduce(into: "") { text, part in
      switch part {
      case .words(let words): text += words
      case .label(let label): text += label
      case .leftOut: text += ReleaseLayout.leftOut
      }
    }
  }
}
