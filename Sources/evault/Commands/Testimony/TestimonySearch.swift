import ArgumentParser
import EvidenceVault

struct TestimonySearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find testimonies by words (researcher).",
    discussion: """
      The words are asked for at the terminal, or read from standard input with -. Found are \
      testimonies that have all of them, in title, text or notes; "several words" in quotes stand \
      side by side. Case and accents do not count, Korean may be spaced otherwise, and Russian words \
      are found in other cases. The log keeps that you searched, not the words.

      Example:
        evault testimony search --as brook
      """)

  @Argument(help: ArgumentHelp("- reads the words from standard input.", valueName: "-"))
  var words: String?

  @OptionGroup var filter: TestimonyFilter
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let place = try confidential.checkedDestination()
    let typed = words == nil ? nil : try ConfidentialInput.words(words, prompt: "")
    let session = try global.unlock()
    let researcher = try session.permit(ResearcherRole.self)
    let words = try typed ?? ConfidentialInput.words(nil, prompt: "Search for: ")
    let found: [FoundTestimony]
    do throws(VaultError) {
      found = try session.search(words, by: researcher).filter { filter.takes($0.testimony) }
    } catch {
      guard error == .input(.emptyText) else { throw error }
      throw Failure(.usage, "Nothing to search for.", next: "Type one word or more.")
    }
    struct Document: Encodable {
      struct Found: Encodable {
        let code: Code
        let title: String
        let date: String?
        let language: String
        let sentences: Int
        let passages: [FoundTestimony.Passage]
        /// How many places more there are.
        let more: Int
      }
      let testimonies: [Found]
    }
    let document = Document(
      testimonies: found.map { one in
        let testimony = one.testimony
        return .init(
          code: testimony.code, title: testimony.title, date: testimony.date,
          language: testimony.language, sentences: testimony.sentences, passages: one.passages,
          more: one.more)
      })
    try place.show(document, global.output) {
      found.isEmpty
        ? "No testimony has these words.\n" : found.map(Self.text).joined(separator: "\n")
    }
  }

  /// The number in brackets is the sentence's, as `testimony show` has it.
  private static func text(_ found: FoundTestimony) -> String {
    let testimony = found.testimony
    var text =
      "\(testimony.code)  \(testimony.date ?? "-")  \(testimony.language)  \(testimony.title)\n"
    for passage in found.passages {
      let place = passage.sentence.map { "[\($0)]" } ?? "Note by \(passage.note ?? ""):"
      text += "  \(place) \(passage.text)\n"
    }
    if found.more > 0 {
      text += "  and \(found.more) more place\(found.more == 1 ? "" : "s")\n"
    }
    return text
  }
}
