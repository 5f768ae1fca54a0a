# What every regimen shares: the program, a place to work in, people with passphrases, and verdicts.
# To be sourced from the repository's root, under `set -euo pipefail`.

evault=${EVAULT:-$PWD/.build/debug/evault}
tool=${REGIMENS_TOOL:-$(dirname "$evault")/regimens}
samples=$PWD/Vault/Samples
here=$PWD/Tests/Regimens
umask 077
exec </dev/null

die() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}
[[ -x $evault ]] || die "there is no $evault; run 'swift build' first."

# Whatever is mounted or running ends with the script; the place goes too, unless KEEP is set.
work=$(mktemp -d "${TMPDIR:-/tmp}/evault-regimen.XXXXXX")
work=$(cd "$work" && pwd -P)
mounted=()
finish() {
  local status=$?
  local place
  for place in "${mounted[@]}"; do umount -q "$place" 2>/dev/null || true; done
  if [[ -n ${KEEP:-} ]]; then
    echo "$(basename "$0"): everything is kept in $work" >&2
  else
    rm -rf "$work"
  fi
  return $status
}
trap finish EXIT

# A regimen that the machine cannot run says so, and does not fail.
skip() { printf 'SKIPPED  %s: %s\n' "$(basename "$0")" "$*" >&2; }

passed=0
failed=0
ok() { passed=$((passed + 1)); }
bad() {
  failed=$((failed + 1))
  printf 'FAILED   %s: %s\n' "$(basename "$0")" "$*" >&2
}
verdict() {
  printf '%-8s %s: %d checks, %d failed (%s)\n' "$( ((failed)) && echo FAILED || echo ok)" \
    "$(basename "$0")" $((passed + failed)) "$failed" "$SECONDS s"
  ((failed == 0))
}

# --- people

vault=$work/vault
state=$work/state
out=$work/out
mkdir -p "$state" "$out"
declare -A passphrase=()

# A member's passphrase: a word of the regimen's own that no text has.
new_passphrase() { passphrase[$1]="quorl-$(od -An -N8 -tx8 /dev/urandom | tr -d ' ')-vashti"; }

# Runs evault as a member: `as WHO WORDS…`. Its output is in the file $shown and in $out/stderr, its
# exit code in $status. A file ending in .asked is where text was asked for with `--output -`.
# With `piped` set it writes into a pipe; `runtime` is a session's runtime directory, if there is one;
# without `passphrase_from` the keys must come from an agent.
# The words of `runner` stand before the program. A state directory has a number, not a name.
runner=()
piped=""
runtime=""
passphrase_from=(--passphrase-fd 3)
status=0
shown=$out/stdout
declare -A device=()
as() {
  local who=$1
  shift
  status=0
  device[$who]=${device[$who]:-${#device[@]}}
  shown=$out/stdout
  [[ " $* " != *" --output - "* ]] || shown=$out/stdout.asked
  local to=$shown reader=""
  if [[ -n $piped ]]; then
    to=$work/pipe
    [[ -p $to ]] || mkfifo "$to"
    cat "$to" >"$shown" &
    reader=$!
  fi
  # In a shell of its own, which says "Killed" to nobody.
  (
    env -i PATH="$PATH" LANG=C.UTF-8 HOME="${home:-$work}" TMPDIR="${temporary:-$work}" \
      SWIFT_BACKTRACE=enable=no EVAULT_VAULT="$vault" EVAULT_STATE="$state/${device[$who]}" \
      ${runtime:+"XDG_RUNTIME_DIR=$runtime"} \
      "${runner[@]}" "$evault" "$@" --as "$who" "${passphrase_from[@]}" \
      3< <(printf '%s\n' "${passphrase[$who]}") >"$to" 2>"$out/stderr"
    exit $?
  ) 2>/dev/null || status=$?
  [[ -z $reader ]] || wait "$reader"
}

# `expect CODE WHO WORDS…`: the command must end with this exit code.
expect() {
  local want=$1
  shift
  as "$@"
  if [[ $status == "$want" ]]; then
    ok
  else
    bad "evault ${*:2} (as $1) ended with $status and not $want: $(head -c 300 "$out/stderr")"
  fi
}

# The first code of a kind in the last output; a value of the last JSON document.
code() { grep -o "$1-[0-9A-Z]\{6\}" "$shown" | head -1; }
value() { grep -o "\"$1\" *: *\"[^\"]*\"" "$shown" | head -1 | cut -d'"' -f4; }

found_vault() { # founder
  new_passphrase "$1"
  expect 0 "$1" init "$vault" --kdf interactive --quiet
}
# Makes a recovery of two in three and prints the lines of its pages; they pass through a pipe only.
recovery_lines() { # steward
  env -i PATH="$PATH" LANG=C.UTF-8 HOME="${home:-$work}" TMPDIR="${temporary:-$work}" \
    EVAULT_VAULT="$vault" EVAULT_STATE="$state/${device[$1]}" "$evault" recovery create 2/3 \
    --output - --quiet --as "$1" --passphrase-fd 3 3< <(printf '%s\n' "${passphrase[$1]}") |
    grep '^[a-z]' | grep -v '^recovery-'
}
admit() { # steward, newcomer, roles
  new_passphrase "$2"
  expect 0 "$2" member request "$2" --json
  expect 0 "$1" member admit "$2" --fingerprint "$(value fingerprint)" --roles "$3" --quiet
}
