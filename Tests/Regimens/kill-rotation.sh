#!/bin/bash
# `rotate records` and `rotate role` over many records, killed again and again.
#
# First just before each time that they wait for the disk, which is once or more for each of their
# transactions: what a transaction left behind is what the next one finds. Then at random moments.
# After each kill every record opens for every role that may (all roles take turns), it says what it
# said, the log verifies from its first entry, and wraps are all of one epoch. Each run goes on where
# the last one was killed; when one ends, no record has the key or the bytes that it had before the
# first, and no file of the vault has them.
#
#   kill-rotation.sh [TESTIMONIES [KILLS]]   5,000 (over 10,000 records) and 40 random moments
#   kill-rotation.sh smoke                   one role, few records, no random moments
#
# Caught, each tried by breaking the program in this way:
# - a role's new epoch committed before its wraps are (wraps as before; nobody can open the vault);
# - old wraps left beside the new ones (their number grows);
# - new keys given to nobody but who rotates (the others cannot open the vault);
# - a record's new body committed before its new wrap (it does not open);
# - the cursor committed before the records that it passes (records that were not rotated);
# - the cursor of a rotation that ended trusted by the next (none was rotated);
# - no cursor at all (records that were done are rotated again).
# Not caught: old rows that are not destroyed, while `secure_delete` overwrites nearly all of them;
# the tests of SQLiteStore count these.
set -euo pipefail
cd "$(dirname "$0")/../.."
source Tests/Regimens/lib/common.sh
[[ -x $tool ]] || die "there is no $tool; run 'swift build --product regimens' first."
# More than one transaction (256 records) for originals and for working copies.
few=300
testimonies=${1:-5000}
kills=${2:-40}
roles=(custodian researcher editor member auditor)
smoke=""
if [[ $testimonies == smoke ]]; then
  smoke=yes
  testimonies=0
  roles=("$(shuf -n 1 -e custodian researcher)")
fi

