import Glibc

/// Words of a share as they were typed or read, in locked memory.
///
/// A class, so that several lines can be kept in a list.
public final class ShareText: Sendable {
  /// The most bytes that are read as shares: 64 KiB, some hundred pages.
  public static let limit = 64 * 1_024
  private static let lineLimit = 1_024
  let bytes: SecretBytes

  init(_ bytes: consuming SecretBytes) { self.bytes = bytes }

  /// How many words there are, headings left out.
  public var wordCount: Int { RecoveryShare.places(in: bytes).count }

  /// Which words, from 1, are none that a share has.
  public var strangeWords: [Int] {
    let places = RecoveryShare.places(in: bytes)
    return bytes.withBytes { text in
      places.indices.filter {
        ShareWord.read(text, at: places[$0].start, count: places[$0].count) == nil
      }.map { $0 + 1 }
    }
  }

  /// Asks for a line at a terminal, which shows it: it stands on the page as well.
  public static func ask(
    _ terminal: borrowing Terminal, prompt: String
  ) throws -> ShareText {
    let buffer = try SecretBytes.zeros(lineLimit)
    let count = try buffer.withMutableBytes { span in
      try terminal.readLine(prompt: prompt, echo: true, into: &span, from: 0)
    }
    return ShareText(try buffer.part(0..<count))
  }

  /// Reads shares from a file, or with `-` from standard input: one or more, page after page.
  ///
  /// - Throws: ``FileError``; ``ShareError/wordCount(_:)`` unless the words make whole shares.
  public static func read(_ path: String) throws -> [ShareText] {
    let file = path == "-" ? nil : try OpenFile(at: path)
    let buffer = try SecretBytes.zeros(limit)
    let count = try withExtendedLifetime(file) {
      try FileDescriptor.fill(buffer, from: file?.descriptor ?? STDIN_FILENO)
    }
    guard count < limit else { throw FileError.tooLarge }
    return try shares(in: ShareText(try buffer.part(0..<count)))
  }

  static func shares(in whole: ShareText) throws -> [ShareText] {
    let places = RecoveryShare.places(in: whole.bytes)
    let size = RecoveryShare.wordCount
    guard !places.isEmpty, places.count % size == 0 else {
      throw ShareError.wordCount(places.count)
    }
    return try stride(from: 0, to: places.count, by: size).map { first in
      let last = places[first + size - 1]
      return ShareText(try whole.bytes.part(places[first].start..<(last.start + last.count)))
    }
  }

  /// The lines of one share, in order.
  public static func joined(_ lines: [ShareText]) throws(SealingError) -> ShareText {
    var all = try SecretBytes.zeros(0)
    for line in lines {
      all = try all.joined(with: [0x0A]).joined(with: line.bytes)
    }
    return ShareText(all)
  }

  /// The share that the words are.
  ///
  /// - Throws: ``ShareError``.
  public func share() throws -> RecoveryShare { try RecoveryShare.read(words: bytes) }
}

extension RecoveryShare {
  /// Writes the words to a terminal.
  public func show(on terminal: borrowing Terminal) throws {
    let words = try words()
    try words.withBytes { try terminal.show($0) }
  }

  /// Writes the words to a descriptor.
  public func write(to descriptor: Int32) throws {
    let words = try words()
    try words.withBytes { try FileDescriptor.write($0, to: descriptor) }
  }
}
