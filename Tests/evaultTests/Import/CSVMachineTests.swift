import Testing

@testable import evault

/// The rules of RFC 4180, section 2, each by its number.
struct CSVMachineTests {
  /// Records of a text, each with its fields; faults as `!`.
  private func records(_ text: String, delimiter: UInt8 = 0x2C, limit: Int = 100) -> [[String]] {
    var all: [[String]] = []
    var machine = CSVMachine(delimiter: delimiter, limit: limit)
    var count = 0
    func keep() {
      let fault = machine.fault.map { ["!\($0.fault) \($0.field)"] } ?? []
      all.append(machine.fields.map { String(decoding: $0, as: UTF8.self) } + fault)
      machine = CSVMachine(delimiter: delimiter, limit: limit)
      count = 0
    }
    for byte in text.utf8 {
      count += 1
      if machine.take(byte) { keep() }
    }
    if count > 0 {
      machine.finish()
      keep()
    }
    return all
  }

  @Test func `1, 2: a line break ends a record, and need not be there at the end`() {
    #expect(records("aaa,bbb\r\nzzz,yyy\r\n") == [["aaa", "bbb"], ["zzz", "yyy"]])
    #expect(records("aaa,bbb\nzzz,yyy") == [["aaa", "bbb"], ["zzz", "yyy"]])
  }

  @Test func `4: spaces belong to a field, and a delimiter at the end begins one more`() {
    #expect(records(" a , b\n") == [[" a ", " b"]])
    #expect(records("a,\n,b\n,") == [["a", ""], ["", "b"], ["", ""]])
  }

  @Test func `5, 6: a field in quotes may have line breaks and delimiters in it`() {
    #expect(
      records("\"aaa\",\"b\r\nbb\",\"c,c\"\r\nzzz,yyy,\"\"\r\n")
        == [["aaa", "b\r\nbb", "c,c"], ["zzz", "yyy", ""]])
  }

  @Test func `7: a quote in quotes is doubled`() {
    #expect(records("\"aaa\",\"b\"\"bb\",\"\"\"\"\n") == [["aaa", "b\"bb", "\""]])
  }

  @Test func `what is not allowed is a fault of its record, and the next one is read`() {
    #expect(records("a,b\"c\nd,e\n") == [["a", "b\"c", "!quoteInside 1"], ["d", "e"]])
    #expect(records("\"a\"b,c\nd,e\n") == [["ab", "c", "!textBehindQuote 0"], ["d", "e"]])
    #expect(records("a\rb\nd\n") == [["ab", "!returnAlone 0"], ["d"]])
    #expect(records("a\nb,\"c\nd") == [["a"], ["b", "c\nd", "!quoteOpen 1"]])
    #expect(records("a\r") == [["a", "!returnAlone 0"]])
  }

  @Test func `another delimiter leaves commas alone`() {
    #expect(records("a;b,c\n", delimiter: 0x3B) == [["a", "b,c"]])
    #expect(records("a\tb\n", delimiter: 0x09) == [["a", "b"]])
  }

  @Test func `no more than the limit is kept of a record`() {
    #expect(records("abcdef,ghi\nj\n", limit: 4) == [["abcd", ""], ["j"]])
  }
}