look() { # who, more words: all that this member can open
  env -i PATH="$PATH" EVAULT_STATE="$state/${device[$1]}" \
    "$tool" state "$vault" "$@" 3< <(printf '%s\n' "${passphrase[$1]}") 2>&1
}
others=(brook pencil lamp)
turn=0
same() { # what happened, who…: everybody named is told what was told in the beginning
  local who
  for who in "${@:2}"; do
    if look "$who" >"$work/now"; then
      cmp -s "$work/told.$who" "$work/now" && ok || bad "$1: $who is told
$(diff "$work/told.$who" "$work/now" | head -5)"
    else
      bad "$1: $who cannot open the vault: $(tail -1 "$work/now" | head -c 300)"
    fi
  done
}
still_whole() { # what happened: asked of the founder, and of the others in turn
  turn=$(((turn + 1) % ${#others[@]}))
  same "$1" river "${others[turn]}"
}

new_vault() { # testimonies
  rm -rf "$vault" "$state"
  mkdir "$state"
  device=()
  found_vault river
  admit river brook researcher
  admit river pencil editor
  admit river lamp custodian,auditor
  env -i PATH="$PATH" EVAULT_STATE="$state/${device[river]}" "$tool" fill "$vault" river \
    "$1" 3< <(printf '%s\n' "${passphrase[river]}")
  as river testimony list --json --output -
  expect 0 river excerpt create "$(code T)" --audience desk --policy editor
  expect 0 river excerpt approve "$(code E)" --confirm-date "$(date -u +%F)" --reason -
  if (($1 <= few)); then look river texts >"$work/texts"; fi
  for who in river "${others[@]}"; do look "$who" >"$work/told.$who" || bad "$who cannot look"; done
}

# --- rows

rows() { "$tool" "$1" "$vault" | sort; }
remember() { for what in leaves wraps records; do rows $what >"$work/$what"; done; }
common() { comm -12 "$work/$1" <(rows "$1") | wc -l; }
# Sixteen bytes of each row that was remembered, as patterns for grep.
patterns() {
  perl -ne 'for (split) {
    my $row = pack "H*", $_;
    print "$1\n" if length($row) > 16 && $row =~ /([^\0\n]{16})/;
  }' "$work/$1"
}
left_in_files() { # leaves out the ids, which stay
  cut -d' ' -f2 "$work/wraps" >"$work/old"
  cat "$work/records" >>"$work/old"
  LC_ALL=C grep -aoFf <(patterns old) "$vault"/* | wc -l || true
}
size() { wc -l <"$work/$1"; }
# How many records a role wraps.
wrapped() {
  local kinds
  case $1 in
  custodian) kinds='source|original|drop|labels|review|groups|told facts|attachment|field kit|receipt|moved|proof tree' ;;
  researcher) kinds='testimony|excerpt|note' ;;
  editor) kinds='release|policy|question|delivery' ;;
  *) kinds='nothing' ;;
  esac
  awk -F: -v kinds="^($kinds) [0-9]+\$" \
    '$1 ~ kinds { n = split($1, words, " "); sum += words[n] } END { print sum + 0 }' \
    "$work/told.river"
}
epoch() {
  as river role list --json
  perl -0ne 'print "$1\n" if /\{[^{}]*?"epoch" *: *(\d+)[^{}]*?"role" *: *"'"$1"'"/' "$shown"
}

# The number of the log entry that says that a rotation of records has ended.
last_end() {
  as river log show --newest 64 --json --output -
  perl -0ne 'while (/\{[^{}]*\}/g) { my $entry = $&; $number = $1 if $entry =~ /"finished"/ && $entry =~ /"number" *: *(\d+)/ } print $number // "none"' "$shown"
}

# After a rotation that ended: of all rows remembered, none is left.
replaced() { # what happened
  local kept
  kept=$(common leaves)
  # The roster's head is a leaf without a record.
  ((kept <= 1)) && ok || bad "$1: $kept records were not rotated"
  kept=$(common wraps)
  ((kept == 0)) && ok || bad "$1: $kept wraps are the old ones"
  kept=$(left_in_files)
  ((kept == 0)) && ok || bad "$1: $kept old rows are in the files"
}

# After `rotate role`, killed or not: all wraps of the role are old, or all are new.
of_one_epoch() { # what happened, role, epoch before
  local now kept moved=0
  now=$(epoch "$2")
  if [[ $now == $(($3 + 1)) ]]; then
    moved=$(wrapped "$2")
  elif [[ $now != "$3" ]]; then
    bad "$1: epoch $3 of $2 became $now"
  fi
  kept=$(common wraps)
  ((kept == $(size wraps) - moved)) && ok || bad "$1: $kept wraps are as before"
  now=$(rows wraps | wc -l)
  ((now == $(size wraps))) && ok || bad "$1: $(size wraps) wraps became $now"
}

# --- killed at each transaction

killed=0
resumed=0
killing() { runner=(strace -f -o /dev/null -e "trace=fdatasync" -e "inject=fdatasync:signal=KILL:when=$1"); }

records_at_each_transaction() {
  local point=1 before=0 most=0 rotated again ended kept
  remember
  rotated=$(left_in_files)
  ((rotated > $(size wraps))) && ok || bad "old rows would not be found in the files"
  : >"$work/done"
  ended=$(last_end)
  while ((point < 50)); do
    killing "$point"
    as river rotate records --json
    runner=()
    [[ $status == 137 ]] || break
    killed=$((killed + 1))
    if [[ $(last_end) != "$ended" ]]; then
      # Killed behind its last record: the next run is another rotation.
      ended=$(last_end)
      kept=$(common leaves)
      ((kept <= 1)) && ok || bad "rotate records, killed at sync $point: $kept were not rotated"
      remember
      before=0
      : >"$work/done"
      still_whole "rotate records, killed at sync $point when it had ended"
      point=$((point + 1))
      [[ -z $smoke ]] || break
      continue
    fi
    still_whole "rotate records, killed at sync $point of a run"
    rows leaves >"$work/leaves.now"
    # What the runs before have done is not done again.
    again=$(comm -23 "$work/done" "$work/leaves.now" | wc -l)
    ((again == 0)) && ok || bad "$again were rotated again"
    comm -13 "$work/leaves" "$work/leaves.now" >"$work/done"
    # The same point again while that gets further.
    rotated=$(size done)
    ((rotated > before)) || point=$((point + 1))
    before=$rotated
    ((rotated <= most)) || most=$rotated
  done
  [[ $status == 0 || -n $smoke ]] && ok || bad "rotate records ended with $status: $(head -c 300 "$out/stderr")"
  ((most > 0)) && ok || bad "no run was killed in the middle"
  [[ $status != 0 ]] || replaced "rotate records, killed at each transaction"
  # The next one begins anew.
  remember
  expect 0 river rotate records
  replaced "rotate records after one that ended"
  same "rotate records, killed at each transaction" river "${others[@]}"
}

role_at_each_transaction() { # role
  local point=1 before moved=0
  while ((point < 50)); do
    remember
    before=$(epoch "$1")
    killing "$point"
    as river rotate role "$1"
    runner=()
    of_one_epoch "rotate role $1, killed at sync $point" "$1" "$before"
    [[ $status == 137 ]] || break
    killed=$((killed + 1))
    still_whole "rotate role $1, killed at sync $point"
    point=$((point + 1))
    # Behind its transaction it has only the old rows to destroy.
    [[ $(common wraps) == $(size wraps) ]] || moved=$((moved + 1))
    [[ -z $smoke ]] || ((moved < 2)) || break
  done
  [[ $status == 0 || -n $smoke ]] && ok || bad "rotate role $1 ended with $status: $(head -c 300 "$out/stderr")"
  ((point > 2)) && ok || bad "rotate role $1 was killed $((point - 1)) times"
  same "rotate role $1" river "${others[@]}"
}

if command -v strace >/dev/null && strace -o /dev/null true 2>/dev/null; then
  new_vault "$few"
  records_at_each_transaction
  for role in "${roles[@]}"; do role_at_each_transaction "$role"; done
  look river texts >"$work/now"
  cmp -s "$work/texts" "$work/now" && ok || bad "in the end, other texts"
else
  skip "strace is missing (apt-get install strace); no kills at transactions"
fi
aimed=$killed

# --- killed at random moments

seconds() { # how long a command takes, in milliseconds
  local begun=${EPOCHREALTIME/./}
  expect 0 "$@"
  echo $(((${EPOCHREALTIME/./} - begun) / 1000))
}
# Kills somewhere in the command's work; most of the time of a short one goes before that begins.
at_random() { # milliseconds it takes, words…
  moment=$((unlock_takes / 2 + RANDOM * ($1 - unlock_takes / 2 + 50) / 32768))
  runner=(timeout -s KILL "$((moment / 1000)).$(printf '%03d' $((moment % 1000)))")
  as river "${@:2}" --json
  runner=()
  case $status in
  137) killed=$((killed + 1)) ;;
  0) ;;
  *) bad "${*:2} ended with $status: $(head -c 300 "$out/stderr")" ;;
  esac
}

attempt=0
if ((testimonies)); then
  new_vault "$testimonies"
  unlock_takes=$(seconds river role list)
  records_take=$(seconds river rotate records)
  role_takes=$(seconds river rotate role custodian)
fi
while ((testimonies && killed - aimed < kills && attempt < kills * 4)); do
  # Some kills of one rotation, which then goes on to its end; a role gets new keys in between.
  remember
  ended=""
  for ((runs = 1 + RANDOM % 3; runs > 0; runs--)); do
    attempt=$((attempt + 1))
    at_random "$records_take" rotate records
    # It may be killed when it has said that it is done.
    [[ ! -s $shown ]] || ended=yes
    still_whole "rotate records killed after $moment ms"
    [[ -z $ended ]] || break
  done
  [[ -n $ended ]] || expect 0 river rotate records --json
  if grep -q '"before" *: *[1-9]' "$shown"; then resumed=$((resumed + 1)); fi
  replaced "rotate records killed at random moments"

  remember
  attempt=$((attempt + 1))
  role=$(shuf -n 1 -e "${roles[@]}")
  before=$(epoch "$role")
  at_random "$role_takes" rotate role "$role"
  of_one_epoch "rotate role $role killed after $moment ms" "$role" "$before"
  still_whole "rotate role $role killed after $moment ms"
done
if ((testimonies)); then
  same "in the end" river "${others[@]}"
  ((killed - aimed >= kills)) && ok || bad "only $((killed - aimed)) of $kills kills came in time"
fi
echo "         kill-rotation.sh: $aimed kills at transactions, $((killed - aimed)) at random moments," \
  "$resumed rotations resumed"
verdict
