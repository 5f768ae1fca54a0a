extension Schema {
  /// Version 1.
  ///
  /// Rows with random ids are kept in the order of their ids (`WITHOUT ROWID`), so that the file
  /// does not tell in which order they were written. Rows that are numbered anyway are kept by
  /// number, where appending is cheapest. Listing parts and wraps have tables of their own, so that
  /// a scan of them touches no body.
  static let format1 = [
    """
    CREATE TABLE headers (
      name TEXT NOT NULL PRIMARY KEY,
      value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    keyed("cells"),
    keyed("requests"),
    keyed("records"),
    """
    CREATE TABLE listings (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16) REFERENCES records (id),
      body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    keyed("wraps"),
    """
    CREATE TABLE leaves (
      key BLOB NOT NULL PRIMARY KEY CHECK (length(key) = 18),
      value BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE tiles (
      path BLOB NOT NULL PRIMARY KEY,
      body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    numbered("roster"),
    numbered("log"),
    gapless("roster"),
    gapless("log"),
    fixed("roster", against: "UPDATE"),
    fixed("roster", against: "DELETE"),
    fixed("log", against: "UPDATE"),
    fixed("log", against: "DELETE"),
    """
    CREATE TABLE details (
      number INTEGER NOT NULL PRIMARY KEY
        REFERENCES log (number) DEFERRABLE INITIALLY DEFERRED,
      body BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE detail_wraps (
      number INTEGER NOT NULL PRIMARY KEY REFERENCES details (number),
      body BLOB NOT NULL
    ) STRICT
    """,
    fixed("details", against: "UPDATE"),
  ]

  private static func keyed(_ table: String) -> String {
    """
    CREATE TABLE \(table) (
      id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
      body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """
  }

  private static func numbered(_ table: String) -> String {
    """
    CREATE TABLE \(table) (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number >= 0),
      body BLOB NOT NULL
    ) STRICT
    """
  }

  /// A row's number is the number of rows before it.
  private static func gapless(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_gapless BEFORE INSERT ON \(table)
    WHEN NEW.number IS NOT (SELECT coalesce(max(number) + 1, 0) FROM \(table))
    BEGIN SELECT RAISE(ABORT, 'gap'); END
    """
  }

  private static func fixed(_ table: String, against act: String) -> String {
    """
    CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table)
    BEGIN SELECT RAISE(ABORT, 'fixed'); END
    """
  }
}
