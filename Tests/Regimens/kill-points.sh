#!/bin/bash
# Commands are killed at system calls that change something: just before the first, the second, and
# so on. After each, the vault is as it was before the command or as it is after it, every record
# opens, what was acknowledged is there, and the command run again brings it to the end. Where rows
# or files are destroyed, no byte of these is left in the end; an erasure that was killed has noted
# what is still to be destroyed.
#
#   kill-points.sh            every point of every command
#   kill-points.sh smoke N    N points of every command, other ones each time
#   ONLY=NAME kill-points.sh  one command
#   PAGES=N kill-points.sh    of the writes of pages, which are most, each Nth
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
    3< <(printf '%s\n' "${passphrase[river]}") | sed 's/recovery-[a-z0-9]*/recovery/g'
}
# What the vault has, and whose passphrase opens it.
summary() { # command
  local opens=""
  count
  if [[ $1 == passphrase* ]]; then
    as stone testimony list --output -
    [[ $status == 0 ]] && opens=old
    as_fresh
    [[ $status == 0 ]] && opens=$opens,new
  fi
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
cat >"$out/second.yaml" <<'YAML'
names: ["Namgung Una", "남궁우나"]
phones: ["+82 10-0000-5528"]
YAML
expect 0 river source add "$out/second.yaml"
other_source=$(code S)
expect 0 river kit export "$out/kit"
kit_print=$(sed -n 2p "$shown")
expect 0 river seal --kit "$out/kit" "$samples/testimonies/testimony-09.md" \
  --source "$samples/sources/source-4.yaml" --output "$out/drop.evault" \
  --fingerprint "$kit_print"
head -c 200000 /dev/urandom >"$out/recording"
expect 0 river seal --kit "$out/kit" "$samples/testimonies/testimony-10.md" \
  --source "$samples/sources/source-4.yaml" --attach "$out/recording" "$out/kit" \
  --output "$out/carrying.evault" --fingerprint "$kit_print"
recovery_lines river | head -n 14 >"$work/shares"
expect 0 river attachment add "$testimony" "$out/recording"
attachment=$(code A)
# An archive of which one row brings a source with it; three parts.
mkdir "$out/people"
cp "$samples/sources/source-5.yaml" "$out/people/five.yaml"
{
  echo text,source
  for n in 1 2 3 4; do echo "\"The gate, part $n.\",$source_code"; done
  echo '"The gate, the end.",five'
} >"$out/archive.csv"
mkdir "$out/asked"
printf '%s\n' "$fresh" >"$out/fresh"
# A device that has seen the vault, for each who looks at it.
expect 0 brook excerpt list --output -
before=""
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
    sort -u | awk -F: -v pages="${PAGES:-1}" '$1 != "pwrite64" || $2 % pages == 0' |
    if ((points)); then shuf -n "$points"; else cat; fi
}
killing() { # point
  runner=(strace -f -o /dev/null -e "trace=$changing"
    -e "inject=${1%:*}:signal=KILL:when=${1#*:}")
}

# --- what is destroyed

left() { # vault: rows of before in its files that are none of its rows, or its only sealed file
  "$tool" remnants "$work/vault.base" "$1"
  if [[ ${2:-} == objects ]]; then
    (cd "$work/vault.base/objects" && ls) | while read -r object; do
      [[ ! -e $1/objects/$object ]] || echo "$object"
    done
  fi
}
destroys() { # command; says what it destroys beside rows
  case $1 in
  "source erase" | "testimony erase" | "rotate records") echo objects ;;
  "passphrase leaked" | rotate* | member* | "role revoke") echo rows ;;
  *) return 1 ;;
  esac
}
# Killed just now, nobody has opened the vault: what is to be destroyed is there, or noted.
at_once() { # command, point
  [[ $1 == *erase ]] || return 0
  local copy=$work/vault.killed found
  rm -rf "$copy"
  cp -a "$vault" "$copy"
  found=$(left "$copy")
  [[ -z $found || -n $("$tool" noted "$copy") ]] && ok || bad "$1 killed at $2: $found
  is left, and nothing says so"
}
in_the_end() { # command, point
  local what found
  what=$(destroys "$1") || return 0
  found=$(left "$vault" "$what")
  [[ -z $found ]] && ok || bad "$1 killed at $2 left, in the end: $(head -5 <<<"$found")"
  [[ -z $("$tool" noted "$vault") ]] && ok || bad "$1 killed at $2 is not finished"
}

