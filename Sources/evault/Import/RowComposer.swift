import Anonymity
import EvidenceVault
import Foundation

/// Makes a testimony file out of the cells of a row.
struct RowComposer {
  /// The most bytes of a row: a testimony, every byte of it doubled, and something for the rest.
  static let longestRow = 2 * TestimonyPreface.limit + (1 << 20)

  let mapping: ArchiveMapping

  /// - Parameter cells: by column; a column that is not there says nothing.
  func draft(_ cells: [String: String]) throws(RowFault) -> ArchiveRow.Draft {
    let texts = mapping.text.compactMap { cells[$0] }.filter { $0.contains { !$0.isWhitespace } }
    guard !texts.isEmpty else {
      throw RowFault(column: mapping.text[0], reason: "expected a text that has words")
    }
    var values: [(key: String, value: String)] = []
    func add(_ key: String, _ column: String?, _ adapt: (String) -> String = { $0 })
      throws(RowFault)
    {
      guard let column, let value = Self.trimmed(cells[column]).map(adapt) else { return }
      if let expected = FrontMatter.fault(in: key, value) {
        throw RowFault(column: column, reason: "expected \(expected)")
      }
      values.append((key, value))
    }
    try add("title", mapping.title)
    try add("date", mapping.date)
    try add("language", mapping.language)
    try add("source", mapping.source, Self.sourceName)
    return ArchiveRow.Draft(
      archive: mapping.archive, identity: mapping.identity.flatMap { Self.trimmed(cells[$0]) },
      file: Array((FrontMatter.lines(values) + texts.joined(separator: "\n\n")).utf8),
      source: values.first { $0.key == "source" }?.value, sourceColumn: mapping.source)
  }

  /// A code as it is written everywhere; what is none names a source file, with or without its ending.
  private static func sourceName(_ value: String) -> String {
    if let code = Code(value, .source) { return code.text }
    return value.hasSuffix(".yaml") || value.hasSuffix(".yml") || value.uppercased().hasPrefix("S-")
      ? value : value + ".yaml"
  }

  private static func trimmed(_ cell: String?) -> String? {
    let value = cell?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    return value.isEmpty ? nil : value
  }
}
