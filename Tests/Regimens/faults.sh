#!/bin/bash
# A full disk, a read-only medium, no terminal, a database that another process holds: the exit code,
# a message that says what to do, and nothing lost or half done.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh
[[ -x $tool ]] || die "there is no $tool; run 'swift build --product regimens' first."

says() { # words that the message must have
  grep -qi -- "$1" "$out/stderr" && ok || bad "the message lacks '$1': $(head -c 300 "$out/stderr")"
}
testimonies() {
  as river testimony list --output -
  grep -c '^T-' "$shown" || true
}
whole() { # what was done before is there, and everything opens
  expect 0 river check
  local now
  now=$(testimonies)
  [[ $now == "$1" ]] && ok || bad "$2: $now testimonies and not $1"
}

# --- a full disk

tmpfs() { # mount point, size
  mkdir -p "$1"
  mount -t tmpfs -o "size=$2,mode=700" tmpfs "$1" 2>/dev/null && mounted+=("$1")
}
full() { dd if=/dev/zero of="$1/ballast" bs=4096 status=none 2>/dev/null || true; }
# Leaves so many KiB.
nearly_full() {
  full "$1"
  truncate -s "-$2K" "$1/ballast"
}

disk=$work/disk
text=$samples/testimonies/testimony-07.md
if [[ $(id -u) == 0 ]] && tmpfs "$disk" 3m; then
  vault=$disk/vault
  found_vault river
  expect 0 river source add "$samples/sources/source-2.yaml"
  source_code=$(code S)
  done=0
  for _ in 1 2 3; do
    expect 0 river testimony add "$text" --source "$source_code"
    done=$((done + 1))
  done
  expect 0 river export "$(code T)" --audience desk --policy editor --sentences 1-3 --confirm-date "$(date -u +%F)" --output -
  as river excerpt list --output -
  excerpt=$(code E)

  refused=0
  tight() { # what is done with little room: it is done, or refused with 74
    as "$@"
    case $status in
    0) ok ;;
    74)
      refused=$((refused + 1))
      says "full"
      ;;
    *) bad "${*:2} with $room KiB left ended with $status: $(head -c 300 "$out/stderr")" ;;
    esac
  }
  for room in 0 8 32 64 128 256; do
    nearly_full "$disk" "$room"
    tight river testimony add "$text" --source "$source_code"
    [[ $status != 0 ]] || done=$((done + 1))
    tight river rotate records
    tight river rotate role custodian
    rm "$disk/ballast"
    whole "$done" "after $room KiB"
  done
  ((refused > 3)) && ok || bad "the disk was never full"
  expect 0 river rotate records
  expect 0 river testimony add "$text" --source "$source_code"
  done=$((done + 1))
  whole "$done" "after making room"

  # An archive that stops in the middle goes on where it was, and nothing comes in twice.
  for room in 8 48 160; do
    archive=$work/archive-$room.jsonl
    for row in {1..20}; do
      printf '{"id": "%s-%s", "text": "Gate %s of yard %s closed at nine. Nobody said why."}\n' \
        "$room" "$row" "$row" "$room"
    done >"$archive"
    nearly_full "$disk" "$room"
    tight river testimony import "$archive" --source "$source_code" --batch 5
    rm "$disk/ballast"
    expect 0 river testimony import "$archive" --source "$source_code"
    done=$((done + 20))
    whole "$done" "after an archive with $room KiB"
  done

  # A full disk where the export goes, and where the client's state is.
  vault=$work/vault
  cp -a "$disk/vault" "$vault"
  full "$disk"
  expect 74 river export "$excerpt" --format html --output "$disk/"
  says "full"
  [[ -z $(find "$disk" -name 'E-*' -o -name '.*partial') ]] && ok || bad "half an export is left"
  rm "$disk/ballast"
  expect 0 river export "$excerpt" --format html --output "$disk/"
  [[ -s $disk/$excerpt.html ]] && ok || bad "no export"

  kept=$state
  state=$disk/state
  cp -a "$kept" "$state"
  full "$disk"
  before=$(testimonies)
  as river testimony add "$text" --source "$source_code"
  [[ $status == 74 ]] && ok || bad "without room for the state: exit $status"
  says "state"
  rm "$disk/ballast"
  now=$(testimonies)
  if grep -q "Nothing was changed" "$out/stderr"; then
    bad "without room for the state something was changed and it says not: $before, then $now"
  else
    ok
  fi
  expect 0 river check
  state=$kept
  rm -rf "$vault"
  vault=$work/vault

  # No room for a vault at all.
  full "$disk"
  new_passphrase other
  expect 74 other init "$disk/another" --kdf interactive
  [[ -z $(find "$disk" -name '*another*') ]] && ok || bad "half a vault is left"
  umount "$disk"
else
  skip "filling a disk takes root and tmpfs"
fi

# --- a read-only medium

rm -rf "$vault" "$state"
mkdir "$state"
found_vault river
expect 0 river source add "$samples/sources/source-2.yaml"
source_code=$(code S)
expect 0 river testimony add "$text" --source "$source_code"
if [[ $(id -u) == 0 ]] && tmpfs "$disk" 16m; then
  cp -a "$vault" "$disk/"
  mount -o remount,ro "$disk"
  kept=$vault
  vault=$disk/vault
else
  kept=""
  chmod 500 "$vault"
  chmod 400 "$vault"/*
fi
expect 74 river testimony add "$text" --source "$source_code"
says "may not be written"
expect 74 river testimony list --output -
says "may not be written"
expect 74 river rotate records
if [[ -n $kept ]]; then
  expect 74 river init "$disk/another" --kdf interactive
  umount "$disk"
  vault=$kept
else
  chmod 700 "$vault"
  chmod 600 "$vault"/*
fi
whole 1 "after a read-only medium"

# --- no terminal

bare() { # evault without a passphrase and without a terminal
  status=0
  env -i PATH="$PATH" HOME="$work" EVAULT_VAULT="$vault" EVAULT_STATE="$state/${device[river]}" \
    setsid "$evault" "$@" --as river >"$shown" 2>"$out/stderr" || status=$?
}
bare testimony list --output -
[[ $status == 4 ]] && ok || bad "without a terminal: exit $status"
says "no terminal"
as river testimony list --json --output -
expect 64 river testimony list
says "--output"
runner=(setsid)
expect 64 river testimony search --output -
says "no terminal"
runner=()
bare testimony list --output - --passphrase-fd 9
[[ $status == 74 ]] && ok || bad "a descriptor that is not open: exit $status"
bare testimony list --output - --passphrase-file "$work/nothing"
[[ $status == 74 ]] && ok || bad "a file that is not there: exit $status"
whole 1 "after no terminal"

# --- another process

held_by() { # read or write; sets `holder`
  coproc HOLDER { exec "$tool" hold "$vault" "$1"; }
  holder=$HOLDER_PID
  local line
  read -r line <&"${HOLDER[0]}"
  [[ $line == held ]] || die "the database could not be held"
}
released() {
  local ended=0
  eval "exec ${HOLDER[1]}>&-"
  wait "$holder" || ended=$?
  [[ $ended == 0 ]] && ok || bad "who held the database ended with $ended"
}
held_by write
expect 74 river testimony add "$text" --source "$source_code"
says "another process"
expect 74 river rotate role custodian
released
whole 1 "after another process wrote"
held_by read
expect 0 river testimony add "$text" --source "$source_code"
expect 0 river rotate role custodian
says "unfinished"
released
expect 0 river rotate role custodian
! grep -qi unfinished "$out/stderr" && ok || bad "still unfinished"
whole 2 "after another process read"

verdict
