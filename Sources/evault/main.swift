Entry.run(arguments: Array(CommandLine.arguments.dropFirst()))
