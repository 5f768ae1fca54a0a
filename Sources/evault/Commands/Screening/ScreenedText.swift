import EvidenceVault
import Glibc
import Sealing

/// What one or more vaults found in a text, as a custodian sees it.
struct ScreenedText {
  struct Known: Encodable {
    /// The path of a further vault; absent for the vault itself.
    let vault: String?
    let line: Int?
    let column: Int?
    let part: String
    let kind: String
    let sources: [Code]
    let relation: String?
    let words: String
    let foundBy: KnownInText.Finder
  }

  struct Document: Encodable {
    let known: [Known]
    let isCut: Bool
    let advice: [TextAdvice]
  }

  let known: [Known]
  private let isCut: Bool
  private let advice: [TextAdvice]

  init(_ screened: [(path: String?, screening: TextScreening)]) {
    known = screened.flatMap { path, screening in
      screening.known.map {
        Known(
          vault: path, line: $0.line, column: $0.column, part: $0.part, kind: $0.kind,
          sources: $0.sources, relation: $0.relation, words: $0.words, foundBy: $0.finder)
      }
    }
    isCut = screened.contains(where: \.screening.isCut)
    // What one vault knows is no guess any more, whoever made it.
    let places = known.map { [$0.line ?? 0, $0.column ?? 0] }
    advice = (screened.first?.screening.advice ?? []).filter {
      !places.contains([$0.line, $0.column])
    }
  }

  var document: Document { Document(known: known, isCut: isCut, advice: advice) }

  func text(for place: ConfidentialOutput.Destination) -> String {
    let columns = place == .terminal ? Terminal.columns(STDOUT_FILENO) : nil
    func paragraph(_ text: String) -> String { LineWrap.paragraphs(text, columns: columns) + "\n" }
    var out = ""
    if known.isEmpty {
      out += paragraph("The text names nobody whom the vault knows.")
    } else {
      var table = Table("PLACE", "KIND", "SOURCE", "FOUND BY", "WORDS")
      for hit in known {
        table.add(
          "\(Self.place(hit))", "\(hit.kind.replacing("_", with: " "))", "\(Self.who(hit))",
          Self.finder(hit.foundBy), "\(hit.words)")
      }
      out += table.rendered(for: place)
    }
    if isCut { out += paragraph("There are more; these are the first.") }
    guard !advice.isEmpty else {
      return out + "\n" + paragraph("The detectors found nothing else. They miss things.")
    }
    var table = Table("PLACE", "MAY BE", "WORDS")
    for guess in advice {
      table.add(
        "line \(guess.line), column \(guess.column)",
        "\(guess.kind.replacing("_", with: " "))", "\(guess.words)")
    }
    return out + "\n" + table.rendered(for: place) + "\n"
      + paragraph("No record knows these; they are guesses, and more may be there.")
  }

  private static func place(_ hit: Known) -> String {
    guard let line = hit.line, let column = hit.column else { return hit.part }
    let place = "line \(line), column \(column)"
    return hit.part == "text" ? place : "\(hit.part), \(place)"
  }

  private static func who(_ hit: Known) -> String {
    let codes = hit.sources.map(\.text).joined(separator: ", ")
    let relation = hit.relation.map { ", \($0)" } ?? ""
    return codes + relation + (hit.vault.map { " of \($0)" } ?? "")
  }

  private static func finder(_ finder: KnownInText.Finder) -> ScreenText {
    switch finder {
    case .both: "both searches"
    case .first: "the first search only"
    case .second: "the second search only"
    }
  }
}
