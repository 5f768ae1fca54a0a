/// Why an object was not sealed or opened. No case carries a name or content.
public enum ObjectError: Error, Equatable, Sendable {
  /// The file that was to be sealed has no byte.
  case empty
  /// Reading, or writing, a file failed.
  case file(FileError)
  /// Bytes that were not sealed here under this key, or whose hash is another.
  case notAuthentic
}

/// Turns an error of files into this one.
func objectFiles<Result: ~Copyable>(
  _ body: () throws(FileError) -> Result
) throws(ObjectError) -> Result {
  do throws(FileError) { return try body() } catch { throw .file(error) }
}
