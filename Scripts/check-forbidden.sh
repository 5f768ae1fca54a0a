#!/bin/bash
# Things that no file may hold, each with its reason.
set -uo pipefail
cd "$(dirname "$0")/.."

status=0
# forbid REASON PATTERN PATH... : no line of these paths may match the extended expression.
forbid() {
  local reason=$1 pattern=$2
  shift 2
  local found
  found=$(grep -rnIE --include='*.swift' -- "$pattern" "$@" 2>/dev/null)
  if [[ -n $found ]]; then
    printf 'forbidden: %s\n%s\n' "$reason" "$found" >&2
    status=1
  fi
}

# All folders of Sources but those named.
sources_but() {
  local folder keep
  for folder in Sources/*/; do
    folder=${folder%/}
    keep=1
    for name in "$@"; do [[ $folder == "Sources/$name" ]] && keep=0; done
    ((keep)) && echo "$folder"
  done
}

mapfile -t outside_sealing < <(sources_but Sealing CSodium CCrypto)
mapfile -t outside_sqlite < <(sources_but SQLiteStore)
code='^([^/"]|/[^/]|"[^"]*")*' # the part of a line before a comment, strings skipped

forbid "unfinished work: finish it or take it out" '\b(TODO|FIXME|XXX|HACK)\b' Sources Tests Vault
forbid "a stub: what is not there is absent" \
  '(//.*\b(stub|placeholder)\b|fatalError\("(not implemented|unimplemented))' Sources
forbid "libsodium has one door, Sources/Sealing" 'import +CSodium\b' "${outside_sealing[@]}" Tests
forbid "libcrypto has one door, Sources/Sealing" 'import +CCrypto\b' "${outside_sealing[@]}" Tests
forbid "unsafe lines stand in Sources/Sealing only" "$code\\bunsafe +[A-Za-z_(&]" \
  "${outside_sealing[@]}"
forbid "@unsafe, @unchecked and nonisolated(unsafe) stand in Sources/Sealing only" \
  "$code(@unsafe|@safe|@unchecked +Sendable|nonisolated\\(unsafe\\))" "${outside_sealing[@]}"
forbid "GRDB is known to Sources/SQLiteStore only" 'import +GRDB\b' "${outside_sqlite[@]}"
forbid "a forced try or cast crashes on what the world sends" "$code(try!|as!)" Sources
forbid "only the command line ends the process" "$code\\b(_?exit|abort|quick_exit)\\(" \
  $(sources_but evault)

others=$(git ls-files 2>/dev/null | grep -vE '^(LICENSE|Scripts/check-forbidden.sh)$')
if [[ -n $others ]]; then
  found=$(grep -nIE '(/home/[a-z]+/|/root/|/Users/)' $others 2>/dev/null)
  if [[ -n $found ]]; then
    printf 'forbidden: a path of one machine\n%s\n' "$found" >&2
    status=1
  fi
fi
exit $status
