// expect: cannot find 'AgentServer' in scope
import Sealing

/// Keys are lent by the agent's own process, which is hardened and ends; nobody else opens a socket.
func serve(_ keys: consuming SecretBytes, _ name: AgentName, _ place: AgentPlace) throws {
  _ = try AgentServer(keys: keys, name: name, place: place)
}
