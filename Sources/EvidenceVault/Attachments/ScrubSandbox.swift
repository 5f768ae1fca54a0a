import Glibc
import Sealing

/// Where mat2 works on a file that may be hostile: without a network, another process, a user's file or a disk.
///
/// Docs/Specs/attachments.md says what is inside.
public struct ScrubSandbox: Sendable {
  private let bubblewrap: String
  private let python: String
  /// Each is needed for some type; all are asked for, so that what works for one file works for the next.
  private let tools: [String]

  public init() {
    self.init(
      bubblewrap: "/usr/bin/bwrap", python: "/usr/bin/python3",
      tools: ["/usr/bin/mat2", "/usr/bin/exiftool", "/usr/bin/ffmpeg", "/usr/bin/ffprobe"])
  }

  init(bubblewrap: String, python: String, tools: [String]) {
    self.bubblewrap = bubblewrap
    self.python = python
    self.tools = tools
  }

  /// Whether all programs are there.
  public var isInstalled: Bool {
    ([bubblewrap, python] + tools).allSatisfy(ChildProcess.isProgram)
  }

  /// By media type, what mat2 goes by: the end of a file's name.
  private static let endings = [
    "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/tiff": "tiff",
    "image/heic": "heic",
    "application/pdf": "pdf", "audio/flac": "flac", "audio/mpeg": "mp3", "audio/ogg": "ogg",
    "audio/wav": "wav", "video/mp4": "mp4", "video/x-msvideo": "avi",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.graphics": "odg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  ]

  /// Starts the work; the file is to be written to the process, which then writes a report and the copy.
  ///
  /// - Parameter size: the file's, in bytes. A third of the machine's memory is the most.
  func start(on type: String, size: Int) throws(VaultError) -> ChildProcess {
    guard let ending = Self.endings[type] else { throw .scrub(.type(type)) }
    let limit = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 3
    guard size <= limit else { throw .scrub(.tooLarge(limit: limit)) }
    let inside = "/work/original.\(ending)"
    do throws(FileError) {
      return try ChildProcess(
        bubblewrap,
        walls + ["--size", "\(limit)", "--tmpfs", "/work", "--size", "\(limit)", "--tmpfs", "/tmp"]
          + ["--file", "0", inside, "--chdir", "/work", "--"]
          + [python, "-I", "-c", scrubScript, inside])
    } catch {
      throw .scrub(.noSandbox)
    }
  }

  private var walls: [String] {
    ["--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
      + [
        "--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/work", "--setenv", "LANG", "C.UTF-8",
      ]
      + ["--ro-bind", "/usr", "/usr", "--proc", "/proc", "--dev", "/dev"]
      + ["lib", "lib64", "bin"].flatMap { ["--symlink", "usr/\($0)", "/\($0)"] }
      + ["fonts", "alternatives", "ld.so.cache", "mime.types"].flatMap {
        ["--ro-bind-try", "/etc/\($0)", "/etc/\($0)"]
      }
  }
}
