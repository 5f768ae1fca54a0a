import Testing

@testable import Anonymity

/// The texts of the findings of a kind.
func found(_ kind: FindingKind, _ text: String, _ language: Language = .en) -> [String] {
  let bytes = Array(text.utf8)
  return Detectors.findings(in: bytes, language: language).filter { $0.kind == kind }.map {
    String(decoding: bytes[$0.range], as: UTF8.self)
  }
}

/// Everything found, as "kind: text".
func all(_ text: String, _ language: Language = .en) -> [String] {
  let bytes = Array(text.utf8)
  return Detectors.findings(in: bytes, language: language).map {
    "\($0.kind.rawValue): " + String(decoding: bytes[$0.range], as: UTF8.self)
  }
}
