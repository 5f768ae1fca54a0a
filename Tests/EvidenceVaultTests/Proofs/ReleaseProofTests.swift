import Foundation
import Screen
import Sealing
import Testing

@testable import EvidenceVault

/// Releases as they leave a vault, and what outsiders make of them.
struct ReleaseProofTests {
  let office: Office
  let cora: Session

  init() throws {
    office = try Office()
    cora = try office.unlock("cora")
  }

  /// A release in a format; its proof is the same in all.
  private func release(
    _ format: OutputFormat = .json, audience: String = "desk", sentences: String? = nil,
    of testimony: Code? = nil
  ) throws -> [UInt8] {
    let made = try cora.release(
      testimony ?? office.codes.testimony, audience: audience, policy: "public",
      selection: sentences, conditionsMet: true, format: format, fileName: nil,
      by: try cora.permit(CustodianRole.self))
    return try #require(made.copy).bytes
  }

  private func text(_ json: [UInt8]) throws -> ReleaseText {
    try JSONDecoder().decode(ReleaseText.self, from: Data(json))
  }

  private func checkpoint() throws -> PublishedCheckpoint {
    try cora.checkpoint(by: try cora.permit(CustodianRole.self))
  }

  @Test func `every format verifies, and tells what is proven from what is said`() throws {
    let draft = try cora.draftExcerpt(
      of: office.codes.testimony, audience: "desk", policy: "public", selection: "1,3",
      by: try cora.permit(ResearcherRole.self))
    try cora.approve(
      draft, conditionsMet: true, reason: "", by: try cora.permit(CustodianRole.self))
    let published = try checkpoint()
    let edda = try office.unlock("edda")
    func bytes(_ format: OutputFormat) throws -> [UInt8] {
      try edda.export(draft, format: format, fileName: nil, by: try edda.permit(EditorRole.self))
        .bytes
    }
    let json = try bytes(.json)
    for format in OutputFormat.allCases {
      let found = try VerifiedRelease(try bytes(format), beside: json)
      #expect(found.format == format && found.excerpt == draft.text && found.audience == "desk")
      #expect(found.parts.count == 5)
      #expect(found.parts.first == .words("I am "))
      guard case .label(let label) = found.parts[1] else { return #expect(Bool(false)) }
      #expect(label.contains("itness") && !found.title.isEmpty)
      #expect(
        found.parts[2...] == [.words(". "), .leftOut, .words("Nobody said why. ")])
      #expect(try found.anchor(key: published.key, checkpoint: nil) == .key)
      #expect(try found.anchor(key: published.key, checkpoint: published.checkpoint) == .both)
      #expect(try found.anchor(key: nil, checkpoint: published.checkpoint) == .checkpoint)
      #expect(try found.anchor(key: nil, checkpoint: nil) == .none)
    }
    #expect(throws: ReleaseFault.noProof) { try VerifiedRelease(try bytes(.txt)) }
    #expect(throws: ReleaseFault.page) {
      try VerifiedRelease(try bytes(.txt) + [0x0A], beside: json)
    }
  }

  @Test(arguments: [OutputFormat.html, .json])
  func `a byte changed, cut off or put in is refused anywhere`(format: OutputFormat) throws {
    let whole = try release(format)
    #expect(throws: Never.self) { try VerifiedRelease(whole) }
    for at in stride(from: 0, to: whole.count, by: 89) {
      for bit in [0, 5] {
        var file = whole
        file[at] ^= 1 << bit
        #expect(throws: ReleaseFault.self) { try VerifiedRelease(file) }
      }
      #expect(throws: ReleaseFault.self) { try VerifiedRelease(Array(whole[..<at])) }
      #expect(throws: ReleaseFault.self) {
        try VerifiedRelease(Array(whole[...at]) + [0x20] + Array(whole[(at + 1)...]))
      }
    }
  }

  @Test func `with its own key the vault cannot prove words that it had not committed to`() throws {
    let honest = try text(try release())
    let tree = try cora.write { transaction in
      let tree = try transaction.commitmentTree()
      try transaction.log(.checkpointRead, [], reason: "")
      return tree
    }
    func fault(_ change: (inout ReleaseProof) -> Void) -> ReleaseFault? {
      var forged = honest
      change(&forged.proof!)
      forged.paragraphs = ReleaseLayout.paragraphs(forged.proof!.shownText)
      forged.sign(by: tree.key)
      do {
        _ = try VerifiedRelease(forged.bytes(.html))
        return nil
      } catch { return error }
    }
    func bytes(_ letters: String, _ change: ([UInt8]) -> [UInt8]) -> String {
      ProofLetters.encode(change(ProofLetters.decode(letters) ?? []))
    }
    #expect(fault { _ in } == nil)
    let parts = try #require(honest.proof).parts
    #expect(parts.count == 6)
    #expect(fault { $0.parts[3].words = "The gate opened at nine. " } == .words)
    #expect(fault { $0.parts[3].words = "The closed gate at nine. " } == .words)
    // Two sentences exchanged.
    #expect(
      fault { ($0.parts[4].words, $0.parts[5].words) = (parts[5].words, parts[4].words) } == .words)
    #expect(fault { $0.parts.swapAt(4, 5) } == .words)
    // A sentence taken out, and its gap closed.
    #expect(fault { $0.parts.remove(at: 4) } == .words)
    #expect(
      fault {
        $0.parts.remove(at: 4)
        $0.parts[4].at = parts[4].at
        $0.salts = bytes($0.salts) { Array($0.dropLast(16 * 3)) }
      } == .words)
    // A label over more than one atom, over none, or that nobody would see.
    #expect(fault { $0.parts[1].at -= 1 } == .words)
    #expect(fault { $0.parts.insert(.init(at: 3, label: "said"), at: 3) } == .words)
    #expect(fault { $0.parts[1].label = "\u{2003}" } == .words)
    #expect(fault { $0.parts[1].words = "Orla Testrand" } == .words)
    #expect(
      fault { $0.salts = bytes($0.salts) { Array($0.suffix(16) + $0.dropLast(16)) } } == .words)
    #expect(fault { $0.hidden = bytes($0.hidden) { $0 + $0.suffix(32) } } == .words)
    #expect(fault { $0.hidden = bytes($0.hidden) { Array($0.dropLast(32)) } } == .words)
    #expect(fault { $0.leaves = 512 } == .words)
    #expect(fault { $0.index ^= 1 } == .words)
    #expect(fault { $0.parts = [] } == .words)
    // A checkpoint of its own that does not have the words.
    let other = try tree.closing(nil).checkpoint.text
    #expect(fault { $0.checkpoint = other } == .words)
  }

  @Test func `the lines of a text stay in every format, and nobody can move a word to another`()
    throws
  {
    let testimony = try cora.addTestimony(
      Array("Q: Who was there?\nA: Orla\nTestrand.\n\n1. nobody\n- nothing\n".utf8),
      source: .code(office.codes.source), by: try cora.permit(CustodianRole.self)
    ).testimony
    let json = try release(of: testimony)
    func file(_ format: OutputFormat) throws -> String {
      String(decoding: try text(json).bytes(format), as: UTF8.self)
    }
    let label = try #require(try text(json).proof?.parts.compactMap(\.label).first)
    #expect(
      try text(json).paragraphs == ["Q: Who was there?\nA: \(label).", "1. nobody\n- nothing"])
    #expect(try file(.txt).contains("Q: Who was there?\nA: \(label).\n\n1. nobody\n- nothing\n"))
    #expect(
      try file(.md).contains("Q: Who was there?\\\nA: \(label).\n\n1. nobody\\\n\\- nothing\n"))
    #expect(
      try file(.html).contains("<p>Q: Who was there?<br>\nA: \(label).</p>\n<p>1. nobody<br>\n"))
    for format in OutputFormat.allCases {
      #expect(throws: Never.self) {
        try VerifiedRelease(try text(json).bytes(format), beside: json)
      }
    }
    let tree = try cora.write { transaction in
      let tree = try transaction.commitmentTree()
      try transaction.log(.checkpointRead, [], reason: "")
      return tree
    }
    for paragraphs in [
      ["Q: Who was there? A: \(label).", "1. nobody", "- nothing"],
      ["Q: Who was there?A: \(label).", "1. nobody\n- nothing"],
      ["Q: Who was there?\nA: \(label). 1. nobody\n- nothing"],
    ] {
      var forged = try text(json)
      forged.paragraphs = paragraphs
      forged.sign(by: tree.key)
      #expect(throws: ReleaseFault.shown) { try VerifiedRelease(forged.bytes(.json)) }
    }
  }

  @Test func `two releases of one text share nothing but the words and the key`() throws {
    let (desk, open) = (try text(try release()), try text(try release(audience: "public")))
    let (one, other) = (try #require(desk.proof), try #require(open.proof))
    #expect(one.parts.compactMap(\.words) == other.parts.compactMap(\.words))
    /// Every eight bytes of what chance and hashes gave.
    func windows(_ proof: ReleaseProof) throws -> Set<[UInt8]> {
      var windows: Set<[UInt8]> = []
      for letters in [proof.hidden, proof.salts, proof.inclusion, proof.signature ?? ""] {
        let bytes = try #require(ProofLetters.decode(letters))
        for at in 0...(bytes.count - 8) { windows.insert(Array(bytes[at..<(at + 8)])) }
      }
      return windows
    }
    #expect(try windows(one).isDisjoint(with: try windows(other)))
    #expect(one.checkpoint != other.checkpoint && one.index != other.index)
    // And nothing else in the files either, but what every release has.
    func strings(_ text: ReleaseText) -> Set<Substring> {
      Set(
        String(decoding: text.bytes(.json), as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
          .filter { $0.count > 3 })
    }
    let quoted = (one.parts.compactMap(\.words) + [desk.title, one.key]).joined(separator: " ")
    let frame =
      "audience checkpoint excerpt hidden inclusion index label language leaves paragraphs parts policy policyVersion proof public salts signature title version words witness Witness u000a"
    for shared in strings(desk).intersection(strings(open)) {
      #expect(quoted.contains(shared) || frame.contains(shared), "\(shared)")
    }
  }

  @Test func `a proof is as long for a short name as for a long one`() throws {
    let custodian = try cora.permit(CustodianRole.self)
    func sizes(_ name: String) throws -> [Int] {
      let source = """
        names: ["\(name)"]
        describe_as: {en: witness}
        consent: {audiences: [desk]}
        """
      let file = "Then \(name) came back by ship. \(name)'s house was empty. Nobody spoke."
      let testimony = try cora.addTestimony(
        Array(file.utf8), source: .document(Array(source.utf8)), by: custodian
      ).testimony
      let text = try text(try release(of: testimony))
      let proof = try #require(text.proof)
      #expect(proof.parts.count { $0.label != nil } == 2)
      return [
        text.bytes(.json).count - "\(proof.index)".count, proof.hidden.count, proof.salts.count,
        proof.inclusion.count, proof.parts.count, proof.leaves,
      ]
    }
    // The second has one more batch before it: sizes of the inclusion proof are of the tree.
    let (short, long) = (
      try sizes("Ilse Ott"), try sizes("Annelotte Maria Wolkenprobe Beispielburg")
    )
    #expect(short[1...2] == long[1...2] && short[4...] == long[4...])
    #expect(short[0] - short[3] == long[0] - long[3])
  }

  @Test func `a proof says nothing of how a hidden name ended`() throws {
    let custodian = try cora.permit(CustodianRole.self)
    func parts(_ text: String, _ name: String) throws -> [String] {
      let source = "names: [\"\(name)\"]\ndescribe_as: {ko: 탈북민}\nconsent: {audiences: [desk]}"
      let testimony = try cora.addTestimony(
        Array(text.utf8), source: .document(Array(source.utf8)), by: custodian
      ).testimony
      let proof = try #require(try self.text(try release(of: testimony)).proof)
      #expect(proof.parts.count { $0.label != nil } >= 4)
      return proof.parts.map { "\($0.at) \($0.words ?? "-")" }
    }
    // 은 and 는, 이 and 가, 이라고 and 라고, also behind a bracket.
    let vowel = "심미루는 왔다. 심미루(42)가 갔다. 심미루라고 했다. 그는 심미루를 보았다."
    let consonant = "심미룬은 왔다. 심미룬(42)이 갔다. 심미룬이라고 했다. 그는 심미룬을 보았다."
    #expect(try parts(vowel, "심미루") == (try parts(consonant, "심미룬")))
  }

  @Test func `no candidate for a hidden name stands out`() throws {
    let json = try release()
    let proof = try #require(try text(json).proof)
    let hidden = Set(try #require(ProofLetters.digests(proof.hidden)))
    let salts = try #require(ProofLetters.decode(proof.salts, parts: ProofSlot.saltSize))
    let names = ["Orla Testrand", "Mira Probewald"] + (0..<300).map { "Orla Test\($0)" }
    for name in names {
      for salt in salts + [[], [UInt8](repeating: 0, count: 16)] {
        #expect(!hidden.contains(TextCommitment.leaf(salt, Array(name.utf8))))
      }
    }
    // The salt that only custodians can derive would tell.
    let text = try text(json)
    let code = try #require(Code(text.excerpt, .excerpt))
    let original = try cora.write { transaction in
      try transaction.log(.originalOpened, [], reason: "")
      return try Codec.decode(
        OriginalRecord.self, try transaction.open(.original, self.office.codes.testimony.text))
    }
    let slot = try ProofSlot(seed: original.commitmentSeed.bytes, excerpt: code, attempt: 0)
    let at = try #require(proof.parts.first { $0.label != nil }).at
    #expect(hidden.contains(TextCommitment.leaf(slot.salt(at), Array("Orla Testrand".utf8))))
  }
}
