#!/bin/sh
# Makes the man page and the shell completions: make-docs.sh DIRECTORY
set -eu
cd "$(dirname "$0")/.."
out=$1
mkdir -p "$out"

swift build --product evault
evault=$(swift build --show-bin-path)/evault
"$evault" --generate-completion-script bash >"$out/evault.bash"
"$evault" --generate-completion-script zsh >"$out/_evault"
"$evault" --generate-completion-script fish >"$out/evault.fish"

# One page for all commands, by the argument parser's own plugin, from the debug build.
if ! swift package generate-manual --configuration debug >"$out/manual.log" 2>&1; then
  cat "$out/manual.log" >&2
  echo "make docs: the man page could not be made." >&2
  exit 1
fi
rm "$out/manual.log"
cp .build/plugins/GenerateManual/outputs/evault/evault.1 "$out/evault.1"
echo "The man page and the completions are in $out."
