import Foundation

// With EVAULT_LIBFUZZER the fuzzer has the main function, and sees which ways a parser goes. Without it
// the inputs are changed blindly, which needs no build of its own.
#if LIBFUZZER
  private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  private let chosen = ProcessInfo.processInfo.environment["EVAULT_PARSER"].flatMap(Parser.init)

  @_cdecl("LLVMFuzzerTestOneInput")
  public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let chosen else { fatalError("EVAULT_PARSER names no parser") }
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    if let fault = chosen.fault(in: bytes) { fatalError(fault) }
    return 0
  }

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<Words>, _ test: Callback
  ) -> CInt

  /// What the linker takes for `main`, by the name that the package manager gives it.
  @_cdecl("ParserFuzz_main")
  public func fuzz(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>)
    -> CInt
  {
    var (count, words) = unsafe (count, words)
    return unsafe runFuzzer(&count, &words, testOneInput)
  }
#else
  /// Arguments: Vault, how many inputs for each parser, the first seed, and parsers if not all.
  @main struct Blind {
    static func main() throws {
      let arguments = Array(CommandLine.arguments.dropFirst())
      guard arguments.count >= 3, let count = Int(arguments[1]), let seed = UInt64(arguments[2])
      else { fatalError("ParserFuzz VAULT COUNT SEED [PARSER …]") }
      let named = arguments.dropFirst(3).compactMap(Parser.init)
      var faults = 0
      for parser in named.isEmpty ? Parser.allCases : named {
        let inputs = Inputs(arguments[0], for: parser)
        // Said before, so that a crash tells where.
        say("\(parser.rawValue) ")
        for number in 0..<UInt64(count) {
          var random = Seeded(state: seed &+ number)
          let bytes = inputs.next(&random)
          guard let fault = parser.fault(in: bytes) else { continue }
          faults += 1
          say("\n\(parser.rawValue), seed \(seed &+ number): \(fault)\n")
        }
      }
      say("\n\(count) inputs each, from seed \(seed): \(faults) faults\n")
      exit(faults == 0 ? 0 : 1)
    }

    private static func say(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
  }
#endif
