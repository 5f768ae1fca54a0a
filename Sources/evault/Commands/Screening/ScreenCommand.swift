import ArgumentParser
import EvidenceVault
import Screen

struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Search a text, or the whole vault again, for everybody known now (custodian).",
    discussion: """
      FILE (or - for standard input) is a text from outside, such as an article about to be \
      published: shows every place that names somebody whom the vault knows, with line and column, \
      whose it is, and which of the two searches found it; below, guesses at what no record knows. \
      It is plain text, Markdown, HTML or JSON. Who speaks under the own name for --audience is left \
      out, and what --policy keeps; without them everybody is sought, and all but places. The log \
      keeps that you screened a text, neither the text nor its name.

      --all compares every working copy with what redaction makes today and writes anew what \
      differs; lists drafts that could not be approved; and searches every release that is out, in \
      every format. A release that names somebody who is protected now is an exposure: call it back, \
      tell the source, and export a corrected one. It can be interrupted and run again.

      Exit code 0: nobody was found. 3: the text names somebody, or a release does. 65: the text \
      cannot be checked, as it is no UTF-8, cut off, too large or has data embedded.

      Examples:
        evault screen article.html --as river
        evault screen - --audience public --policy public --output - --as river < article.txt
        evault screen article.md --also /srv/other-desk --as river
        evault screen --all --as river
      """)

  @Argument(
    help: ArgumentHelp("A text from outside, or -.", valueName: "file"), completion: .file())
  var file: String?

  @Flag(help: "All working copies, drafts and releases of the vault.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "txt, md, html or json; what the file's name ends in, or txt, when absent.",
      valueName: "format"))
  var format: FormatName?

  @Option(
    help: ArgumentHelp(
      "Leave out who speaks under the own name for this audience.", valueName: "name"))
  var audience: String?

  @Option(help: ArgumentHelp("Leave out the kinds that this policy keeps.", valueName: "name"))
  var policy: PolicyName?

  @OptionGroup var further: AlsoOptions
  @OptionGroup var confidential: ConfidentialOutput
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard all == (file == nil) else {
      throw ValidationError("Give a file to screen, or --all.")
    }
    if all, format != nil || audience != nil || policy != nil || !further.also.isEmpty {
      throw ValidationError("--format, --audience, --policy and --also go with a file.")
    }
    if all, confidential.output != nil {
      throw ValidationError("--all shows codes and no names; --output goes with a file.")
    }
  }

  func run() throws {
    guard let file else { return try ScreenAll(global: global).run() }
    let place = try confidential.checkedDestination()
    let text = try InputFile(file, limit: Screen.largestOutput)
    let own = try global.unlock()
    let sessions =
      [(path: nil as String?, session: own)]
      + (try further.unlock(global)).map {
        ($0.path as String?, $0.session)
      }
    let screened = try sessions.map { path, session in
      do {
        return (path, try screen(text, session))
      } catch {
        throw path.map { AlsoOptions.named($0, error) } ?? Failure(error)
      }
    }
    let result = ScreenedText(screened)
    try place.show(result.document, global.output) { result.text(for: place) }
    guard result.known.isEmpty else {
      throw Failure(
        .refused,
        "\(result.known.count) place\(result.known.count == 1 ? "" : "s") of the text name\(result.known.count == 1 ? "s" : "") somebody whom the vault knows.",
        next:
          "Change these words before the text leaves. If the source agreed to be named, the record has to say so: evault source show S."
      )
    }
  }

  private func screen(_ text: InputFile, _ session: Session) throws -> TextScreening {
    let custodian = try session.permit(CustodianRole.self)
    do throws(VaultError) {
      return try session.screen(
        text: text.bytes, format: format?.format ?? Self.format(of: text.name),
        fileName: text.name == "-" ? nil : PathParts.name(of: text.name), audience: audience,
        policy: policy?.name, by: custodian)
    } catch .refused(.screen(let refusal)) {
      throw Failure(
        .badInput, "The text cannot be checked: \(refusal.places.joined(separator: "; ")).",
        next:
          "It must be whole UTF-8 text, without pictures inside. Save an office document or a PDF as text or HTML first."
      )
    } catch {
      throw error
    }
  }

  private static func format(of name: String) -> OutputFormat {
    switch name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
    case "html", "htm", "xhtml": .html
    case "md", "markdown": .md
    case "json": .json
    default: .txt
    }
  }
}
