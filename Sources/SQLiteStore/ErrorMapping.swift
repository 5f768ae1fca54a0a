internal import GRDB
internal import Storage

/// Runs statements; what SQLite refuses becomes a ``StoreError`` without text of any row or path.
func sqlite<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
  do {
    return try body()
  } catch let error as StoreError {
    throw error
  } catch let error as DatabaseError {
    throw StoreError(error.extendedResultCode)
  } catch is RowDecodingError {
    throw .damaged
  } catch {
    throw .inputOutput
  }
}

extension StoreError {
  /// What a result code of SQLite means for the caller.
  init(_ code: ResultCode) {
    switch code {
    // The shared-memory file could not grow: the disk is full.
    case .SQLITE_IOERR_SHMSIZE: self = .full
    case .SQLITE_CANTOPEN_SYMLINK: self = .unsuitable
    default: self.init(primary: code.primaryResultCode)
    }
  }

  private init(primary code: ResultCode) {
    switch code {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CONSTRAINT: self = .conflict
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly
    // A missing table or another type of column: not what this program made.
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH,
      .SQLITE_FORMAT:
      self = .damaged
    default: self = .inputOutput
    }
  }
}
