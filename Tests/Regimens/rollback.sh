#!/bin/bash
# An older copy of the vault's directory put back, at every step of a history, and a history that
# went another way: refused with exit code 5 by every device that has seen more, whatever the command.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh

found_vault river
admit river brook researcher
expect 0 brook testimony list --output -
expect 0 river source add "$samples/sources/source-2.yaml"
source_code=$(code S)

keep() { # a copy of the vault as it is
  rm -rf "$work/copy.$1"
  cp -a "$vault" "$work/copy.$1"
}
put() { # the copy in the vault's place
  rm -rf "$vault"
  cp -a "$work/copy.$1" "$vault"
}
says() {
  grep -qi -- "$1" "$out/stderr" && ok || bad "the message lacks '$1': $(head -c 300 "$out/stderr")"
}

# --- older copies

new=quorl-$RANDOM$RANDOM$RANDOM$RANDOM-other
printf '%s\n' "$new" >"$work/new"
step=0
keep 0
act() {
  expect 0 "$@"
  step=$((step + 1))
  keep "$step"
}
act river testimony add "$samples/testimonies/testimony-07.md" --source "$source_code"
testimony=$(code T)
act river testimony show "$testimony" --original --output -
act river rotate role researcher
act river rotate records
act river passphrase change --new-passphrase-file "$work/new"
old=${passphrase[river]}
passphrase[river]=$new
act river role grant brook auditor --fingerprint "$(
  as river member list --json
  perl -0ne 'print $1 if /"fingerprint" *: *"([^"]*)"[^{}]*"member" *: *"brook"/' "$shown"
)"
expect 0 brook testimony list --output -
act river log verify
for ((older = 0; older < step - 1; older++)); do
  put "$older"
  # The passphrase of that time, so that it is the history that is refused.
  ((older < 5)) && passphrase[river]=$old
  expect 5 river check
  says "older than what this device has seen"
  expect 5 river testimony add "$samples/testimonies/testimony-07.md" --source "$source_code"
  passphrase[river]=$new
  expect 5 brook testimony list --output -
done
put "$step"
expect 0 river check
expect 0 brook testimony list --output -

# --- two histories

keep common
cp -a "$state" "$work/state.common"
expect 0 river testimony add "$samples/testimonies/testimony-02.md" --source "$source_code"
keep left
cp -a "$state" "$work/state.left"
put common
rm -rf "$state"
cp -a "$work/state.common" "$state"
# Longer than the other one, so that its length gives nothing away.
for text in 04 06 07; do
  expect 0 river testimony add "$samples/testimonies/testimony-$text.md" --source "$source_code"
done
keep right
rm -rf "$state"
cp -a "$work/state.left" "$state"
expect 5 river check
says "not the one that this device has seen"
expect 5 river testimony list --output -
# Rows of one history in the other.
cp "$work/copy.left/vault.sqlite" "$vault/vault.sqlite"
expect 0 river check

# --- another vault in its place

rm -rf "$vault"
kept=$state
state=$work/elsewhere
mkdir "$state"
passphrase[river]=quorl-$RANDOM$RANDOM$RANDOM$RANDOM-third
expect 0 river init "$vault" --kdf interactive
passphrase[river]=$new
state=$kept
expect 4 river check
expect 4 brook testimony list --output -
put left
expect 0 river check
verdict
