import Sealing

/// A file that goes with a testimony in a drop file.
public struct AttachedFile: Codable, Equatable, Sendable {
  /// The most that go with one testimony.
  public static let most = 1_000

  /// As it was called, without its directory; `nil` for what came from a pipe.
  public let name: String?
  /// In bytes.
  public let size: Int
  let sha256: HexBytes
}

/// A file in a drop, open for reading.
struct OpenAttachedFile {
  let file: AttachedFile
  let object: SealedObject

  /// Seals it anew.
  ///
  /// - Throws: ``FieldFault/dropAltered`` when it is not what the drop's record says.
  func seal(
    to target: Int32, under key: borrowing ObjectKey, progress: (_ bytes: Int) -> Void
  ) throws -> ObjectSealing.Sealed {
    let sealed: ObjectSealing.Sealed
    do throws(ObjectError) {
      sealed = try ObjectSealing.seal(from: object, to: target, under: key, progress: progress)
    } catch {
      throw error == .notAuthentic ? FieldFault.dropAltered : error as any Error
    }
    guard sealed.sha256.bytes == file.sha256.bytes else { throw FieldFault.dropAltered }
    return sealed
  }
}
