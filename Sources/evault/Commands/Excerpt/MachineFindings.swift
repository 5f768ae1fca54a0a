import EvidenceVault
import Foundation
import SQLiteStore
import Sealing
import Storage

/// What of this machine is weak, for the vault and for the member.
struct MachineFindings {
  let global: GlobalOptions

  func all() throws -> [DoctorFinding] {
    let path = try global.vaultPath()
    let place = try VaultPlace(vault: path)
    return reach(path, place) + ownFiles() + swap()
  }

  private func reach(_ path: String, _ place: VaultPlace) -> [DoctorFinding] {
    var found: [DoctorFinding] = []
    if !place.openToOthers.isEmpty, !place.hasNoPermissions {
      found.append(
        DoctorFinding(
          "wide-permissions", "Everybody on this machine may reach the vault's files.",
          mend: "chmod o= \(place.openToOthers.joined(separator: " "))"))
    }
    let type = place.fileSystem ?? ""
    if place.isVolatile {
      found.append(
        DoctorFinding(
          "volatile-place",
          "The vault is on \(type), which is gone with the power or the container.",
          mend: "mv \(path) DIRECTORY/ON/A/DISK"))
    } else if place.hasNoPermissions {
      found.append(
        DoctorFinding(
          "no-permissions", "The vault is on \(type), which keeps no permissions.",
          mend: "mv \(path) DIRECTORY/ON/ANOTHER/DISK"))
    }
    return found
  }

  /// The device's own files, which belong to one account alone.
  private func ownFiles() -> [DoctorFinding] {
    let state = GlobalOptions.stateDirectory(environment: ProcessInfo.processInfo.environment)
    var found: [DoctorFinding] = []
    if VaultPlace.mode(state) & 0o077 != 0 {
      found.append(
        DoctorFinding(
          "wide-state", "Others may reach what this device remembers of vaults.",
          mend: "chmod 700 \(state)"))
    }
    let files = [global.passphrase.passphraseFile, global.passphrase.keyFilePath()]
    for file in files.compactMap({ $0 }) where VaultPlace.mode(file) & 0o077 != 0 {
      found.append(
        DoctorFinding(
          "wide-secret", "Others may read a file that your passphrase or key comes from.",
          mend: "chmod 600 \(file)"))
    }
    return found
  }

  private func swap() -> [DoctorFinding] {
    guard let bytes = try? ExistingFile.read(at: "/proc/swaps", limit: 1 << 16) else { return [] }
    let devices = ProcessHardening.unprotectedSwap(String(decoding: bytes, as: UTF8.self))
    guard !devices.isEmpty else { return [] }
    return [
      DoctorFinding(
        "open-swap",
        "Swap that is not known to be encrypted is on: \(devices.joined(separator: ", ")).",
        mend: "swapoff -a")
    ]
  }
}
