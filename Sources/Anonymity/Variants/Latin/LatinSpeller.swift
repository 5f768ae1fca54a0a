/// Spells the words of a name in Latin letters, in many consistent ways.
struct LatinSpeller {
  /// Per word, its tokens; a sound is a place in `sounds`.
  private let words: [[Piece]]
  /// The sounds that occur, each once.
  private let sounds: [LatinSound]

  private enum Piece {
    case letters(String)
    case sound(Int)
  }

  /// What is written for each of the sounds.
  struct Choice {
    fileprivate let texts: [String]
  }

  init(_ words: [[LatinToken]]) {
    var sounds: [LatinSound] = []
    self.words = words.map { tokens in
      tokens.map { token in
        switch token {
        case .letters(let text): return .letters(text)
        case .sound(let sound):
          if let place = sounds.firstIndex(of: sound) { return .sound(place) }
          sounds.append(sound)
          return .sound(sounds.count - 1)
        }
      }
    }
    self.sounds = sounds
  }

  /// The choices of all systems and then mixtures, the likeliest first.
  ///
  /// - Parameter count: how many mixtures to make; some repeat what a system gives.
  func choices(mixtures count: Int) -> [Choice] {
    choices(of: LatinSystem.all) + mixtures(count)
  }

  func choices(of systems: [LatinSystem]) -> [Choice] {
    systems.map { system in Choice(texts: sounds.map { system.spelling(of: $0) }) }
  }

  /// The cheapest combinations of options, kept few while sound after sound is added.
  private func mixtures(_ count: Int) -> [Choice] {
    var beam: [(cost: Int, texts: [String])] = [(0, [])]
    for sound in sounds {
      let options = LatinSound.table[sound.rawValue]
      if options.count == 1 {
        for i in beam.indices { beam[i].texts.append(options[0].text) }
        continue
      }
      var next: [(cost: Int, head: Int, option: Int)] = []
      next.reserveCapacity(beam.count * options.count)
      for (head, one) in beam.enumerated() {
        for (i, option) in options.enumerated() { next.append((one.cost + option.cost, head, i)) }
      }
      next.sort { ($0.cost, $0.head, $0.option) < ($1.cost, $1.head, $1.option) }
      beam = next.prefix(count).map { ($0.cost, beam[$0.head].texts + [options[$0.option].text]) }
    }
    return beam.map { Choice(texts: $0.texts) }
  }

  /// Some of the words by a choice, with capitals.
  func text(_ places: [Int], _ choice: Choice) -> String {
    var out: [UInt8] = []
    for place in places {
      if !out.isEmpty { out.append(0x20) }
      append(words[place], choice, to: &out)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The first letter of a word, as an initial: "Yu.", "I.".
  /// - Parameter isOneLetter: `Y.` for Ya and Yu.
  func initial(_ place: Int, _ choice: Choice, isOneLetter: Bool = false) -> String {
    guard let first = words[place].first else { return "" }
    let piece: Piece =
      if case .letters(let text) = first { .letters(String(text.prefix(1))) } else { first }
    var out: [UInt8] = []
    append([piece], choice, to: &out)
    return String(decoding: isOneLetter ? out.prefix(1) : out[...], as: UTF8.self) + "."
  }

  private func append(_ pieces: [Piece], _ choice: Choice, to out: inout [UInt8]) {
    var isStart = true
    for piece in pieces {
      let text =
        switch piece {
        case .letters(let text): text
        case .sound(let sound): choice.texts[sound]
        }
      for byte in text.utf8 {
        out.append(isStart && byte &- 0x61 < 26 ? byte - 0x20 : byte)
        isStart = byte == 0x2D
      }
    }
  }
}
