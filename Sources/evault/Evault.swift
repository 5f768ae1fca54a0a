import ArgumentParser

/// The command line of the evidence vault.
struct Evault: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "evault",
    abstract: "Keeps testimonies apart from the identities of those who gave them.",
    discussion: """
      The vault is --vault PATH or EVAULT_VAULT, the member --as NAME or EVAULT_MEMBER. The \
      passphrase is asked for at the terminal, or read from --passphrase-file or --passphrase-fd.

      Exit codes: 0 done; 1 unexpected; 3 refused; 4 not unlocked or not the role; 5 integrity; \
      6 not found; 64 usage; 65 bad input; 74 input or output.
      """,
    version: "evault \(version) (vault format 1)",
    subcommands: [
      InitCommand.self, MemberCommands.self, RoleCommands.self, PassphraseCommands.self,
      KitCommands.self, SealCommand.self, DocumenterCommands.self,
      RecoveryCommands.self, UnlockCommand.self, LockCommand.self, AgentCommand.self,
      IntakeCommands.self, SourceCommands.self, TestimonyCommands.self, AttachmentCommands.self,
      ExcerptCommands.self,
      ExportCommand.self, ScreenCommand.self, RevealCommands.self, PolicyCommands.self,
      GroupsCommands.self, RotateCommands.self, LogCommands.self, ExposureCommand.self,
      CheckCommand.self, DoctorCommand.self, BackupCommand.self, RestoreCommand.self,
      UpgradeCommand.self, VerifyCommand.self, WitnessCommands.self,
    ]
  )
}
