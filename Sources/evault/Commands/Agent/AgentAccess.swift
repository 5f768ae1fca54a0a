import EvidenceVault
import Foundation
import Sealing
import Storage

/// The agents of this login session.
enum AgentAccess {
  /// Where they listen.
  static func place(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(AgentError) -> AgentPlace {
    let runtime = environment["XDG_RUNTIME_DIR"].flatMap { $0.isEmpty ? nil : $0 }
    return try AgentPlace(runtime: runtime)
  }

  /// A session with keys that an agent holds; `nil` where none does, or none that can be trusted.
  static func session(
    _ store: any VaultStore, _ handle: String, _ output: Output, acceptingRestore accepted: String?
  ) throws -> Session? {
    do {
      return try Vault.unlock(
        store, handle: handle, agent: try place(), pins: GlobalOptions.pins(),
        acceptingRestore: accepted)
    } catch AgentError.noRuntimeDirectory {
      return nil
    } catch let error as AgentError {
      return try passOver(error, output)
    } catch VaultError.agent(let error) {
      return try passOver(error, output)
    } catch VaultError.notAdmitted {
      // Keys of before a change of keys; the passphrase tells whether the member is one still.
      return nil
    }
  }

  /// Nothing was given away, so the passphrase can be asked for as if there were no agent.
  private static func passOver(_ error: AgentError, _ output: Output) throws -> Session? {
    output.warn("The agent was not used: \(Failure(agent: error).message)")
    return nil
  }
}
