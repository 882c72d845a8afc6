# Shared by the set-up scripts: naming steps, progress, tools and Debian packages.
# Sourced, not run; plain POSIX shell, so that Debian's dash and macOS's bash 3.2 agree.
# shellcheck shell=sh

set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
tools=$root/target/tools
mkdir -p "$tools/bin" "$tools/log"
PATH=$tools/bin:$PATH
export PATH

# The oldest Rust that can build the workspace, as in Cargo.toml (1.x: the x).
oldest_rust=$(sed -n 's/^rust-version = "1\.\([0-9]*\)".*/\1/p' "$root/Cargo.toml")

# Names a step as it starts.
step() { printf '== %s\n' "$*"; }

# Says something about the step.
note() { printf '   %s\n' "$*"; }

# Ends with one clear line.
give_up() {
  printf 'set-up: %s\n' "$*" >&2
  exit 1
}

# The SHA-384 of a file, in hexadecimal digits.
sha384() { { sha384sum "$1" 2>/dev/null || shasum -a 384 "$1"; } | cut -d' ' -f1; }

have() { command -v "$1" >/dev/null 2>&1; }

in_ci() { [ "${CI:-}" = true ] || [ "${CI:-}" = 1 ]; }

# Fails under CI, where everything is demanded; elsewhere says what is lost.
without() {
  if in_ci; then give_up "$*"; fi
  note "$*"
}

# long LOG WORDS COMMAND…: runs a long step, its output in a file, with a sign of life
# every 15 seconds; the end of the output appears when it fails.
long() {
  log=$tools/log/$1.log
  step "$2"
  shift 2
  rm -f "$log.status"
  ( code=0; "$@" || code=$?; echo "$code" >"$log.status" ) >"$log" 2>&1 </dev/null &
  child=$!
  trap 'kill "$child" 2>/dev/null; exit 130' INT TERM
  started=$(date +%s)
  said=$started
  while [ ! -s "$log.status" ]; do
    sleep 1
    now=$(date +%s)
    if [ $((now - said)) -ge 15 ]; then
      said=$now
      compiled=$(grep -c '^ *Compiling ' "$log" || true)
      if [ "$compiled" -gt 0 ]; then
        note "… $((now - started)) s, $compiled crates so far"
      else
        note "… $((now - started)) s"
      fi
    fi
  done
  trap - INT TERM
  wait "$child" || true
  code=$(cat "$log.status")
  rm -f "$log.status"
  if [ "$code" != 0 ]; then
    tail -n 20 "$log" | sed 's/^/   | /' >&2
    return 1
  fi
  note "done in $(($(date +%s) - started)) s"
}

# The version that a command states of itself: all it says, the first word with a dot in
# it, or for wasm-opt the number after `version`.
version_of() {
  "$1" --version 2>/dev/null </dev/null | sed -n '
    1s/^\([0-9][0-9.]*\)$/\1/p;t
    1s/^[^0-9]*version \([0-9][0-9]*\).*/\1/p;t
    1s/^[^0-9]* \([0-9][0-9.]*\).*/\1/p'
}

# tool_ready COMMAND VERSION: whether target/tools has it, or can point to one on the PATH.
tool_ready() {
  if [ -x "$tools/bin/$1" ] && [ "$(version_of "$tools/bin/$1")" = "$2" ]; then
    return 0
  fi
  rm -f "$tools/bin/$1"
  if have "$1" && [ "$(version_of "$1")" = "$2" ]; then
    ln -s "$(command -v "$1")" "$tools/bin/$1"
    note "$1 $2 is already on this machine"
    return 0
  fi
  return 1
}

# cargo_tool PACKAGE VERSION COMMAND
cargo_tool() {
  if tool_ready "$3" "$2"; then return 0; fi
  long "$1" "building $1 $2 (one to three minutes)" cargo_install "$1" "$2"
}

# One target directory for all, so that what they share is compiled once; optimised
# lightly, since a tool that runs for a second is not worth a minute of compiling. Not
# `--locked`: wasm-bindgen-cli's lock file names a version that is no longer to be had.
cargo_install() {
  (
    cd "$tools"
    CARGO_TARGET_DIR=$tools/build
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1
    CARGO_PROFILE_RELEASE_LTO=off
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    CARGO_PROFILE_RELEASE_DEBUG=0
    export CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_OPT_LEVEL CARGO_PROFILE_RELEASE_LTO
    export CARGO_PROFILE_RELEASE_CODEGEN_UNITS CARGO_PROFILE_RELEASE_DEBUG
    unset RUSTFLAGS
    cargo install --force --root "$tools" --version "=$2" "$1"
  )
}

# debian PACKAGE…: installs what is missing of these where apt-get can; 1 where not.
debian() {
  have apt-get || return 1
  missing=
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok' ||
      missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ]; then
    as=
  elif have sudo && sudo -n true 2>/dev/null; then
    as='sudo -n'
  else
    note "Debian packages are needed; install them with: sudo apt-get install$missing"
    return 1
  fi
  # Word splitting is wanted: package names hold no spaces.
  # shellcheck disable=SC2086
  long debian "installing Debian packages:$missing" apt_install $missing
}

apt_install() {
  # An image's package lists may be old or absent: try, refresh, try again.
  $as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ||
    { $as apt-get update &&
      $as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; }
}

# The x of Rust 1.x that a compiler is; 0 when there is none.
rust_minor() {
  minor=$("$1" --version 2>/dev/null | sed -n 's/^rustc 1\.\([0-9]*\)\..*/\1/p')
  echo "${minor:-0}"
}

# has_std_source PATH: whether the compiler found there has the sources of its library.
has_std_source() {
  sysroot=$(PATH=$1 rustc --print sysroot) &&
    [ -e "$sysroot/lib/rustlib/src/rust/library/Cargo.lock" ]
}