# A state that is neither before nor after, and harmless: a kit that the vault knows, and nobody has;
# some parts of an archive.
is_between() { # command
  [[ $1 == "kit export" && $now == "${before/kits 1/kits 2}" ]] || [[ $1 == "testimony import" ]]
}
# What was said when the command was killed is true: a change that was told of is there. Shares are
# shown before their member is made, so that a recovery which the vault knows can be used.
is_true() { # command, before or after
  case "$1 $2" in
  "recovery create after")
    grep '^[a-z]' "$work/shown" | grep -v '^recovery-' | head -n 14 >"$work/new-shares"
    expect 0 river recovery drill --shares "$work/new-shares"
    ;;
  "recovery create before" | *" after") ;;
  *) [[ $acknowledged == 0 || $before == "$after" ]] ;;
  esac
}

# `at_every_point NAME WHO WORDS…`
killed=0
declare -A kills=()
at_every_point() {
  local name=$1 after now point acknowledged
  shift
  [[ -z ${ONLY:-} || $ONLY == "$name" ]] || return 0
  reset
  before=$(summary "$name")
  reset
  runner=(strace -f -o "$work/trace" -e "trace=$changing")
  expect 0 "$@"
  runner=()
  # A command that fails unharmed has no points.
  [[ $status == 0 ]] || return 0
  after=$(summary "$name")
  [[ $before != "$after" || $name == "rotate records" ]] && ok || bad "$name changes nothing"
  in_the_end "$name" "no point"
  for point in $(chosen_points); do
    reset
    killing "$point"
    as "$@"
    runner=()
    # Not every run makes all the calls.
    [[ $status == 137 ]] || continue
    killed=$((killed + 1))
    kills[$name]=$((${kills[$name]:-0} + 1))
    acknowledged=$(wc -c <"$shown")
    cp "$shown" "$work/shown"
    at_once "$name" "$point"
    now=$(summary "$name") || true
    if [[ $now == "$before" ]]; then
      is_true "$name" before && ok || bad "$name killed at $point: it was acknowledged, and is not there"
      expect 0 "$@"
      now=$(summary "$name")
      [[ $now == "$after" ]] && ok || bad "$name run again after $point: $now"
      in_the_end "$name" "$point"
    elif [[ $now == "$after" ]]; then
      ok
      is_true "$name" after && ok || bad "$name killed at $point: it is there, and was not shown"
      in_the_end "$name" "$point"
    elif is_between "$name"; then
      expect 0 "$@"
      [[ $name == "kit export" || $(summary "$name") == "$after" ]] && ok ||
        bad "$name run again after $point: $(summary "$name")"
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
at_every_point "testimony import" river testimony import "$out/archive.csv" \
  --sources "$out/people" --batch 2
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
  at_every_point "drop with attachments" river intake accept "$out/carrying.evault" --new-source
  at_every_point "source merge" river source merge --yes "$source_code" "$other_source"
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
at_every_point "member remove" river member remove --yes brook
at_every_point "member lost" river member lost brook
at_every_point "recovery use" river recovery use phoenix --shares "$work/shares" \
  --new-passphrase-file "$out/fresh"
at_every_point "intake refuse" river intake refuse --yes "$drop" --reason -
at_every_point "role revoke" river role revoke brook editor
at_every_point "source withdraw" river source withdraw "$source_code" --reason -
at_every_point "kit export" river kit export "$out/asked/kit"
at_every_point "seal" river seal --kit "$out/kit" "$samples/testimonies/testimony-02.md" \
  --source "$samples/sources/source-4.yaml" --output "$out/asked/drop" --fingerprint "$kit_print"
at_every_point "seal with attachments" river seal --kit "$out/kit" \
  "$samples/testimonies/testimony-02.md" --source "$samples/sources/source-4.yaml" \
  --attach "$out/recording" --output "$out/asked/drop" --fingerprint "$kit_print"
piped=yes
at_every_point "recovery create" river recovery create 2/3 --output -
piped=""

# In a slice one of these, another each time: each needs some vaults of its own.
late=(backup restore "source erase" "testimony erase")
((points)) && late=("${late[RANDOM % ${#late[@]}]}")
late() { [[ ${ONLY:-} == "$1" || (-z ${ONLY:-} && " ${late[*]} " == *" $1 "*) ]]; }
late "source erase" &&
  at_every_point "source erase" river source erase "$source_code" --yes
late "testimony erase" &&
  at_every_point "testimony erase" river testimony erase "$testimony" --yes

# A backup is there whole or not at all; what a killed run left beside it is gone after the next that
# is an hour later.
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
      # For an hour it may be of a run that goes on.
      find "$out/asked" -mindepth 1 -exec touch -d "2 hours ago" {} +
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
for name in "${!kills[@]}"; do echo "         $name: ${kills[$name]} kills"; done | sort | if ((points)); then
  cat >/dev/null
else cat; fi
echo "         kill-points.sh: $killed kills"
verdict
