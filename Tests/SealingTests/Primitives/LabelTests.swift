import Foundation
import Testing

@testable import Sealing

struct LabelTests {
  /// The labels as they stand in the source, so that a new one cannot be forgotten here.
  private func declared() throws -> [String] {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Sealing/Primitives/Label.swift")
    return try String(contentsOf: source, encoding: .utf8)
      .matches(of: /= Label\("([^"]*)"\)/).map { String($0.1) }
  }

  @Test func `no two labels are the same`() throws {
    let labels = try declared()
    #expect(labels.count > 30)
    #expect(Set(labels).count == labels.count)
  }

  @Test func `the specification names every label`() throws {
    let text = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Docs/Specs/sealing.md"), encoding: .utf8)
    for label in try declared() { #expect(text.contains("`\(label)`"), "\(label)") }
  }

  @Test func `a label stands in front of the parts with its length`() {
    #expect(
      Label.log.prefixed([[1], [], [2, 3]]) == [12] + Array("evault/1/log".utf8) + [1, 2, 3])
  }
}
