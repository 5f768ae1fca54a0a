/// Reads one record of a CSV file byte by byte, after RFC 4180: fields between delimiters; a field that
/// begins with a quote goes to the next single quote, and may have delimiters, line breaks and doubled
/// quotes in it; CRLF or LF ends the record.
///
/// The libraries that read CSV in Swift take whole files and tell no line. A row that is refused must be
/// found again in its file, so the states are here.
///
/// What the RFC does not allow is a fault of this record and not of the next: outside quotes a line
/// break ends it in any case.
struct CSVMachine {
  enum Fault: Equatable {
    /// A quote in a field that does not begin with one.
    case quoteInside
    /// Something behind the quote that ends a field.
    case textBehindQuote
    /// The file ends within quotes.
    case quoteOpen
    /// A carriage return without a line feed, outside quotes.
    case returnAlone
  }

  private enum State { case fieldStart, plain, quoted, afterQuote, afterReturn }

  private let delimiter: UInt8
  private let limit: Int
  private var state = State.fieldStart
  private var field: [UInt8] = []
  private var kept = 0
  /// Those that ended so far.
  private(set) var fields: [[UInt8]] = []
  /// The first fault, and in which field from 0 on.
  private(set) var fault: (fault: Fault, field: Int)?

  /// - Parameter limit: bytes beyond are not kept; whoever asks refuses the record then.
  init(delimiter: UInt8, limit: Int) {
    self.delimiter = delimiter
    self.limit = limit
  }

  /// - Returns: whether the byte ended the record.
  mutating func take(_ byte: UInt8) -> Bool {
    if state == .quoted {
      if byte == 0x22 { state = .afterQuote } else { keep(byte) }
      return false
    }
    if state == .afterReturn, byte != 0x0A {
      wrong(.returnAlone)
      state = .plain
    }
    switch byte {
    case 0x0A:
      end()
      return true
    case 0x0D: state = .afterReturn
    case delimiter: end()
    case 0x22 where state == .fieldStart: state = .quoted
    case 0x22 where state == .afterQuote:
      keep(byte)
      state = .quoted
    default:
      if state == .afterQuote {
        wrong(.textBehindQuote)
      } else if byte == 0x22 {
        wrong(.quoteInside)
      }
      keep(byte)
      state = .plain
    }
    return false
  }

  /// The file is at its end.
  mutating func finish() {
    switch state {
    case .quoted: wrong(.quoteOpen)
    case .afterReturn: wrong(.returnAlone)
    default: break
    }
    end()
  }

  private mutating func end() {
    fields.append(field)
    field = []
    state = .fieldStart
  }

  private mutating func keep(_ byte: UInt8) {
    kept += 1
    if kept <= limit { field.append(byte) }
  }

  private mutating func wrong(_ what: Fault) {
    if fault == nil { fault = (what, fields.count) }
  }
}

extension CSVMachine.Fault {
  /// What was expected where it is.
  var expected: String {
    switch self {
    case .quoteInside: "a field with a quote in it to stand in quotes, and that quote to be doubled"
    case .textBehindQuote: "a delimiter or the end of the line behind the quote that ends a field"
    case .quoteOpen: "a quote that ends the field, before the file ends"
    case .returnAlone: "a line to end with LF or CRLF, not with CR alone"
    }
  }
}
