import ArgumentParser
import EvidenceVault

/// A code of one kind, as a person types it.
protocol CodeArgument: ExpressibleByArgument {
  static var letter: Code.Letter { get }
  init(code: Code)
}

extension CodeArgument {
  init?(argument: String) {
    guard let code = Code(argument, Self.letter) else { return nil }
    self.init(code: code)
  }
}

/// `S-4K7QM2`
struct SourceCode: CodeArgument {
  static let letter = Code.Letter.source
  let code: Code
}

/// `T-4K7QM2`
struct TestimonyCode: CodeArgument {
  static let letter = Code.Letter.testimony
  let code: Code
}

/// `E-4K7QM2`
struct ExcerptCode: CodeArgument {
  static let letter = Code.Letter.excerpt
  let code: Code
}

/// `R-4K7QM2`
struct RevealCode: CodeArgument {
  static let letter = Code.Letter.reveal
  let code: Code
}

/// `A-4K7QM2`
struct AttachmentCode: CodeArgument {
  static let letter = Code.Letter.attachment
  let code: Code
}

/// What can be exported: a testimony or an excerpt.
enum ExportedCode: ExpressibleByArgument {
  case testimony(Code)
  case excerpt(Code)

  init?(argument: String) {
    if let code = Code(argument, .testimony) {
      self = .testimony(code)
    } else if let code = Code(argument, .excerpt) {
      self = .excerpt(code)
    } else {
      return nil
    }
  }
}
