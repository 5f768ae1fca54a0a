/// What a member is called in the vault: chosen not to be a name, since it stands in arguments.
public enum Handle {
  /// 2 to 32 of `a` to `z`, `0` to `9` and `-`, beginning with a letter.
  public static func isValid(_ handle: String) -> Bool {
    let bytes = Array(handle.utf8)
    return (2...32).contains(bytes.count) && (0x61...0x7A).contains(bytes[0])
      && bytes.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
