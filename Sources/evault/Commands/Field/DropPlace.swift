import ArgumentParser
import EvidenceVault
import Sealing

/// A drop as a person names it: its code in the inbox, or a drop file.
enum DropPlace: ExpressibleByArgument {
  case inbox(Code)
  case file(String)

  /// What looks like a code is one, or nothing; a file of such a name is `./D-…`.
  init?(argument: String) {
    if let code = Code(argument, .drop) {
      self = .inbox(code)
    } else if argument.isEmpty || Self.looksLikeCode(argument) {
      return nil
    } else {
      self = .file(argument)
    }
  }

  private static func looksLikeCode(_ argument: String) -> Bool {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count == 1
      && parts[1].allSatisfy { $0.isLetter || $0.isNumber }
  }

  /// As it is typed.
  var argument: String {
    switch self {
    case .inbox(let code): code.text
    case .file(let path): path
    }
  }

  /// Reads a drop file.
  static func read(_ path: String) throws -> FieldDrop {
    if path != "-" {
      let file: OpenFile
      do throws(FileError) { file = try OpenFile(at: path) } catch {
        throw Failure(reading: path, error)
      }
      if let drop = try FieldDrop(carrying: file) { return drop }
    }
    return try FieldDrop(try InputFile(path, limit: FieldDrop.limit).bytes)
  }
}

/// What `intake accept` made of one drop.
struct AcceptedDrop: Encodable {
  /// The drop's code.
  let drop: Code
  let testimony: Code
  let source: Code
  /// Of a drop file.
  let kit: KitSummary?
  /// What came with it.
  let attachments: [Code]
  /// Whether only attachments came in, because the testimony was there.
  let isLate: Bool

  init(
    _ place: DropPlace, as source: Code?, isNew: Bool, _ session: Session,
    _ custodian: borrowing Permit<CustodianRole>, _ bar: ByteProgress
  ) throws {
    switch place {
    case .inbox(let code):
      let codes = try session.accept(code, as: source, by: custodian)
      (drop, testimony, self.source, kit) = (code, codes.testimony, codes.source, nil)
      (attachments, isLate) = ([], false)
    case .file(let path):
      let done = try session.accept(
        try DropPlace.read(path), as: source, isNew: isNew, by: custodian
      ) { bar.advance(to: $0, of: $1) }
      (drop, testimony, self.source, kit) = (done.drop, done.testimony, done.source, done.kit)
      (attachments, isLate) = (done.attachments, done.isLate)
    }
  }

  /// Its codes on one line: drop, testimony, source, attachments.
  var line: String {
    ([drop, testimony, source] + attachments).map(\.text).joined(separator: " ") + "\n"
  }
}

/// What a custodian should know of a drop before accepting it.
enum DropAdvice {
  static func tell(_ like: [SourceLikeness], of drop: DropPlace, _ output: Output) {
    for one in like {
      output.warn(
        "Perhaps the same person as \(one.source.text): the same \(one.kinds.joined(separator: ", ")). If so: evault intake accept \(drop.argument) --source \(one.source.text)"
      )
    }
  }

  /// Who else may have read it.
  static func warn(_ kit: KitSummary?, _ drop: Code, _ output: Output) {
    guard let kit else { return }
    switch kit.state {
    case .current, .lost: break
    case .earlier:
      output.warn(
        "\(drop.text) was sealed to keys of before a rotation (kit \(kit.code.text)): whoever held them and has left since could open the file. Give out a new kit."
      )
    case .expired:
      output.warn(
        "The kit \(kit.code.text) of \(drop.text) is good until \(kit.lastDay) only. Give out a new one."
      )
    }
  }
}
