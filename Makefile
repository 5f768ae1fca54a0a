# One target for each thing a person wants done. `make` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE := .build/release
DOCS_OUT := .build/docs
# One binary that needs only libc, SQLite, libsodium and libcrypto.
RELEASE_FLAGS := -c release --static-swift-stdlib

# Package.swift has what it does.
export EVAULT_OPTIMISED := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test check build install uninstall bench bench-smoke flips format docs clean
.PHONY: fuzz-proofs fuzz-parsers
.PHONY: regimens canary crash slices bench-anonymity fuzz-anonymity crippled rules-off

help: ## list the targets
	@echo "evidence-vault: make targets"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' Makefile | while IFS='|' read -r name what; do \
	  printf '%-16s %s\n' "$$name" "$$what"; done

setup: ## install libsodium, headers of SQLite and OpenSSL, and pkg-config where they are missing
	@Scripts/setup.sh

demo: setup ## make a vault from the samples, export an excerpt, rotate, verify the log
	@Scripts/demo.sh

# The unit tests have a sample of the byte flips; the slices are of `crash` and `canary`.
test: setup ## run all tests, then a short slice of each regimen (ten minutes on two cores, after building)
	$(SWIFT) test
	@$(MAKE) --no-print-directory slices

check: setup ## format, forbidden things, docs, imports, warnings, programs that must not compile
	@Scripts/check.sh

build: setup ## build the release binary .build/release/evault
	$(SWIFT) build $(RELEASE_FLAGS) --product evault

docs: setup ## make the man page and the shell completions in .build/docs
	@Scripts/make-docs.sh $(DOCS_OUT)

install: build docs ## install binary, completions and man page under PREFIX (and DESTDIR)
	install -Dm755 $(RELEASE)/evault $(DESTDIR)$(PREFIX)/bin/evault
	install -Dm644 $(DOCS_OUT)/evault.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/evault
	install -Dm644 $(DOCS_OUT)/_evault $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_evault
	install -Dm644 $(DOCS_OUT)/evault.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/evault.fish
	install -Dm644 $(DOCS_OUT)/evault.1 $(DESTDIR)$(PREFIX)/share/man/man1/evault.1

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/evault \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/evault \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_evault \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/evault.fish \
	  $(DESTDIR)$(PREFIX)/share/man/man1/evault.1

# The benchmarks reach below the public interface, so they are built with testing enabled, apart.
BENCH_RUN := $(SWIFT) run -c release -Xswiftc -enable-testing --scratch-path .build/bench
BENCH := $(BENCH_RUN) Benchmarks

bench: setup ## measure, with the ratio to a baseline of the same run (some minutes, 15 GB of disk)
	$(BENCH)

bench-smoke: setup ## a small run of the benchmarks, to see that they work
	$(BENCH) smoke

# Foreign prose comes out of Debian packages into .build/prose, once.
PROSE := .build/prose
$(PROSE)/SOURCES:
	@Scripts/foreign_prose.py $(PROSE)

bench-anonymity: setup $(PROSE)/SOURCES ## recall on spellings by others, false hits in foreign prose, speed (minutes)
	$(BENCH_RUN) AnonymityBench $(PROSE)

fuzz-anonymity: setup ## plant a million names in disguise; none may come through (PLANTS=, SEED=)
	$(BENCH_RUN) NameFuzz plants $(or $(PLANTS),1000000) $(SEED)

crippled: setup ## ten thousand exports by a crippled matcher; the screen must refuse all that leak
	$(BENCH_RUN) NameFuzz crippled $(or $(EXPORTS),10000) $(SEED)

rules-off: setup ## switch off each rule of the matcher in turn; the fuzzer must notice (an hour)
	@Tests/Regimens/rules-off.py

regimens: setup
	@Scripts/setup-cleaning.sh
	@$(SWIFT) build --quiet --product evault
	@$(SWIFT) build --quiet --product regimens
	@$(SWIFT) build --quiet --product NameFuzz
	@$(SWIFT) build --quiet --product ProofFuzz
	@$(SWIFT) build --quiet --product ParserFuzz

# Other kill points each time. Each script prints a line that says what, how much, and what failed.
slices: regimens
	@.build/debug/NameFuzz plants 2000 1
	@.build/debug/NameFuzz crippled 20 1
	@.build/debug/ProofFuzz 100 1 | Scripts/verify_release.py --cases -
	@.build/debug/ParserFuzz Vault 200 1
	@Tests/Regimens/rollback.sh
	@Tests/Regimens/faults.sh
	@Tests/Regimens/kill-points.sh smoke 1
	@Tests/Regimens/kill-rotation.sh smoke
	@Tests/Regimens/canary.sh
	@Tests/Regimens/recovery.sh
	@Tests/Regimens/scrub.sh

fuzz-proofs: setup ## change a hundred thousand releases; both verifiers must refuse alike (CASES=, SEED=)
	@$(BENCH_RUN) ProofFuzz $(or $(CASES),100000) $(SEED) | Scripts/verify_release.py --cases -

# The fuzzer's own build. PARSERS names some of them.
FUZZ := EVAULT_PARSERS="$(PARSERS)" Tests/Regimens/fuzz-parsers.sh
fuzz-parsers: setup ## libFuzzer with AddressSanitizer on whatever reads bytes from outside (RUNS=, PARSERS=)
	$(SWIFT) build -c release -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer,address -Xswiftc -DLIBFUZZER \
	  -Xcc -fsanitize=fuzzer-no-link,address --scratch-path .build/fuzz --product ParserFuzz
	@$(FUZZ) $(or $(RUNS),10000000)

canary: regimens ## search every file, write and socket of a tour for every known word (two minutes)
	@Tests/Regimens/canary.sh
	@Tests/Regimens/recovery.sh
	@Tests/Regimens/scrub.sh

crash: build ## kill, fill the disk, roll back: everything, over 10,000 records (half an hour)
	$(SWIFT) build $(RELEASE_FLAGS) --product regimens
	@EVAULT=$(CURDIR)/$(RELEASE)/evault Tests/Regimens/rollback.sh
	@EVAULT=$(CURDIR)/$(RELEASE)/evault Tests/Regimens/faults.sh
	@EVAULT=$(CURDIR)/$(RELEASE)/evault Tests/Regimens/kill-points.sh
	@EVAULT=$(CURDIR)/$(RELEASE)/evault Tests/Regimens/kill-rotation.sh 5000 40

# FLIPS=40960-204800 goes on behind the last byte that a line names.
flips: export FLIPS ?= all
flips: setup ## change every byte of the golden vault, one at a time (an hour)
	$(SWIFT) build -c release -Xswiftc -enable-testing --scratch-path .build/bench --build-tests
	"$$($(SWIFT) build -c release --scratch-path .build/bench --show-bin-path)"/evidence-vaultPackageTests.xctest \
	  --testing-library swift-testing --filter ByteFlipTests

format: ## rewrite the Swift files in the house format
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Vault

clean: ## remove everything that was built
	rm -rf .build
