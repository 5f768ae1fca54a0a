#!/bin/bash
# Commands are killed at system calls that change something: just before the first, the second, and
# so on. After each, the vault is as it was before the command or as it is after it, every record
# opens, what was acknowledged is there, and the command run again brings it to the end.
#
#   kill-points.sh            every point of every command
#   kill-points.sh smoke N    N points of every command, other ones each time
#   ONLY=NAME kill-points.sh  one command
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh
points=0
if [[ ${1:-} == smoke ]]; then points=${2:-3}; fi
if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
  skip "strace is missing (apt-get install strace); nothing is killed"
  exit 0
fi

changing=write,pwrite64,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,link,linkat
changing+=,unlink,unlinkat,rmdir,mkdir,mkdirat,chmod,fchmod,fchmodat,utimensat

count() {
  env -i PATH="$PATH" EVAULT_STATE="$state/${device[river]}" "$tool" count "$vault" river \
    3< <(printf '%s\n' "${passphrase[river]}")
}
# What the vault has, and whose passphrase opens it.
summary() {
  local opens=""
  count
  as stone testimony list --output -
  [[ $status == 0 ]] && opens=old
  as_fresh
  [[ $status == 0 ]] && opens=$opens,new
  echo "stone opens with ${opens:-nothing}; files: $(cd "$out/asked" && ls | wc -l)"
}
as_fresh() {
  local old=${passphrase[stone]}
  passphrase[stone]=$fresh
  as stone testimony list --output -
  passphrase[stone]=$old
}

# --- a vault in which everything can be done next

fresh=quorl-$RANDOM$RANDOM$RANDOM$RANDOM-fresh
found_vault river
admit river stone researcher,intake
admit river brook editor
as brook member list --json
brook_reads=$(perl -0ne 'print $1 if /"fingerprint" *: *"([^"]*)"[^{}]*"member" *: *"brook"/' "$shown")
new_passphrase newcomer
expect 0 newcomer member request newcomer --json
fingerprint=$(value fingerprint)
expect 0 river source add "$samples/sources/source-2.yaml"
source_code=$(code S)
expect 0 river testimony add "$samples/testimonies/testimony-07.md" --source "$source_code"
testimony=$(code T)
expect 0 stone testimony add "$samples/testimonies/testimony-03.md" \
  --source "$samples/sources/source-5.yaml"
drop=$(code D)
expect 0 stone excerpt create "$testimony" --audience desk --policy editor --sentences 1-3
draft=$(code E)
expect 0 stone excerpt create "$testimony" --audience desk --policy editor --sentences 1-3
approved=$(code E)
expect 0 river excerpt approve "$approved" --confirm-date "$(date -u +%F)" --reason - <<<""
# A drop file, and a source that will be joined to another.
expect 0 river source add "$samples/sources/source-3.yaml"
other_source=$(code S)
expect 0 river kit export "$out/kit"
expect 0 river seal --kit "$out/kit" "$samples/testimonies/testimony-09.md" \
  --source "$samples/sources/source-4.yaml" --output "$out/drop.evault" \
  --fingerprint "$(sed -n 2p "$shown")"
recovery_lines river | head -n 14 >"$work/shares"
head -c 200000 /dev/urandom >"$out/recording"
expect 0 river attachment add "$testimony" "$out/recording"
attachment=$(code A)
mkdir "$out/asked"
printf '%s\n' "$fresh" >"$out/fresh"
# A device that has seen the vault, for each who looks at it.
expect 0 brook excerpt list --output -
before=$(summary)
cp -a "$vault" "$work/vault.base"
cp -a "$state" "$work/state.base"

reset() {
  rm -rf "$vault" "$state" "$out/asked"
  cp -a "$work/vault.base" "$vault"
  cp -a "$work/state.base" "$state"
  mkdir "$out/asked"
}

# The points of the command that was traced, or some of them: which call, and the how manieth of it.
# (strace counts each system call, and the calls of each thread, apart.)
chosen_points() {
  awk '/^[0-9]+ +[a-z0-9]+\(/ { sub(/\(.*/, "", $2); print $2 ":" ++seen[$1, $2] }' "$work/trace" |
    sort -u | if ((points)); then shuf -n "$points"; else cat; fi
}
killing() { # point
  runner=(strace -f -o /dev/null -e "trace=$changing"
    -e "inject=${1%:*}:signal=KILL:when=${1#*:}")
}

# `at_every_point NAME WHO WORDS…`
killed=0
at_every_point() {
  local name=$1 after now point acknowledged
  shift
  [[ -z ${ONLY:-} || $ONLY == "$name" ]] || return 0
  reset
  runner=(strace -f -o "$work/trace" -e "trace=$changing")
  expect 0 "$@"
  runner=()
  after=$(summary)
  [[ $before != "$after" || $name == "rotate records" ]] && ok || bad "$name changes nothing"
  for point in $(chosen_points); do
    reset
    killing "$point"
    as "$@"
    runner=()
    # Not every run makes all the calls.
    [[ $status == 137 ]] || continue
    killed=$((killed + 1))
    acknowledged=$(wc -c <"$shown")
    now=$(summary) || true
    if [[ $now == "$before" ]]; then
      [[ $acknowledged == 0 || $before == "$after" ]] && ok || bad "$name killed at $point: it was acknowledged, and is not there"
      expect 0 "$@"
      now=$(summary)
      [[ $now == "$after" ]] && ok || bad "$name run again after $point: $now"
    elif [[ $now == "$after" ]]; then
      ok
    else
      bad "$name killed at $point:
  before $before
  after  $after
  now    $now"
    fi
  done
}

