#!/bin/sh
# Sets up what building the site needs, each tool named as an argument:
#
#   room  rust  components  wasm-target  std-source  wasm-bindgen  wasm-pack  wasm-opt  esbuild
#   lighthouse  geckodriver
#
# Versions come from the Makefile. Everything lands in target/tools; what is there in the
# right version is left alone.

. "$(dirname -- "$0")/steps.sh"

wasm=wasm32-unknown-unknown
# Stands in for cargo and rustc in steps for the browser, where rustup has no wasm32.
wasm_rust=$tools/wasm-rust

# Gigabytes that everything together takes, tools and tests.
room=6

# Better said now than by a compiler in a quarter of an hour.
room() {
  if [ -d "$root/target/debug" ]; then return 0; fi
  free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1048576) }')
  if [ "$free" -lt "$room" ]; then
    give_up "$free GB are free on this disk and $room are needed; make room, or clone elsewhere"
  fi
}

rust() {
  if [ "$(rust_minor rustc)" -ge "$oldest_rust" ] && have cargo; then return 0; fi
  step "Rust 1.$oldest_rust or newer"
  if have rustup; then
    give_up "$(rustc --version 2>/dev/null || echo 'no Rust') is active; \
run: rustup update stable && rustup default stable"
  fi
  debian rustc-web cargo-web || true
  hash -r
  if [ "$(rust_minor rustc)" -lt "$oldest_rust" ] || ! have cargo; then
    give_up "no Rust 1.$oldest_rust or newer; install it from https://rustup.rs"
  fi
}

components() {
  if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then
    return 0
  fi
  step "rustfmt and clippy"
  if have rustup && rustup component add rustfmt clippy >"$tools/log/components.log" 2>&1
  then
    return 0
  fi
  debian rustfmt-web rust-web-clippy || true
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    give_up "no rustfmt or clippy; run: rustup component add rustfmt clippy"
  fi
}

# has_wasm RUSTC: whether this compiler has a standard library for the browser.
has_wasm() {
  libraries=$("$1" --print target-libdir --target $wasm 2>/dev/null) || return 1
  for library in "$libraries"/libstd-*.rlib; do
    [ -e "$library" ] && return 0
  done
  return 1
}

wasm_target() {
  if has_wasm rustc; then
    rm -rf "$wasm_rust"
    return 0
  fi
  if [ -e "$wasm_rust/complete" ] &&
    [ "$(cat "$wasm_rust/complete")" = "$(/usr/bin/rustc --version 2>/dev/null)" ]; then
    return 0
  fi
  step "Rust's $wasm target"
  if have rustup; then
    if rustup target add $wasm >"$tools/log/wasm-target.log" 2>&1 && has_wasm rustc; then
      return 0
    fi
    note "rustup cannot download it; Debian's compiler with its own sources instead"
  else
    note "no rustup here; Debian's compiler with its own sources instead"
  fi
  # The newest linker that Debian has: it must not be older than the compiler's LLVM.
  linker=$(apt-cache pkgnames lld- 2>/dev/null | grep '^lld-[0-9][0-9]*$' |
    sort -t- -k2 -n | tail -n 1)
  if ! debian rustc-web cargo-web rust-web-src rust-web-clippy "${linker:-lld-22}" ||
    [ "$(rust_minor /usr/bin/rustc)" -lt "$oldest_rust" ]; then
    give_up "no $wasm target; run: rustup target add $wasm"
  fi
  long wasm-std "building Rust's standard library for $wasm (about a minute)" \
    build_wasm_std || give_up "no $wasm target; run: rustup target add $wasm"
}

