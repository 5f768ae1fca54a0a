#!/bin/bash
# Keeps README.md and Docs true: every document is in an index, every link leads somewhere, and every
# `make` target and `evault` command that is named exists.
set -uo pipefail
cd "$(dirname "$0")/.."

status=0
complain() {
  echo "check-docs: $1" >&2
  status=1
}

documents=()
while IFS= read -r file; do documents+=("$file"); done < <(
  find README.md Docs -name '*.md' -type f 2>/dev/null | LC_ALL=C sort)

# The targets of a document's relative links, one a line, without anchors.
links() {
  grep -oE '\]\([^) ]+' "$1" | sed 's/^](//; s/#.*$//' | grep -vE '^$|^[a-z]+:' | sort -u
}

# What stands in code: fenced lines as they are, and the text between backticks.
code() {
  awk '/^ *```/ { fenced = !fenced; next }
    fenced { print; next }
    { n = split($0, part, "`"); for (i = 2; i <= n; i += 2) print part[i] }' "$1"
}

# 1. Links.
for file in "${documents[@]}"; do
  while IFS= read -r link; do
    [[ -e $(dirname "$file")/$link ]] || complain "$file links to $link, which is not there."
  done < <(links "$file")
done

# 2. The index.
indexed=$(for index in README.md Docs/README.md; do
  [[ -f $index ]] || continue
  while IFS= read -r link; do
    realpath -m --relative-to=. "$(dirname "$index")/$link"
  done < <(links "$index")
done)
while IFS= read -r file; do
  [[ $file == Docs/README.md ]] || grep -qxF -- "$file" <<<"$indexed" ||
    complain "$file is linked from neither README.md nor Docs/README.md."
done < <(find Docs -type f 2>/dev/null | LC_ALL=C sort)

# 3. Make targets.
for file in "${documents[@]}"; do
  while IFS= read -r target; do
    grep -qE "^$target:" Makefile || complain "$file names 'make $target', which the Makefile lacks."
  done < <(code "$file" | grep -oE '(^|[^a-z-])make [a-z][a-z-]*' | sed 's/.*make //' | sort -u)
done

# 4. Commands. The first word must be a command, the second too where the first has commands below it.
evault=.build/debug/evault
if [[ ! -x $evault ]]; then
  complain "there is no debug build to ask for its commands; run 'swift build' first."
  exit 1
fi
# Whether `evault WORD…` is a command: its own help says so.
is_command() { "$evault" "$@" --help 2>/dev/null | grep -qE "^USAGE: evault $*( |\$)"; }
has_commands() { "$evault" "$@" --help 2>/dev/null | grep -q '^SUBCOMMANDS:'; }
for file in "${documents[@]}"; do
  while read -r _ first second _; do
    if ! is_command "$first"; then
      complain "$file names 'evault $first', which is not a command."
    elif [[ -n $second ]] && has_commands "$first" && ! is_command "$first" "$second"; then
      complain "$file names 'evault $first $second', which is not a command."
    fi
  done < <(code "$file" | grep -oE '(^|[$%;&|] ?)evault [a-z][a-z-]*( [a-z][a-z-]*)?' |
    sed 's/^[$%;&|] *//' | sort -u)
done

((status == 0)) && echo "check-docs: ${#documents[@]} documents are true to the Makefile and the program"
exit $status
