import EvidenceVault
import Sealing

extension Failure {
  /// What was read as a share and is none.
  init(share error: ShareError) {
    let (message, next) = Self.shares(error)
    self.init(.badInput, message, next: next)
  }

  static func shares(_ error: ShareError) -> (ScreenText, ScreenText) {
    switch error {
    case .wordCount(let count):
      (
        "These are \(count) words; a share has \(RecoveryShare.wordCount).",
        "Read the page again, line by line: each line has \(RecoveryShare.wordsPerLine) words."
      )
    case .notWords(let places):
      (
        "No words of a share: \(placed(places)).",
        "A word has five letters: consonant, vowel, consonant, vowel, consonant. Compare with the page."
      )
    case .wrongWord(let place):
      (
        "Word \(place) is wrong (\(line(place))); all others are right.",
        "Compare it with the page, letter by letter."
      )
    case .wrongWords:
      (
        "More than one word is wrong, or words changed places.",
        "Compare all words with the page, letter by letter."
      )
    case .unknown:
      ("That is a share of another version.", "Use the newest evault.")
    case .tooFew(let have, let need):
      (
        "\(have) share\(have == 1 ? " is" : "s are") not enough; this recovery needs \(need).",
        "Bring \(need) of them together."
      )
    case .repeated(let number):
      ("Share \(number) was given twice.", "Take another page of the same set.")
    case .otherSet:
      (
        "The shares are of different sets.",
        "The pages say to which recovery-… each belongs; all must be of the same."
      )
    case .otherVault:
      (
        "The shares are of another vault.",
        "Give that vault with --vault PATH; or look for the pages of this one."
      )
    case .removed:
      (
        "This recovery was removed from the vault; its shares open nothing any more.",
        "Destroy the pages. Another recovery may be there: evault member list, by any member."
      )
    case .openNothing:
      (
        "The shares fit together and open nothing.",
        "One of the pages was made up, or the vault never took this recovery in. Try other pages of the set."
      )
    }
  }

  /// "word 3 (line 1, place 3), word 9 (line 3, place 1)".
  private static func placed(_ places: [Int]) -> ScreenText {
    let all = places.prefix(8).map { "word \($0) (\(line($0).text))" }.joined(separator: ", ")
    return "\(all)\(places.count > 8 ? " and more" : "")"
  }

  private static func line(_ place: Int) -> ScreenText {
    let index = place - 1
    let width = RecoveryShare.wordsPerLine
    return "line \(index / width + 1), place \(index % width + 1)"
  }
}
