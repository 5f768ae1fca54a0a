#!/bin/bash
# Everything that can be checked without running the program. Runs all checks, then says which failed.
set -uo pipefail
cd "$(dirname "$0")/.."

failed=()
run() {
  local name=$1
  shift
  printf '== %s\n' "$name"
  "$@" || failed+=("$name")
}

lint_format() {
  swift format lint --strict --recursive --parallel Package.swift Sources Tests Vault && return
  echo "check: 'make format' rewrites the files in the house format." >&2
  return 1
}

# Warnings are errors by Package.swift; an import of an undeclared target is one by this flag.
# The exit code counts: the last line may say "Build complete!" all the same.
build_strictly() {
  swift build --build-tests --explicit-target-dependency-import-check error && return
  echo "check: the build failed, warned, or a target imports what Package.swift does not give it." >&2
  return 1
}

run "format" lint_format
run "forbidden things" Scripts/check-forbidden.sh
run "strict build" build_strictly
run "programs that must not compile" Scripts/must-not-compile.sh
run "documents" Scripts/check-docs.sh

if ((${#failed[@]})); then
  (IFS=,; echo "make check: FAILED: ${failed[*]}") >&2
  exit 1
fi
echo "make check: passed"
