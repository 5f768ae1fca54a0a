import Sealing
import Storage

/// What erasures, and rotations of records, have still to do, noted in the header field `unfinished`: a
/// letter for each step and the names of sealed files whose records are gone, with commas between.
///
/// Letters, because no role's name stands in a vault's files.
/// The note is not sealed and not relied on. Whoever keeps it from being read keeps old rows, which he
/// could have copied before; it names nobody.
struct UnfinishedErasure {
  private static let field = "unfinished"

  private(set) var steps: Set<ErasureStep>
  /// Names under `objects/`.
  private(set) var objects: Set<String>

  init(_ steps: Set<ErasureStep>, objects: Set<String> = []) {
    self.steps = steps
    self.objects = objects
  }

  init(_ store: any StoreReading) throws {
    let words = String(decoding: try store.header(Self.field) ?? [], as: UTF8.self)
      .split(separator: ",").map(String.init)
    steps = Set(
      ErasureStep.allCases.filter { words.contains($0.letter) || words.contains($0.rawValue) })
    objects = Set(words.filter(ObjectDirectory.isName))
  }

  var inOrder: [ErasureStep] { ErasureStep.allCases.filter(steps.contains) }

  mutating func remove(_ step: ErasureStep) { steps.remove(step) }

  /// Files that are to be removed when the transaction is durable.
  mutating func add(files: some Sequence<String>) {
    objects.formUnion(files)
    if !objects.isEmpty { steps.insert(.files) }
  }

  /// Strikes the files that were destroyed, and no others: another process may have noted more.
  mutating func removeFiles(of done: UnfinishedErasure) {
    objects.subtract(done.objects)
    if objects.isEmpty { steps.remove(.files) }
  }

  func write(_ store: any StoreWriting) throws {
    let words = (inOrder.map(\.letter) + objects.sorted()).joined(separator: ",")
    try store.setHeader(Self.field, Array(words.utf8))
  }
}

extension ErasureStep {
  /// How it is noted; programs of before wrote the whole word.
  fileprivate var letter: String { String(rawValue.prefix(1)) }
}

extension Transaction {
  /// Notes sealed files that are to be removed when the transaction is durable.
  func note(files: some Collection<String>) throws {
    guard !files.isEmpty else { return }
    var noted = try UnfinishedErasure(store)
    noted.add(files: files)
    try noted.write(store)
  }
}

extension Session {
  /// Goes on with erasures as far as this member can; what is done is struck from the note in the same
  /// transaction.
  ///
  /// First the files, then the next epochs, whose old grants and wraps are destroyed in the files as
  /// well. A role with a record that does not open keeps its epoch, and its step stays noted.
  ///
  /// - Returns: what is left.
  @discardableResult func finishErasure() throws -> [ErasureStep] {
    let noted = try store.read { try UnfinishedErasure($0) }
    guard !noted.steps.isEmpty else { return [] }
    if !noted.objects.isEmpty { try destroyObjects(noted.objects.sorted()) }
    _ = try store.destroyRemnants()
    for step in noted.inOrder {
      if let role = step.role {
        try? drawNext(role, step)
      } else if step == .details {
        try? eraseDetails(step)
      }
    }
    let entry = try store.read { try $0.last(.log)?.number }
    if try store.destroyRemnants() {
      try store.write {
        // Whatever was erased meanwhile has entries of its own, and its rows may be there still.
        guard try $0.last(.log)?.number == entry else { return }
        var now = try UnfinishedErasure($0)
        now.removeFiles(of: noted)
        try now.write($0)
      }
    }
    return try store.read { try UnfinishedErasure($0).inOrder }
  }

  private func drawNext(_ role: Role, _ step: ErasureStep) throws {
    guard state.roster.holds(myID, role) else { return }
    try write { transaction in
      guard try transaction.store.isNoted(step) else { return }
      try NextEpoch(session: self, transaction: transaction, role: role).open()
      try transaction.log(.roleRotated, [role.word], reason: "")
      try transaction.writeCard()
      try transaction.store.strike(step)
    }
  }

  private func eraseDetails(_ step: ErasureStep) throws {
    guard state.roster.holds(myID, .auditor) else { return }
    try write { transaction in
      guard try transaction.store.isNoted(step) else { return }
      try ErasedDetails(transaction: transaction).destroy()
      try transaction.store.strike(step)
    }
  }
}

extension StoreReading {
  fileprivate func isNoted(_ step: ErasureStep) throws -> Bool {
    try UnfinishedErasure(self).steps.contains(step)
  }
}

extension StoreWriting {
  /// Another process may have noted more in the meantime.
  fileprivate func strike(_ step: ErasureStep) throws {
    var noted = try UnfinishedErasure(self)
    noted.remove(step)
    try noted.write(self)
  }
}
