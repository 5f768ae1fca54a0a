import EvidenceVault

extension Failure {
  /// Why there is no copy without metadata.
  init(scrub fault: ScrubFault) {
    switch fault {
    case .notInstalled:
      self.init(
        .inputOutput, "A program that cleaning needs is not installed.",
        next: "On Debian: sudo apt-get install mat2 bubblewrap libimage-exiftool-perl ffmpeg")
    case .noSandbox:
      self.init(
        .inputOutput, "The sandbox for cleaning cannot be made here.",
        next: """
          It needs user namespaces, which this system or container does not give. Nothing is cleaned \
          without it: a file from outside may be made to attack the program that reads it.
          """)
    case .type(let type):
      self.init(
        .refused, "A file of type \(type) cannot be cleaned, so there is no copy.",
        next: """
          What can be: JPEG, PNG, GIF, TIFF and HEIC pictures, PDF, office documents, FLAC, MP3, Ogg and WAV \
          recordings, MP4 and AVI films. Convert a copy, add it as an attachment, and clean that.
          """)
    case .tooLarge(let limit):
      self.init(
        .refused, "The file is too large to be cleaned in this machine's memory.",
        next: "At most \(ByteCount.text(limit)) are taken here. Nothing is cleaned on a disk.")
    case .notCleaned:
      self.init(
        .refused, "The file could not be cleaned, so there is no copy.",
        next: "It is damaged, or has parts that mat2 does not know. Convert a copy, and clean that."
      )
    case .left(let keys):
      self.init(
        .refused,
        "What was made still has metadata, so there is no copy: \(keys.joined(separator: ", ")).",
        next: "Convert a copy without these, add it as an attachment, and clean that.")
    }
  }
}
