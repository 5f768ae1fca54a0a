/// Writes the forms of identifiers as drafts of patterns, and leaves out what no text can hold.
struct FormWriter {
  private(set) var drafts = PatternDrafts()
  private let beginnings: Beginnings?
  private var units: [FoldedUnit] = []
  private var turned: [FoldedUnit] = []

  /// - Parameter beginnings: of the texts where alone they will be sought; `nil` for any text.
  init(_ beginnings: Beginnings?) { self.beginnings = beginnings }

  mutating func sort() { drafts.sort() }

  /// - Parameter index: the identifier's.
  mutating func write(_ identifier: KnownIdentifier, _ index: Int) {
    if beginnings?.mayHold(identifier) == false { return }
    if WrittenForms.isWholeName(identifier) {
      writeName(identifier, identifier.text, index)
    } else {
      for form in WrittenForms.of(identifier) { write(form, index) }
    }
  }

  private mutating func write(_ form: Pattern.Form, _ index: Int) {
    fold(form.text)
    add(units, index, form.demands)
    for text in otherCases(form.text) {
      fold(text)
      add(units, index, form.demands)
    }
  }

  /// A name in all orders of its words; it is folded but once, as there are very many.
  private mutating func writeName(_ identifier: KnownIdentifier, _ text: String, _ index: Int) {
    fold(text)
    guard !units.isEmpty else { return }
    let others = text == identifier.text ? otherCases(text) : []
    let demands = WrittenForms.demands(of: identifier, units)
    add(units, index, atEdges(demands, first: units[..<(wordStarts(text).first ?? units.count)]))
    if units.contains(where: { $0.traits.kind == .hangul }) {
      if let turned = NameOrders.turnedHangul(text), demands.contains(.person) {
        write(Pattern.Form(text: turned, demands: [demands, .listedGaps]), index)
      }
    } else {
      writeOrders(text, index, demands)
    }
    for other in others { writeName(identifier, other, index) }
  }

  /// The words of an alphabet turned round, as `NameOrders` has them.
  private mutating func writeOrders(_ text: String, _ index: Int, _ demands: Pattern.Demands) {
    let starts = wordStarts(text)
    guard !starts.isEmpty, starts.count < NameOrders.mostWords,
      units.allSatisfy({ !$0.traits.isLetter || $0.traits.script.isAlphabetic })
    else { return }
    // Where the word begins that comes last.
    var last = 0
    for start in starts {
      turned.removeAll(keepingCapacity: true)
      turned += units[start...]
      turned += units[..<start]
      turned[units.count - start].gap = .space
      turned[0].gap = []
      let next = starts.first { $0 > start } ?? units.count
      add(
        turned, index, atEdges(demands, first: units[start..<next], last: units[last..<start]))
      last = start
    }
  }

  private func atEdges(
    _ demands: Pattern.Demands, first: ArraySlice<FoldedUnit>, last: ArraySlice<FoldedUnit> = []
  ) -> Pattern.Demands {
    var demands = demands
    if isShort(first) { demands.insert(.startsWord) }
    if isShort(last) { demands.insert(.endsWord) }
    return demands
  }

  private func isShort(_ word: ArraySlice<FoldedUnit>) -> Bool {
    !word.isEmpty && word.count < units.count && word.count { $0.isFirst } < 3
      && word.allSatisfy { $0.traits.kind == .latin }
  }

  /// Where the words but the first begin.
  private func wordStarts(_ text: String) -> [Int] {
    let bytes = Array(text.utf8)
    return units.indices.dropFirst().filter { i in
      let gap = units[i].gap
      if !gap.isDisjoint(with: [.space, .newline]) { return true }
      guard gap.contains(.hard) else { return false }
      // Of all signs only commas part the words of a name.
      let between = String(decoding: bytes[units[i - 1].offset..<units[i].offset], as: UTF8.self)
      return between.contains { $0 == "," || $0 == "，" }
    }
  }

  private mutating func fold(_ text: String) {
    units.removeAll(keepingCapacity: true)
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8.span
    Folding.units(of: bytes, in: 0..<bytes.count, notes: true, into: &units)
  }

  private mutating func add(_ units: [FoldedUnit], _ index: Int, _ demands: Pattern.Demands) {
    guard !units.isEmpty, beginnings?.mayHold(units) ?? true else { return }
    drafts.add(units, index, demands)
  }

  /// The upper and lower case of what was folded last, where those are keyed differently: a Greek
  /// capital may look like another Latin letter than its small form does.
  private func otherCases(_ text: String) -> [String] {
    let isGreek = units.contains { $0.traits.kind == .greek || $0.traits.kind == .other }
    return isGreek ? Set([text.uppercased(), text.lowercased()]).subtracting([text]).sorted() : []
  }
}
