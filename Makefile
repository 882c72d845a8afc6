# Mingbai: everything from a fresh machine to the checker in three real browsers.
# `make` alone lists what can be made. Written for GNU make 3.81, which macOS still has.

# Versions of the tools, kept in target/tools. That of wasm-bindgen is the library's.
export WASM_PACK := 0.15.1
export WASM_BINDGEN := $(shell awk '/^name = "wasm-bindgen"$$/ {getline; gsub(/"/, ""); print $$3}' Cargo.lock)
export BINARYEN := 132
export ESBUILD := 0.28.2
export GECKODRIVER := 0.37.1
export AXE := 4.14.1
export LIGHTHOUSE := 12.8.2

# What a first visit may load at most up to the first question, and with what comes then, in
# bytes under brotli 11, and whose visit it is. The gates stand at what is reached. The first
# only ever goes down; the second rose by 3,000 when what is said first got a file of its own.
# The second figures hold where the sources of Rust's library cannot be had.
FIRST_LOAD_BUDGET = $(if $(STD_SOURCE),140500,155000)
WITH_REST_BUDGET = $(if $(STD_SOURCE),234500,249000)
# The same for the engine alone; the promise is kept where the sources are.
export ENGINE_BUDGET = $(if $(STD_SOURCE),90000,102000)
FIRST_LOAD_JURISDICTION := 371000
FIRST_LOAD_LANGUAGE := zh-Hans

# The port of `make serve`; empty: 8000, or the next free one.
MINGBAI_PORT ?=

# Under CI the lock file is law, no browser may be missing, and nothing is compiled twice,
# so that what would make the second time faster is not written.
ifneq ($(filter true 1,$(CI)),)
export CARGO_INCREMENTAL := 0
LOCKED := --locked
EACH_BROWSER := --each chromium --each firefox --each webkit
endif

# Where rustup has no wasm32, these stand in for cargo and rustc (web/setup/tools.sh).
WASM_RUST := $(CURDIR)/target/tools/wasm-rust/bin
STD_SOURCE = $(wildcard $(shell PATH="$(WASM_RUST):$$PATH" rustc --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/Cargo.lock)
TOOLS_SH := sh web/setup/tools.sh

SIZE := cargo run --quiet $(LOCKED) --release -p mingbai-tests --bin first_load -- \
	--site target/site --budget $(FIRST_LOAD_BUDGET) --with-rest $(WITH_REST_BUDGET) \
	--jurisdiction $(FIRST_LOAD_JURISDICTION) --language $(FIRST_LOAD_LANGUAGE)

.DEFAULT_GOAL := help
.PHONY: help serve test build later engine release reproduce packs check mutants fuzz test-host test-browsers shot size bench clean \
	tools-check tools-site tools-browsers site

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: build ## set up, build, serve, print the address (MINGBAI_PORT=8123: there)
	@echo '== serving target/site; stop with Ctrl-C'
	@cargo run --quiet $(LOCKED) --release -p mingbai-rules --bin mingbai -- \
		serve --dir target/site --rules rules/packs $(if $(MINGBAI_PORT),--port $(MINGBAI_PORT))

test: ## set up, check, test on the host, build, test in the browsers
	@$(TOOLS_SH) room
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory test-host
	@$(MAKE) --no-print-directory release
	@$(MAKE) --no-print-directory test-browsers
	@$(MAKE) --no-print-directory size
	@echo '== everything passed'

build: tools-site ## the static site, in target/site
	@sh web/setup/site.sh
	@$(SIZE) || echo '   (a warning here, an error in make size and make test)'

engine: tools-site ## the npm package of the engine alone, in target/npm
	@sh web/setup/engine.sh

release: build engine ## everything to publish, in target/dist, with its manifest
	@sh web/setup/release.sh

reproduce: ## build the last commit's release twice from nothing: are they the same?
	@sh web/setup/reproduce.sh

later: tools-site tools-browsers ## find anew what the start of the page does without, for the module's second part
	@sh web/setup/later.sh

packs: ## compile the rule packs alone, into target/site/packs
	@$(TOOLS_SH) rust
	@echo '== rule packs (mingbai compile)'
	@cargo run $(LOCKED) --release -p mingbai-rules --bin mingbai -- \
		compile --out target/site/packs

check: tools-check ## format, lints for host and wasm32, documentation; warnings are errors
	@echo '== format'
	@cargo fmt --all -- --check
	@echo '== lints, host'
	@cargo clippy $(LOCKED) --workspace --all-targets --all-features -- -D warnings
	@echo '== lints, wasm32'
	@PATH="$(WASM_RUST):$$PATH" cargo clippy $(LOCKED) -p mingbai-core -p mingbai-web -p mingbai-engine \
		--target wasm32-unknown-unknown -- -D warnings
	@echo '== documentation'
	@RUSTDOCFLAGS='-D warnings' cargo doc $(LOCKED) --workspace --no-deps --all-features

mutants: ## change every figure and operator of the rules: do the cases notice?
	@$(TOOLS_SH) rust
	@cargo run --quiet $(LOCKED) --release -p mingbai-rules --bin mingbai -- mutants

fuzz: ## 10 minutes of any input for each door (FUZZ_SECONDS=60 FUZZ='pack answers')
	@$(TOOLS_SH) rust
	@sh tests/setup/fuzz.sh $(or $(FUZZ_SECONDS),600) $(FUZZ)

test-host: ## every test that needs no browser
	@$(TOOLS_SH) rust
	@sh tests/setup/counted.sh 'tests on the host' -- cargo test $(LOCKED) --workspace
	@sh tests/setup/counted.sh '100,000 situations over the real packs, 1,000 interviews' -- \
		cargo test $(LOCKED) --release -p mingbai-tests --test packs --test interview

test-browsers: tools-browsers ## the stories of tests/tests/browsers.rs, on target/site and target/dist
	@test -e target/dist/manifest.json || $(MAKE) --no-print-directory release
	@sh tests/setup/package.sh
	@sh tests/setup/counted.sh 'tests in the browsers' $(EACH_BROWSER) -- \
		cargo test $(LOCKED) -p mingbai-tests --features browsers --test browsers

shot: ## a picture of the page: make shot ARGS='--width 360 --out x.png' (--help: all)
	@cargo run --quiet $(LOCKED) -p mingbai-tests --features browsers --bin shot -- $(ARGS)

size: ## what a first visit loads, against the budget; the loader, against its own
	@$(SIZE)
	@size=$$(gzip -9 -c web/loader.js | wc -c); echo "== loader.js: $$size bytes under gzip, of 5000"; \
		test "$$size" -le 5000

bench: tools-browsers ## how fast the page is on a slow device and line, and Lighthouse's scores
	@test -e target/site/index.html || $(MAKE) --no-print-directory build
	@$(TOOLS_SH) lighthouse
	@$(MAKE) --no-print-directory size
	@cargo run --quiet $(LOCKED) --release -p mingbai-tests --features browsers --bin speed -- \
		--site target/site --lighthouse target/tools/bin/lighthouse $(ARGS)

clean: ## remove what was built, keep the tools
	@find target -mindepth 1 -maxdepth 1 ! -name tools -exec rm -rf {} +

tools-check:
	@$(TOOLS_SH) rust components wasm-target

tools-site:
	@$(TOOLS_SH) rust wasm-target std-source wasm-opt esbuild wasm-bindgen \
		wasm-pack

tools-browsers:
	@$(TOOLS_SH) rust
	@sh tests/setup/browsers.sh
	@sh tests/setup/hosts.sh
