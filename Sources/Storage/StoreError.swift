/// Why a store could not do what was asked. No case carries content, an id or a path.
public enum StoreError: Error, Equatable, Sendable {
  /// Another process held the vault for longer than the waiting time.
  case busy
  /// A row that must be new is there already, or a chain would get a gap.
  case conflict
  /// The files are not a vault of this kind, or are damaged.
  case damaged
  /// The files were written by a newer program.
  case newerFormat
  /// The files were written by an older program, and must be upgraded first.
  case olderFormat
  /// No vault is there.
  case missing
  /// Something is already where a vault was to be made.
  case exists
  /// The disk is full.
  case full
  /// The files may not be written (permissions, read-only medium).
  case readOnly
  /// A network file system, symbolic link, FIFO or other file that a vault must not be on.
  case unsuitable
  /// Any other failure of input or output.
  case inputOutput
}
