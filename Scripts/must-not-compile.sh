#!/bin/bash
# Compiles each program of Tests/MustNotCompile against the modules of the debug build.
# The first line of a program says what must happen:
#   // expect: SUBSTRING   it must be refused, and an error must hold SUBSTRING
#   // compiles            it must compile: a control, which shows that the flags are right
# `-emit-sil`, because type checking alone does not see uses after a move.
set -uo pipefail
cd "$(dirname "$0")/.."

modules=.build/debug/Modules
if [[ ! -d $modules ]]; then
  echo "must-not-compile: there is no debug build; run 'swift build' first." >&2
  exit 1
fi

flags=(
  -emit-sil -o /dev/null -swift-version 6 -parse-as-library -strict-memory-safety
  -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
  -enable-upcoming-feature MemberImportVisibility
  -I "$modules" -Xcc -fmodule-map-file=Sources/CSodium/module.modulemap
  -Xcc -fmodule-map-file=Sources/CCrypto/module.modulemap
)
# C modules that ours import internally; a build for tests names them in its modules all the same.
for map in .build/checkouts/*/Sources/{CYaml/include,GRDBSQLite}/module.modulemap; do
  [[ -e $map ]] && flags+=(-Xcc "-fmodule-map-file=$map")
done

passed=0
failed=0
controls=0
fail() {
  printf 'must-not-compile: %s\n' "$1" >&2
  [[ -z ${2:-} ]] || sed 's/^/    /' <<<"$2" >&2
  failed=$((failed + 1))
}

while IFS= read -r program; do
  IFS= read -r first <"$program"
  # The caller's `// expect:` line would be quoted in diagnostics beside an error on line 1 or 2:
  # only lines that are errors are searched.
  output=$(swiftc "${flags[@]}" "$program" 2>&1)
  status=$?
  errors=$(grep -E '(^|: )error: ' <<<"$output")
  case $first in
  '// compiles'*)
    controls=$((controls + 1))
    if ((status)); then
      fail "$program is a control and must compile, but was refused:" "$output"
    else
      passed=$((passed + 1))
    fi
    ;;
  '// expect: '?*)
    expected=${first#// expect: }
    if ((status == 0)); then
      fail "$program compiles, and must not."
    elif ! grep -qF -- "$expected" <<<"$errors"; then
      fail "$program is refused, but not with \"$expected\":" "$output"
    else
      passed=$((passed + 1))
    fi
    ;;
  *) fail "$program: the first line must be '// expect: …' or '// compiles'." ;;
  esac
done < <(find Tests/MustNotCompile -name '*.swift' | LC_ALL=C sort)

if ((controls == 0)); then
  fail "there is no control program, so nothing shows that the flags are right."
fi
echo "must-not-compile: $passed as expected, $failed not"
((failed == 0))
