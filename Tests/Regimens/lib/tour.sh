# Every command, by every kind of member, on the sample case. Sourced after common.sh.
#
# `tour` calls `moment` after each command. The files $work/secrets (what may be shown only where
# somebody asked for it) and $work/names (handles, roles, codes: may be printed and given as
# arguments) grow with what the tour makes.

secret() { printf '%s\n' "$@" >>"$work/secrets"; }
name() { printf '%s\n' "$@" >>"$work/names"; }

# A step: exit code, who, words. Standard input is for the words that a command reads from it.
step() {
  expect "$@"
  local found
  # Codes that were given out just now are looked for from here on.
  while read -r found; do name "$found" "${found#?-}"; done < <(
    grep -oh '\b[STEDARK]-[0-9A-Z]\{6\}\b' "$shown" | sort -u)
  moment "$@"
}

person() { # handle
  new_passphrase "$1"
  secret "${passphrase[$1]}"
  name "$1"
}
# A step whose files are looked at after the next one.
also() {
  expect "$@"
  glance "$@"
}
join() { # steward, newcomer, roles
  person "$2"
  step 0 "$2" member request "$2" --json
  step 0 "$1" member admit "$2" --fingerprint "$(value fingerprint)" --roles "$3"
}

tour() {
  perl "$here/lib/canaries.pl" words "$samples" >"$work/secrets"
  # `member` and `custodian` stand in the public card, which says whose keys it has.
  printf '%s\n' steward intake editor researcher auditor >"$work/names"
  local note="the noctule flies over Dandong" reason="because the pellucid owl asked"
  secret "$note" "noctule" "$reason" "pellucid"

  person river-first
  step 0 river-first init "$vault" --kdf interactive
  join river-first pencil-desk editor
  join river-first brook-reads researcher
  join river-first stone-field intake
  join river-first lamp-audits auditor
  join river-first leaf-admits steward
  step 0 leaf-admits member list
  step 0 leaf-admits role list --json

  local n t
  local -A source=()
  for n in 1 2 3 4 5; do
    step 0 river-first source add "$samples/sources/source-$n.yaml"
    source[$n]=$(code S)
  done
  for t in 01 02 05 07; do
    n=$(sed -n 's/^source: source-\([0-9]\).*/\1/p' "$samples/testimonies/testimony-$t.md")
    step 0 river-first testimony add "$samples/testimonies/testimony-$t.md" --source "${source[$n]}"
  done
  local testimony
  testimony=$(code T)
  step 65 river-first testimony add "$samples/README.md" --source "$samples/expected.yaml"

  # An archive: a folder whose files are called like people; a table of which one row is refused.
  mkdir "$asked/archive"
  cp "$samples/testimonies/testimony-06.md" "$asked/archive/Nam Gung Un-ha.md"
  step 0 river-first testimony import "$asked/archive" --sources "$samples/sources" --dry-run
  step 0 river-first testimony import "$asked/archive" --sources "$samples/sources"
  printf 'text,date,source\n"%s",2024,%s\n"%s",last May,%s\n' \
    "$note" "${source[1]}" "$reason" "${source[1]}" >"$asked/archive.csv"
  step 65 river-first testimony import "$asked/archive.csv" --refused "$asked/rest.csv"
  step 65 river-first testimony import - --format csv --json <"$asked/archive.csv"
  step 4 brook-reads testimony import "$asked/archive" --sources "$samples/sources"
  step 0 stone-field testimony import "$asked/archive" --sources "$samples/sources" --json
  step 0 river-first intake refuse --yes "$(code D)" --reason - <<<"$reason"

  # An interviewer hands in and cannot read back.
  step 0 stone-field testimony add "$samples/testimonies/testimony-03.md" \
    --source "$samples/sources/source-5.yaml"
  local drop second
  drop=$(code D)
  step 4 stone-field intake show "$drop" --output -
  step 0 stone-field testimony add - --source "$samples/sources/source-3.yaml" \
    <"$samples/testimonies/testimony-04.md"
  second=$(code D)
  step 0 river-first intake list
  step 0 river-first intake show "$drop" --output -
  step 0 river-first intake accept "$drop" --source "${source[5]}"
  step 0 river-first intake refuse --yes "$second" --reason - <<<"$reason"

  # A drop file, sealed without the vault; and a source that was there under another record.
  step 4 stone-field kit export "$asked/no-kit"
  step 0 river-first kit export "$asked/kit"
  step 0 stone-field seal --kit "$asked/kit" "$samples/testimonies/testimony-08.md" \
    --source "$samples/sources/source-3.yaml" --output "${disk:-$asked}/drop.evault" \
    --attach "$samples/testimonies/testimony-01.md" --fingerprint "$(sed -n 2p "$shown")"
  step 0 river-first intake accept "${disk:-$asked}/drop.evault" --source "${source[3]}"
  step 0 river-first source add - <<<'names: ["김철수"]'
  step 0 river-first source merge --yes "${source[1]}" "$(code S)"

  # Reading, each by who may, and by who may not.
  step 0 river-first source list --output -
  step 0 river-first source show "${source[1]}" --output "$asked/source.yaml"
  step 0 river-first source update "${source[1]}" "$asked/source.yaml"
  step 64 river-first source show "${source[1]}"
  step 0 river-first source variants "${source[1]}" --output -
  step 64 river-first source variants "${source[1]}"
  step 4 brook-reads source variants "${source[1]}" --output -
  step 4 brook-reads source list --output -
  step 0 brook-reads testimony list --output -
  step 64 brook-reads testimony list
  step 0 brook-reads testimony show "$testimony" --output -
  step 0 brook-reads testimony show "$testimony" --json --output "$asked/working.json"
  step 4 brook-reads testimony show "$testimony" --original --reason - --output - <<<"$reason"
  step 0 river-first testimony show "$testimony" --original --reason - --output - <<<"$reason"
  step 0 brook-reads testimony search - --output - <<<"Dalian"
  step 0 brook-reads testimony note "$testimony" --text - <<<"$note"
  step 6 brook-reads testimony show T-000000 --output -

  # Attachments: a file whose words are known, from a path and from a pipe.
  step 0 river-first attachment add "$testimony" "$samples/testimonies/testimony-01.md"
  local attachment
  attachment=$(code A)
  step 0 river-first attachment add "$testimony" - <"$samples/testimonies/testimony-02.md"
  step 64 river-first attachment list "$testimony"
  step 4 brook-reads attachment list "$testimony" --output -
  step 0 river-first attachment list "$testimony" --output -
  step 0 river-first attachment show "$attachment" --reason - --output - <<<"$reason"
  step 0 river-first attachment extract "$attachment" --reason - --output "$asked/recording" \
    <<<"$reason"
  step 0 river-first attachment extract "$attachment" --reason - --range 3-99 --output - <<<"$reason"

  # Excerpts: drafted, approved, refused, exported in every format, and what may not leave.
  step 0 brook-reads excerpt create "$testimony" --audience desk --policy editor --sentences 1-5
  local excerpt refused format
  excerpt=$(code E)
  step 0 brook-reads excerpt create "$testimony" --audience desk --policy public
  refused=$(code E)
  step 0 brook-reads excerpt list --output -
  step 0 brook-reads excerpt show "$excerpt" --output -
  step 3 river-first excerpt approve "$excerpt" --confirm-date "$(date -u +%F)" --reason - <<<"as 남궁은하 asked"
  step 0 river-first excerpt approve "$excerpt" --confirm-date "$(date -u +%F)" --reason - <<<"$reason"
  step 0 river-first excerpt refuse "$refused" --reason - <<<"$reason"
  step 6 pencil-desk export "$refused" --output "$asked/"
  for format in html md txt json; do
    step 0 pencil-desk export "$excerpt" --format "$format" --output "$asked/"
  done
  step 0 pencil-desk export "$excerpt" --format txt --output -
  # Whom a label stands for: asked, decided, told to who asked.
  local label question
  label=$(grep -o 'defector [A-Z]*' "$shown" | head -1)
  step 0 pencil-desk reveal "$excerpt" "$label" --reason - <<<"$reason"
  question=$(code R)
  also 4 pencil-desk reveal answer "$question" --confirmed --reason - <<<"$reason"
  step 0 river-first reveal answer "$question" --confirmed --reason - <<<"$reason"
  step 0 pencil-desk reveal show "$question" --output -
  step 74 pencil-desk export "$excerpt" --format html --output "$asked/"
  step 3 river-first export "$testimony" --audience desk --policy editor \
    --confirm-date "$(date -u +%F)" --output "$asked/Nam Gung Un-ha.html"
  step 0 river-first export "$testimony" --audience desk --policy editor \
    --confirm-date "$(date -u +%F)" --output "$asked/"
  step 3 river-first export "$testimony" --audience public --policy public --output "$asked/"
  step 0 pencil-desk excerpt list --output -
  step 0 pencil-desk policy show editor

  # A policy of one's own, and what is open in a draft under it.
  name magpie-desk
  sed 's/^name: .*/name: magpie-desk/; s/^version: .*/version: 1/; s/^review: .*/review: all/' \
    Vault/Policies/editor.yaml >"$asked/policy.yaml"
  also 0 river-first policy add "$asked/policy.yaml"
  step 0 brook-reads excerpt create "$testimony" --audience desk --policy magpie-desk
  excerpt=$(code E)
  also 0 river-first excerpt show "$excerpt" --output -
  also 0 river-first excerpt review "$excerpt" --json --output -
  step 0 river-first excerpt review "$excerpt" --suppress kinship --reason - <<<"$reason"
  step 0 river-first excerpt risk "$excerpt" --output -

  unlocked "$testimony"

  # Keys.
  step 0 river-first rotate role custodian
  step 0 river-first rotate role member
  step 0 river-first rotate records
  step 0 river-first role grant brook-reads auditor --fingerprint "$(fingerprint brook-reads)"
  step 0 river-first role revoke brook-reads auditor
  step 0 leaf-admits member remove --yes stone-field
  step 4 stone-field testimony add "$samples/testimonies/testimony-06.md" \
    --source "$samples/sources/source-1.yaml"
  local old=${passphrase[brook-reads]}
  printf '%s\n' "quorl-$RANDOM$RANDOM$RANDOM-vashti" >"$asked/new"
  step 0 brook-reads passphrase change --new-passphrase-file "$asked/new"
  passphrase[brook-reads]=$(<"$asked/new")
  secret "${passphrase[brook-reads]}"
  step 0 brook-reads testimony list --output -
  passphrase[brook-reads]=$old
  step 4 brook-reads testimony list --output -
  passphrase[brook-reads]=$(<"$asked/new")

  # Who wants no more of it, and is forgotten; what the day before has still, and a new machine.
  also 0 river-first source withdraw "${source[2]}" --reason - <<<"$reason"
  also 0 river-first backup "${disk:-$asked}/vault.backup"
  also 0 river-first testimony erase "$testimony" --yes
  step 0 river-first source erase "${source[2]}" --yes
  step 0 leaf-admits restore "${disk:-$asked}/vault.backup" "${disk:-$asked}/restored"

  # The log, and the end.
  step 0 lamp-audits log show --output -
  step 4 brook-reads log show --output -
  step 0 lamp-audits log verify --from-genesis
  step 0 river-first check
  step 0 river-first testimony list --json --output -
}

# With keys that an agent holds. The tracer goes on with the agent when the command has ended.
unlocked() { # testimony
  local traced=("${runner[@]}")
  agent=yes
  runtime=${disk:-$work}/run
  mkdir -p "$runtime"
  if ((${#runner[@]})); then runner=("${runner[0]}" -D "${runner[@]:1}"); fi
  also 0 river-first unlock --for 10m
  runner=("${traced[@]}")
  passphrase_from=()
  step 0 river-first testimony show "$1" --original --reason - --output - <<<"because it was asked"
  step 0 river-first lock
  passphrase_from=(--passphrase-fd 3)
  runtime=""
  agent=""
}

fingerprint() {
  as river-first member list --json
  perl -0ne 'print $1 if /\{[^{}]*?"fingerprint" *: *"([^"]*)"[^{}]*?"member" *: *"'"$1"'"/' "$shown"
}