at_every_point "testimony add" river testimony add "$samples/testimonies/testimony-02.md" \
  --source "$source_code"
at_every_point "attachment add" river attachment add "$testimony" "$out/recording"
at_every_point "attachment extract" river attachment extract "$attachment" --output "$out/asked/part" \
  --reason -
at_every_point "handing in" stone testimony add "$samples/testimonies/testimony-04.md" \
  --source "$samples/sources/source-3.yaml"
at_every_point "source update" river source update "$source_code" "$samples/sources/source-1.yaml"
at_every_point "intake accept" river intake accept "$drop"
# The short slice goes without these two.
if ((!points)); then
  at_every_point "drop file" river intake accept "$out/drop.evault" --new-source
  at_every_point "source merge" river source merge "$source_code" "$other_source" \
    --record "$samples/sources/source-2.yaml"
fi
at_every_point "member admit" river member admit newcomer --fingerprint "$fingerprint" \
  --roles editor
at_every_point "excerpt approve" river excerpt approve "$draft" --confirm-date "$(date -u +%F)" --reason -
at_every_point "export" brook export "$approved" --output "$out/asked/"
at_every_point "passphrase change" stone passphrase change --new-passphrase-file "$out/fresh"
at_every_point "passphrase leaked" stone passphrase change --leaked --new-passphrase-file "$out/fresh"
at_every_point "role grant" river role grant brook auditor --fingerprint "$brook_reads"
at_every_point "rotate role" river rotate role custodian
at_every_point "rotate records" river rotate records
at_every_point "member remove" river member remove brook
at_every_point "member lost" river member lost brook
at_every_point "recovery use" river recovery use phoenix --shares "$work/shares" \
  --new-passphrase-file "$out/fresh"

# In a slice one of these, another each time: each needs some vaults of its own.
late=(backup restore "source erase")
((points)) && late=("${late[RANDOM % 3]}")
late() { [[ ${ONLY:-} == "$1" || (-z ${ONLY:-} && " ${late[*]} " == *" $1 "*) ]]; }
late "source erase" &&
  at_every_point "source erase" river source erase "$source_code" --yes

# A backup is there whole or not at all; what a killed run left beside it is gone after the next.
back_up() { as river backup "$out/asked/vault.backup"; }
if late backup || late restore; then
  reset
  runner=(strace -f -o "$work/trace" -e "trace=$changing")
  back_up
  [[ $status == 0 ]] && ok || bad "backup ended with $status"
  runner=()
  cp "$out/asked/vault.backup" "$work/one.backup"
  late backup || : >"$work/trace"
  for point in $(chosen_points); do
    reset
    killing "$point"
    back_up
    runner=()
    [[ $status == 137 ]] || continue
    killed=$((killed + 1))
    if [[ ! -e $out/asked/vault.backup ]]; then
      [[ ! -s $shown ]] && ok || bad "backup killed at $point: it said so, and no file is there"
      expect 0 river backup "$out/asked/vault.backup"
      [[ $(ls -A "$out/asked") == vault.backup ]] && ok || bad "backup killed at $point left $(ls -A "$out/asked")"
    fi
    expect 0 river check
    rm -rf "$work/copy"
    expect 0 river restore "$out/asked/vault.backup" "$work/copy"
  done
fi

# A restored vault has its place whole or not at all. Killed before its fingerprint was shown it is
# removed and restored again.
if late restore; then
  reset
  expect 0 river testimony add "$samples/testimonies/testimony-02.md" --source "$source_code"
  cp -a "$state" "$work/state.later"
  go_back() {
    rm -rf "$work/copy" "$work"/.copy.* "$state"
    cp -a "$work/state.later" "$state"
  }
  go_back
  runner=(strace -f -o "$work/trace" -e "trace=$changing")
  expect 0 river restore "$work/one.backup" "$work/copy"
  runner=()
  lost=$vault
  for point in $(chosen_points); do
    go_back
    killing "$point"
    as river restore "$work/one.backup" "$work/copy"
    runner=()
    [[ $status == 137 ]] || continue
    killed=$((killed + 1))
    if [[ -e $work/copy ]]; then
      vault=$work/copy
      as river check
      vault=$lost
      [[ $status == 0 || $status == 5 ]] && ok || bad "restore killed at $point: check ended with $status"
      [[ $status == 0 ]] || rm -rf "$work/copy"
    else
      [[ ! -s $shown ]] && ok || bad "restore killed at $point: it said so, and no vault is there"
    fi
    # What the device knew it knows still.
    [[ -e $work/copy ]] || expect 0 river check
    [[ -e $work/copy ]] || expect 0 river restore "$work/one.backup" "$work/copy"
    vault=$work/copy
    expect 0 river check
    vault=$lost
  done
fi

# init makes its own vault: it is there whole, or not at all.
forget() {
  rm -rf "$vault" "$state" "$work"/.vault.*
  mkdir "$state"
}
forget
runner=(strace -f -o "$work/trace" -e "trace=$changing")
expect 0 river init "$vault" --kdf interactive
runner=()
[[ -z ${ONLY:-} || $ONLY == init ]] || : >"$work/trace"
for point in $(chosen_points); do
  forget
  killing "$point"
  as river init "$vault" --kdf interactive
  runner=()
  [[ $status == 137 ]] || continue
  killed=$((killed + 1))
  [[ ! -s $shown || -e $vault ]] && ok || bad "init killed at $point: it said so, and no vault is there"
  [[ -e $vault ]] || expect 0 river init "$vault" --kdf interactive
  expect 0 river check
done

((killed > 0)) && ok || bad "nothing was killed"
echo "         kill-points.sh: $killed kills"
verdict
