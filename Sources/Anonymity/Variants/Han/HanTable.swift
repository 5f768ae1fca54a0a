/// What Unihan says of a character, from the generated data, decoded once.
struct HanTable: Sendable {
  static let shared = HanTable()

  /// How another form of a character came about; the numbers are those of Scripts/han_tables.py.
  enum Form: Int, Sendable { case simplified, traditional, japanese, variant }

  /// A syllable of Mandarin: letters with v for ü, and the tone, 5 where there is none.
  struct Sound: Hashable, Sendable {
    let letters: String
    let tone: Int
  }

  struct Character: Sendable {
    /// Korean readings, the usual one first; ㄹ and ㄴ as before the initial-sound law.
    var hangul: [HangulSyllable] = []
    var sounds: [Sound] = []
    var forms: [(form: Form, scalar: UInt32)] = []
  }

  /// In order, for a search by halves.
  private let scalars: [UInt32]
  private let starts: [Int]
  private let records: [UInt8]
  private let sounds: [String]
  private let compatibility: [UInt32: UInt32]

  private init() {
    var scalars: [UInt32] = []
    var value: UInt32 = 0
    var step: UInt32 = 0
    var shift: UInt32 = 0
    for byte in Base64.decode(HanData.scalars) {
      step |= UInt32(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 == 0 {
        value += step
        scalars.append(value)
        (step, shift) = (0, 0)
      }
    }
    let records = Base64.decode(HanData.records)
    var starts: [Int] = []
    var at = 0
    for _ in scalars {
      starts.append(at)
      let counts = Int(records[at])
      at += 1 + 2 * (counts & 3 + counts >> 2 & 3) + 3 * (counts >> 4)
    }
    self.scalars = scalars
    self.starts = starts
    self.records = records
    sounds = String(decoding: Base64.decode(HanData.sounds), as: UTF8.self)
      .split(separator: " ").map(String.init)
    let pairs = Base64.decode(HanData.compatibility)
    var compatibility: [UInt32: UInt32] = [:]
    func point(_ i: Int) -> UInt32 {
      UInt32(pairs[i]) | UInt32(pairs[i + 1]) << 8 | UInt32(pairs[i + 2]) << 16
    }
    for i in stride(from: 0, to: pairs.count, by: 6) { compatibility[point(i)] = point(i + 3) }
    self.compatibility = compatibility
  }

  /// The character that a compatibility character stands for; any other is itself.
  func unified(_ scalar: UInt32) -> UInt32 { compatibility[scalar] ?? scalar }

  /// Nil for a character that no table of names holds.
  func character(_ scalar: UInt32) -> Character? {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    guard low < scalars.count, scalars[low] == scalar else { return nil }
    var at = starts[low]
    let counts = Int(records[at])
    at += 1
    func next() -> Int {
      defer { at += 2 }
      return Int(records[at]) | Int(records[at + 1]) << 8
    }
    var out = Character()
    for _ in 0..<counts & 3 {
      if let syllable = HangulSyllable(UInt32(0xAC00 + next())) { out.hangul.append(syllable) }
    }
    for _ in 0..<counts >> 2 & 3 {
      let value = next()
      out.sounds.append(Sound(letters: sounds[value & 0xFFF], tone: value >> 12))
    }
    for _ in 0..<counts >> 4 {
      let value = next()
      let form = Form(rawValue: Int(records[at]))
      at += 1
      if let form { out.forms.append((form, scalars[value])) }
    }
    return out
  }
}
