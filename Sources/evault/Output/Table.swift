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
  func rendered(style: Style) -> String {
    let all = [headings] + rows
    let widths = headings.indices.map { column in
      all.map { DisplayWidth.of($0[column].text) }.max() ?? 0
    }
    var lines = ""
    for (number, row) in all.enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        let last = column == row.count - 1
        let padding = last ? 0 : widths[column] - DisplayWidth.of(cell.text) + 2
        line += cell.text + String(repeating: " ", count: padding)
      }
      while line.last == " " { line.removeLast() }
      lines += (number == 0 ? style.bold(line) : line) + "\n"
    }
    return lines
  }
}
