import EvidenceVault

extension Failure {
  /// What was wrong with a kit, a drop file or the joining of sources, and the way out.
  init(field fault: FieldFault) {
    switch fault {
    case .notAKit:
      self.init(
        .badInput, "That is no field kit, or it was changed.",
        next: "Ask for it again. Typed lines are checked one by one, the whole by its signature.")
    case .kitLine(let number):
      self.init(
        .badInput, "Line \(number) of the kit is missing or has a mistake in it.",
        next: "Compare that line with the printed one, letter by letter.")
    case .kitExpired(let day):
      self.init(
        .refused, "The kit was for use until \(day) (UTC). Nothing was sealed.",
        next:
          "Ask a custodian for a new one: evault kit export FILE. If this clock is wrong, set it.")
    case .kitFingerprint:
      self.init(
        .refused, "The fingerprint is not the kit's. Nothing was sealed.",
        next:
          "Ask the custodian again, by a way nobody else can answer on. If it still differs, the kit is somebody else's: do not use it."
      )
    case .notADrop:
      self.init(.badInput, "That is no drop file, or it was cut off.", next: Self.sendAgain)
    case .dropPiped:
      self.init(
        .badInput, "A drop with attachments is read from a file, not from a pipe.",
        next: "Save it, and give the path.")
    case .anotherVault:
      self.init(
        .refused, "The drop was not sealed with a kit of this vault.",
        next:
          "It is for another vault, or the kit was forged: compare its fingerprint with whoever sealed it. evault kit list shows the kits of this vault."
      )
    case .tooLate(let kit):
      self.init(
        .refused, "The drop was sealed with the kit \(kit.text), whose keys are gone.",
        next:
          "Kits are good for 180 days. Have it sealed anew with a new kit: evault kit export FILE"
      )
    case .dropAltered:
      self.init(
        .integrity, "The drop does not open, or is not what was signed; it was changed.",
        next: Self.sendAgain)
    case .dropKnown(let code):
      self.init(
        .refused, "The testimony of this drop was accepted before, as \(code.text).",
        next: "Nothing was taken in. If only the source file differs, use evault source update.")
    case .dropRefused:
      self.init(
        .refused, "The testimony of this drop was refused before, or erased since.",
        next: "Nothing was taken in. evault log show says who refused it and why.")
    case .perhapsKnown(let codes):
      let list = codes.map(\.text).joined(separator: ", ")
      self.init(
        .refused, "The person may be a source already: \(list). Nothing was taken in.",
        next:
          "Look with evault intake show. If it is: --source \(codes.first?.text ?? "S"). If it is somebody else: --new-source"
      )
    case .notADocumenterKey:
      self.init(
        .badInput, "That is no documenter's key.", next: "Make one: evault documenter create FILE")
    case .mergeSame:
      self.init(.usage, "Both codes lead to one source.", next: "Name two sources.")
    case .mergeWithdrawn:
      self.init(
        .refused, "One of the two has withdrawn the consent, and the other has not.",
        next:
          "If the person withdrew: evault source withdraw S. If the person agrees again: evault source update S FILE.yaml --consent-again. Then join them."
      )
    case .mergeDrops(let fields):
      self.init(
        .refused,
        "The record lacks what one of the two lists: \(fields.joined(separator: ", ")). Nothing was joined.",
        next:
          "What no record lists is not searched for any more. Add it to the file; what is wrong can be taken out afterwards: evault source update S FILE.yaml"
      )
    case .mergeContradiction:
      self.init(
        .refused, "The two records contradict each other, so the program cannot write one of them.",
        next:
          "They may have two birth dates, purposes without a common one, or a describe_as that names what the other lists. Write the record that holds into a file and add: --record FILE.yaml"
      )
    }
  }

  private static let sendAgain: ScreenText =
    "Nothing was taken in. Ask for the file again; who sealed it may have it still."
}
