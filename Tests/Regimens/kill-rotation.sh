#!/bin/bash
# `rotate records` and `rotate role` over many records, killed at random moments, again and again.
# After each kill every record opens and says what it said; a later run finishes the work; in the
# end no record has the key or the bytes that it had.
#
#   kill-rotation.sh [TESTIMONIES [KILLS]]     5,000 (over 10,000 records) and 40
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh
testimonies=${1:-5000}
kills=${2:-40}
[[ -x $tool ]] || die "there is no $tool; run 'swift build --product regimens' first."

found_vault river
env -i PATH="$PATH" EVAULT_STATE="$state/${device[river]}" "$tool" fill "$vault" river \
  "$testimonies" 3< <(printf '%s\n' "${passphrase[river]}")

content() { as river testimony list --json --output - && sha256sum <"$shown"; }
records() { # how many of all kinds, or a complaint
  as river check --json
  [[ $status == 0 ]] || {
    echo "check ended with $status: $(head -c 300 "$out/stderr")"
    return
  }
  grep -o '"records" *: *[0-9]*' "$shown" | awk -F: '{ sum += $2 } END { print sum }'
}
epoch() {
  as river role list --json
  perl -0ne 'print "$1\n" if /\{[^{}]*?"epoch" *: *(\d+)[^{}]*?"role" *: *"'"$1"'"/' "$shown"
}
seconds() { # how long a command takes, in milliseconds
  local begun=${EPOCHREALTIME/./}
  expect 0 "$@"
  echo $(((${EPOCHREALTIME/./} - begun) / 1000))
}

whole=$(content)
all=$(records)
"$tool" leaves "$vault" >"$work/leaves"
cp -a "$vault" "$work/vault.whole"
cp -a "$state" "$work/state.whole"
unlock_takes=$(seconds river role list)
records_take=$(seconds river rotate records)
role_takes=$(seconds river rotate role custodian)
rm -rf "$vault" "$state"
cp -a "$work/vault.whole" "$vault"
cp -a "$work/state.whole" "$state"

killed=0
resumed=0
finished=0
attempt=0
while ((killed < kills && attempt < kills * 4)); do
  attempt=$((attempt + 1))
  words=(rotate records)
  takes=$records_take
  before=""
  if ((attempt % 3 == 0)); then
    role=$(shuf -n 1 -e custodian researcher editor member auditor)
    words=(rotate role "$role")
    takes=$role_takes
    before=$(epoch "$role")
  fi
  # Most of the time of a command goes before its work begins.
  moment=$((unlock_takes / 2 + RANDOM * (takes - unlock_takes / 2 + 50) / 32768))
  runner=(timeout -s KILL "$((moment / 1000)).$(printf '%03d' $((moment % 1000)))")
  as river "${words[@]}" --json
  runner=()
  if [[ $status == 137 ]]; then
    killed=$((killed + 1))
    # Killed when it had said that it was done: then the next run must find nothing begun.
    if [[ -s $shown && ${words[1]} == records ]]; then
      expect 0 river rotate records --json
      grep -q '"before" *: *0' "$shown" && ok || bad "it said that it was done, and was not"
    fi
  elif [[ $status == 0 ]]; then
    finished=$((finished + 1))
    grep -q '"before" *: *[1-9]' "$shown" && resumed=$((resumed + 1))
  else
    bad "${words[*]} ended with $status: $(head -c 300 "$out/stderr")"
  fi
  now=$(records)
  [[ $now == "$all" ]] && ok || bad "${words[*]} killed after $moment ms: $now records of $all"
  [[ $(content) == "$whole" ]] && ok || bad "${words[*]} killed after $moment ms: another content"
  if [[ -n $before ]]; then
    now=$(epoch "$role")
    ((now == before || now == before + 1)) && ok || bad "epoch $before of $role became $now"
  fi
done

expect 0 river rotate records --json
grep -q '"before" *: *[1-9]' "$shown" && resumed=$((resumed + 1))
[[ $(content) == "$whole" && $(records) == "$all" ]] && ok || bad "the end is not the beginning"
"$tool" leaves "$vault" >"$work/leaves.after"
# The roster's head is a leaf without a record.
same=$(comm -12 <(sort "$work/leaves") <(sort "$work/leaves.after") | wc -l)
((same <= 1)) && ok || bad "$same records were not rotated"
((killed >= kills)) && ok || bad "only $killed of $kills kills came in time"
echo "         kill-rotation.sh: $all records, $killed kills, $finished runs to the end, $resumed resumed"
verdict