# Builds the standard library once from Debian's sources and lays it into a sysroot beside
# Debian's own, so that nothing in /usr changes and $wasm is an ordinary target from then on.
build_wasm_std() {
  rm -rf "$wasm_rust" &&
    mkdir -p "$wasm_rust/bin" "$wasm_rust/std/src" &&
    system=$(/usr/bin/rustc --print sysroot) &&
    linker=$(find /usr/bin -name 'wasm-ld-*' | sort -t- -k3 -n | tail -n 1) &&
    [ -n "$linker" ] &&
    printf '[package]\nname = "std-for-wasm"\nedition = "2024"\n[workspace]\n' \
      >"$wasm_rust/std/Cargo.toml" &&
    : >"$wasm_rust/std/src/lib.rs" &&
    (
      # Any `rustc` found before this one would belong to another version.
      cd "$wasm_rust/std" && unset RUSTUP_TOOLCHAIN CARGO_BUILD_TARGET RUSTFLAGS &&
        RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$wasm_rust/std/target \
          /usr/bin/cargo build --release --target $wasm -Z build-std=std,panic_abort
    ) &&
    lib=$wasm_rust/sysroot/lib/rustlib &&
    mkdir -p "$lib/$wasm/lib" &&
    cp "$wasm_rust/std/target/$wasm/release/deps/"*.rlib "$lib/$wasm/lib/" &&
    rm -f "$lib/$wasm/lib/"libstd_for_wasm-* &&
    for entry in "$system/lib/rustlib"/*; do ln -s "$entry" "$lib/"; done &&
    wrap rustc "exec /usr/bin/rustc --sysroot '$wasm_rust/sysroot' \"\$@\"" &&
    wrap cargo "RUSTC='$wasm_rust/bin/rustc' SYSROOT='$wasm_rust/sysroot'" \
      "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER='$linker' CARGO=/usr/bin/cargo" \
      'export RUSTC SYSROOT CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER CARGO' \
      'unset RUSTUP_TOOLCHAIN' \
      '[ "${1:-}" = clippy ] && exec /usr/bin/cargo-clippy "$@"' \
      'exec /usr/bin/cargo "$@"' &&
    rm -rf "$wasm_rust/std" &&
    has_wasm "$wasm_rust/bin/rustc" &&
    /usr/bin/rustc --version >"$wasm_rust/complete"
}

# The sources of Rust's library, with which the bundle is a tenth smaller; site.sh says so
# where they are missing. Debian's stand-in brings its own.
std_source() {
  if [ -d "$wasm_rust/bin" ] || has_std_source "$PATH"; then return 0; fi
  step "the sources of Rust's library"
  if have rustup && rustup component add rust-src >"$tools/log/std-source.log" 2>&1; then
    return 0
  fi
  note "they cannot be had here"
}

# wrap NAME LINE…: writes a small command.
wrap() {
  file=$wasm_rust/bin/$1
  shift
  printf '%s\n' '#!/bin/sh' "$@" >"$file" && chmod +x "$file"
}

# npm_tool PACKAGE VERSION COMMAND LOSS: a tool that is had from npm; LOSS without it.
npm_tool() {
  if tool_ready "$3" "$2"; then return 0; fi
  if ! have npm && in_ci; then debian nodejs npm || true; fi
  if ! have npm; then
    without "no npm, so no $3: $4"
    return 0
  fi
  long "$3" "fetching $1 $2" npm install --prefix "$tools/npm/$1" \
    --no-save --no-package-lock --ignore-scripts --no-audit --no-fund "$1@$2" ||
    { without "no $3: $4"; return 0; }
  ln -sf "../npm/$1/node_modules/.bin/$3" "$tools/bin/$3"
}

for tool; do
  case $tool in
    room) room ;;
    rust) rust ;;
    components) components ;;
    wasm-target) wasm_target ;;
    std-source) std_source ;;
    wasm-bindgen)
      # Its version must be that of the library, to the last digit.
      cargo_tool wasm-bindgen-cli "$WASM_BINDGEN" wasm-bindgen ||
        give_up "no wasm-bindgen $WASM_BINDGEN" ;;
    wasm-pack)
      cargo_tool wasm-pack "$WASM_PACK" wasm-pack || give_up "no wasm-pack $WASM_PACK" ;;
    wasm-opt)
      npm_tool binaryen "$BINARYEN" wasm-opt \
        "the bundle is about a tenth larger than it need be" ;;
    esbuild)
      npm_tool esbuild "$ESBUILD" esbuild \
        "scripts and styles are about a fifth larger than they need be" ;;
    lighthouse)
      npm_tool lighthouse "$LIGHTHOUSE" lighthouse "its scores are not measured" ;;
    geckodriver)
      cargo_tool geckodriver "$GECKODRIVER" geckodriver ||
        without "no geckodriver $GECKODRIVER, so no tests in Firefox" ;;
    *) give_up "no tool \`$tool\`" ;;
  esac
done
