import Glibc
import Sealing

/// Rows under headings, aligned by display width.
struct Table {
  private let headings: [ScreenText]
  private var rows: [[ScreenText]] = []

  init(_ headings: ScreenText...) { self.headings = headings }

  /// Adds a row; it has a cell for each heading.
  mutating func add(_ cells: ScreenText...) {
    precondition(cells.count == headings.count, "a cell for each heading")
    rows.append(cells)
  }

  var isEmpty: Bool { rows.isEmpty }

  /// The lines, each ended by a line break, without spaces at their ends.
  ///
  /// - Parameter columns: of the terminal that will show them: cells that are too wide for it are
  ///   broken into lines. `nil`, for a pipe or a file, leaves every row one line.
  func rendered(style: Style, columns: Int? = nil) -> String {
    let all = [headings] + rows
    let widths = widths(all, columns)
    var lines = ""
    for (number, row) in all.enumerated() {
      let cells = zip(row, widths).map { LineWrap.lines($0.text, width: $1) }
      for part in 0..<(cells.map(\.count).max() ?? 0) {
        var line = ""
        for (column, cell) in cells.enumerated() {
          let text = part < cell.count ? cell[part] : ""
          line += text
          guard column < row.count - 1 else { continue }
          line += String(repeating: " ", count: widths[column] - DisplayWidth.of(text) + 2)
        }
        while line.last == " " { line.removeLast() }
        lines += (number == 0 ? style.bold(line) : line) + "\n"
      }
    }
    return lines
  }

  /// What each column takes: as much as its widest cell, but no more than the terminal has. Columns
  /// that can be broken between words are narrowed first.
  private func widths(_ rows: [[ScreenText]], _ columns: Int?) -> [Int] {
    var widths = headings.indices.map { column in
      rows.map { DisplayWidth.of($0[column].text) }.max() ?? 0
    }
    guard let columns else { return widths }
    var over = widths.reduce(2 * (widths.count - 1), +) - columns
    let words = headings.indices.map { column in
      rows.map { LineWrap.widestWord($0[column].text) }.max() ?? 0
    }
    for least in [words, words.map { min($0, 8) }] {
      while over > 0 {
        let wide = widths.indices.filter { widths[$0] > least[$0] }
        guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        over -= 1
      }
    }
    return widths
  }
}

extension Table {
  /// For standard output.
  func rendered(for output: Output) -> String {
    rendered(style: output.style, columns: Terminal.columns(STDOUT_FILENO))
  }

  /// For where confidential text goes.
  func rendered(for place: ConfidentialOutput.Destination) -> String {
    rendered(style: .plain, columns: place == .terminal ? Terminal.columns(STDOUT_FILENO) : nil)
  }
}
