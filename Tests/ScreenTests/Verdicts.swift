import Foundation
import Testing

@testable import Screen

func screen(_ names: String..., kind: Needle.Kind = .name) -> Screen {
  Screen(needles: names.enumerated().map { Needle(id: $0.offset, kind: kind, text: $0.element) })
}

func verdict(
  _ screen: Screen, _ text: String, _ format: OutputFormat = .txt, fileName: String? = nil,
  metadata: [String] = []
) -> Verdict {
  screen.verdict(
    on: Outgoing(bytes: Array(text.utf8), format: format, fileName: fileName, metadata: metadata))
}

func leaks(
  _ screen: Screen, _ text: String, _ format: OutputFormat = .txt, fileName: String? = nil,
  metadata: [String] = []
) -> [Finding] {
  guard
    case .refused(.leaks(let findings)) = verdict(
      screen, text, format, fileName: fileName, metadata: metadata)
  else { return [] }
  return findings
}

func passes(_ screen: Screen, _ text: String, _ format: OutputFormat = .txt) -> Bool {
  guard case .clean(let copy) = verdict(screen, text, format) else { return false }
  return copy.bytes == Array(text.utf8)
}

func refusal(_ verdict: Verdict) -> Refusal? {
  if case .refused(let refusal) = verdict { refusal } else { nil }
}

func finds(_ screen: Screen, _ text: String, _ format: OutputFormat = .txt) -> Bool {
  !leaks(screen, text, format).isEmpty
}
