import Anonymity
import Foundation
import Screen
import Testing

@testable import EvidenceVault

/// Which label stands for whom, in the forms that a text gives it.
struct LabelLookupTests {
  let session: Session
  let custodian: Code
  let korean: Code
  let english: Code
  let russian: Code

  init() throws {
    session = try newVault()
    let permit = try session.permit(CustodianRole.self)
    custodian = try session.addSource(
      Array(
        """
        names: ["김철수", "Kim Chol-su"]
        describe_as: {en: defector, ko: 탈북민, ru: перебежчик}
        relatives:
          - {relation: father, names: ["김영호", "Kim Yong-ho"]}
          - {relation: son, names: ["김민준", "Kim Min-jun"]}
          - {relation: son, names: ["김서준", "Kim Seo-jun"]}
        consent: {audiences: [desk]}
        """.utf8), by: permit)
    let source = custodian
    let session = session
    func release(_ text: String, _ tag: String) throws -> Code {
      let permit = try session.permit(CustodianRole.self)
      let testimony = try session.addTestimony(
        Array("---\nlanguage: \(tag)\n---\n\(text)".utf8), source: .code(source), by: permit
      ).testimony
      return try session.release(
        testimony, audience: "desk", policy: "editor", selection: nil, conditionsMet: false,
        format: .txt, fileName: nil, by: permit
      ).code
    }
    english = try release(
      "Kim Chol-su's wife left. Kim Yong-ho waited. Kim Min-jun and Kim Seo-jun slept.", "en")
    korean = try release("김철수는 왔다. 김영호가 기다렸다. 김민준도 김서준도 잤다.", "ko")
    russian = try release("Kim Chol-su пришёл. Он ждал.", "ru")
  }

  /// Looks a label up, in which A stands for the letter that was drawn for the source, and B for
  /// another one.
  private func find(_ label: String, _ code: Code) throws -> LabelLookup.Answer {
    let letters = try session.write { try $0.register("desk") }.letters
    let drawn = LabelLetter(index: try #require(letters.values.first)).text
    let other = drawn == "B" ? " C" : " B"
    let asked = label.replacing(#/\ B$/#, with: other)
      .replacing(#/(\ |^)A(?=[\ '”»,씨]|$)/#, with: { "\($0.output.1)\(drawn)" })
    return try session.write { try LabelLookup(transaction: $0).answer(asked, in: code) }
  }

  private func expect(
    _ label: String, _ code: Code, _ relation: String?, _ name: String,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    guard case .person(let person) = try find(label, code) else {
      Issue.record("\(label): nobody", sourceLocation: place)
      return
    }
    #expect(
      person.relation == relation && person.names.contains(name) && !person.changedSince,
      "\(label)", sourceLocation: place)
  }

  @Test func `labels are found as they stand, with article, possessive, particle and quotes`()
    throws
  {
    for label in ["defector A", "Defector A's", "the defector A", "“defector A”,", "defector  A"] {
      try expect(label, english, nil, "Kim Chol-su")
    }
    for label in ["the father of defector A", "The father of defector A"] {
      try expect(label, english, "father", "Kim Yong-ho")
    }
    for label in ["탈북민 A씨", "탈북민 A씨는", "탈북민 A씨가"] {
      try expect(label, korean, nil, "김철수")
    }
    try expect("탈북민 A씨의 아버지", korean, "father", "김영호")
    try expect("탈북민 A씨의 아버지가", korean, "father", "김영호")
    for label in ["перебежчик A", "«перебежчик A»", "Перебежчик A"] {
      try expect(label, russian, nil, "Kim Chol-su")
    }
  }

  @Test func `every label of a release is found as it stands in it, and for whom it was put`()
    throws
  {
    for code in [english, korean, russian] {
      let pieces = try session.write { transaction in
        try Releasing(
          transaction: transaction, excerpt: try transaction.excerpt(code), conditionsMet: false,
          date: nil, words: [], fileName: nil
        ).pieces().pieces
      }.filter { $0.kind == .name }
      #expect(!pieces.isEmpty)
      let people = try session.write { try $0.people() }
      for piece in pieces {
        let answer = try session.write {
          try LabelLookup(transaction: $0).answer(piece.text, in: code)
        }
        guard case .person(let person) = answer else {
          Issue.record("\(piece.text): nobody, or several")
          continue
        }
        let record = try #require(people.records.first)
        let expected =
          piece.entity == record.entity
          ? record.document.names
          : record.relativeEntities.firstIndex { $0 == piece.entity }
            .map { record.document.relatives[$0].names }
        #expect(person.names == expected, "\(piece.text)")
      }
    }
  }

  @Test(
    arguments: [
      "defector B", "defector", "A", "defector A and", "the mother of defector A", "Kim Chol-su",
      "source A", "son", "the son of defector", "",
    ])
  func `what is no label of the excerpt is nobody's`(label: String) throws {
    #expect(try find(label, english) == .nobody)
  }

  @Test func `who is not in the excerpt is not found by its label`() throws {
    #expect(try find("отец перебежчика A", russian) == .nobody)
    #expect(try find("the father of defector A", russian) == .nobody)
  }

  @Test func `an answer says when the records are no more those of the approval`() throws {
    let permit = try session.permit(CustodianRole.self)
    let file = """
      names: ["김철수", "Kim Chol-su"]
      describe_as: {en: witness}
      relatives: [{relation: father, names: ["김영호", "Kim Yong-ho"]}]
      consent: {audiences: [desk]}
      """
    try session.updateSource(custodian, Array(file.utf8), by: permit)
    guard case .person(let person) = try find("witness A", english) else {
      Issue.record("nobody")
      return
    }
    #expect(person.changedSince)
    #expect(try find("defector A", english) == .nobody)
  }
}
