import Sealing
import Storage

/// What was found when every attachment's file was opened, and the directory of files looked through.
public struct CheckedObjects: Equatable, Sendable {
  /// How many attachments there are.
  public internal(set) var attachments = 0
  /// Those whose file is missing, changed, or has another hash. Their records open.
  public internal(set) var damaged: [Code] = []
  /// How many records of attachments do not open; which files are theirs cannot be told.
  public internal(set) var unopened = 0
  /// Names of sealed files that no record names: of a run that was killed.
  public internal(set) var orphans: [String] = []
  /// Names of what is no sealed file at all: links, directories, files of others.
  public internal(set) var foreign: [String] = []
  /// How many old files an interrupted rotation of records has still to take away.
  public internal(set) var waiting = 0

  /// Whether anything was found that should not be so.
  public var isClean: Bool {
    damaged.isEmpty && unopened == 0 && orphans.isEmpty && foreign.isEmpty
  }
}

extension Session {
  /// Opens the file of every attachment, wholly, and throws away what it says.
  ///
  /// - Parameter progress: is told how many bytes of how many are done.
  /// - Returns: `nil` for who is no custodian, or when the store keeps no files.
  public func checkObjects(
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(VaultError) -> CheckedObjects? {
    try vaultErrors {
      guard store.directory != nil, roles.contains(.custodian) else { return nil }
      var found = CheckedObjects()
      let total = try read { reader in
        let named = try self.namedObjects(reader)
        try self.compare(try self.objects().contents(), named, &found)
        return named.sizes.reduce(0, +)
      }
      var done = 0
      var after: [UInt8]?
      while let next = try read({ try self.openNext(after: after, $0) }) {
        after = next.key
        guard let attachment = next.attachment else {
          if let code = next.code { found.damaged.append(code) }
          continue
        }
        do throws(ObjectError) {
          let digest = try attachment.object.digest { progress(done + $0, total) }
          if digest?.bytes != attachment.record.sha256.bytes {
            found.damaged.append(attachment.record.code)
          }
        } catch { found.damaged.append(attachment.record.code) }
        done += attachment.record.size
      }
      return found
    }
  }

  /// Moves what no record names out of `objects/` into `aside/`, and deletes nothing; logged.
  ///
  /// - Returns: the names.
  /// - Throws: ``IntegrityFault/record`` when the record of an attachment does not open: what seems to be an
  ///   orphan may be its file.
  public func setAsideOrphans(
    by permit: borrowing Permit<CustodianRole>
  ) throws(VaultError) -> [String] {
    try vaultErrors {
      guard let directory = store.directory else { throw StoreError.unsuitable }
      // Alone in the vault: an object whose record is being written has its name only in there.
      return try write { transaction in
        var found = CheckedObjects()
        let objects = try self.objects()
        try self.compare(
          try objects.contents(), try self.namedObjects(transaction.reader), &found)
        guard found.unopened == 0 else { throw VaultError.integrity(.record) }
        let names = found.orphans + found.foreign
        guard !names.isEmpty else { return [] }
        try transaction.log(.objectsSetAside, ["\(names.count)"], reason: "")
        try objects.setAside(names, into: directory + "/aside")
        return names
      }
    }
  }

  /// The objects that records name, and what else may be there.
  private struct Named {
    var names: Set<String> = []
    /// Bytes of each file.
    var sizes: [Int] = []
    var attachments = 0
    var unopened = 0
    /// What a rotation or an erasure has still to take away.
    var waiting: Set<String> = []
  }

  private func namedObjects(_ reader: Reader) throws -> Named {
    let held = try holding(.custodian, state, reader.store)
    var named = Named()
    named.waiting = try UnfinishedErasure(reader.store).objects
      .union(try supersededObjects(reader.store))
    for leaf in try reader.map.leaves(prefix: lookup.prefix(of: .attachment)) {
      named.attachments += 1
      guard let name = try? reader.objectName(leaf.key, leaf.leaf, held, me),
        let body = try? reader.body(leaf.key, leaf.leaf, .attachment, held, me),
        let record = try? Codec.decode(AttachmentRecord.self, body)
      else {
        named.unopened += 1
        continue
      }
      named.names.insert(name)
      named.sizes.append(record.size)
    }
    return named
  }

  private func compare(
    _ contents: ObjectDirectory.Contents, _ named: Named, _ found: inout CheckedObjects
  ) throws {
    found.attachments = named.attachments
    found.unopened = named.unopened
    found.foreign = contents.foreign
    let others = contents.objects.filter { !named.names.contains($0) }
    found.orphans = others.filter { !named.waiting.contains($0) }
    found.waiting = others.count - found.orphans.count
  }

  /// An attachment in the order of the map.
  private struct Next {
    let key: [UInt8]
    /// `nil` when the record does not open.
    let code: Code?
    /// `nil` when the object is missing or not of the right length or key.
    let attachment: OpenAttachment?
  }

  private func openNext(after: [UInt8]?, _ reader: Reader) throws -> Next? {
    guard let (key, leaf) = try reader.next(.attachment, after: after) else { return nil }
    let held = try holding(.custodian, state, reader.store)
    let body = try? reader.body(key, leaf, .attachment, held, me)
    let record = body.flatMap { try? Codec.decode(AttachmentRecord.self, $0) }
    return Next(
      key: key.bytes, code: record?.code,
      attachment: try? reader.attachment(key, leaf, in: try objects(), held, me))
  }
}
