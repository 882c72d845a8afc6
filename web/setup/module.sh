# How the modules for the browser are compiled and made small. Sourced after steps.sh.
# shellcheck shell=sh

# Where rustup has no wasm32, these stand in for cargo and rustc (see tools.sh).
browser_path=$PATH
if [ -d "$tools/wasm-rust/bin" ]; then browser_path=$tools/wasm-rust/bin:$PATH; fi

locked=
if in_ci; then locked=--locked; fi

# compile_module CRATE FOLDER NAME OPTION…: a package to WebAssembly and its script.
compile_module() {
  crate=$1
  folder=$2
  name=$3
  shift 3
  # No path of this machine in the module, and names that say what a function is of, for
  # later.txt. A target directory of its own, since some packages are compiled anew whenever
  # these settings come and go.
  flags="--remap-path-prefix=$root=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
  flags="$flags -Csymbol-mangling-version=v0"
  own_std=
  bootstrap=
  if has_std_source "$browser_path"; then
    # Rust's library compiled for size, without the words and places of panics that nothing
    # here can run into: 249 kB for 272 after brotli. Cargo guards these settings with
    # RUSTC_BOOTSTRAP; the language stays that of stable.
    own_std='-Z build-std=std,panic_abort -Z build-std-features=optimize_for_size'
    flags="$flags -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none"
    flags="$flags -Zfmt-debug=none -Zinline-mir=yes"
    bootstrap=1
  else
    note "no sources of Rust's library: the module is about a tenth larger than it need be"
  fi
  # shellcheck disable=SC2086
  PATH=$browser_path CARGO_TARGET_DIR=$root/target/browser RUSTFLAGS=$flags \
    ${bootstrap:+env RUSTC_BOOTSTRAP=1} \
    wasm-pack --log-level error build "$crate" --target web --profile web \
    --mode no-install --no-opt "$@" --out-dir "$folder" --out-name "$name" \
    -- $locked $own_std
}

features='--enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext
  --enable-mutable-globals --enable-reference-types --enable-multivalue'
export BINARYEN_JS="$tools/npm/binaryen/node_modules/binaryen/index.js"

# strip_module FROM TO: the same module without names and what else no browser needs.
strip_module() {
  if ! have wasm-opt; then
    cp "$1" "$2"
    return 0
  fi
  # shellcheck disable=SC2086
  wasm-opt $features --strip-debug --strip-producers --strip-target-features "$1" -o "$2"
}

# shrink_module FROM TO: the same module, smaller where there is wasm-opt, with the names of
# its functions. What it now calls its imports and exports is said in TO.names.
shrink_module() {
  if ! have wasm-opt; then
    without "no wasm-opt: the module is about a tenth larger than it need be"
    cp "$1" "$2"
    : >"$2.names"
    return 0
  fi
  # The same input and script give the same output: do not spend the seconds again.
  if [ -e "$2" ] && [ "$2" -nt "$root/web/setup/module.sh" ] && cmp -s "$1" "$2.from"; then
    return 0
  fi
  step "smaller (wasm-opt)"
  # By bytes after brotli, which is what a visitor loads: -Os and -Oz make the file smaller
  # and what is sent larger (by a twentieth here); neighbours that are alike compress
  # well, and names put them together. The hashes in the names of imports do not compress.
  # shellcheck disable=SC2086
  wasm-opt $features \
    --duplicate-function-elimination --dae-optimizing --duplicate-function-elimination \
    --rse -O1 --duplicate-function-elimination \
    --remove-unused-module-elements --reorder-functions-by-name \
    --minify-imports-and-exports-and-modules --debuginfo "$1" -o "$2" >"$2.names"
  cp "$1" "$2.from"
}

# rename_script FROM TO NAMES: the module's script, with the names that shrink_module gave.
rename_script() {
  # A line for each name: ["./checker_bg.js", "__wbg_log_0123456789abcdef", "a"] in the list
  # of imports, ["memory", "b"] in that of exports. All modules are called "a".
  sed -n \
    -e 's|^ *\["\(.*\)", "\(.*\)", "\(.*\)"\],*$|s/\2/\3/g;s,"\1","a",g|p' \
    -e 's|^ *\["\(.*\)", "\(.*\)"\],*$|s/wasm\\.\1\\([^0-9A-Za-z_$]\\)/wasm.\2\\1/g|p' \
    "$3" >"$3.sed"
  # A warning about how it was called in older versions.
  echo '/using deprecated parameters/d' >>"$3.sed"
  sed -f "$3.sed" "$1" >"$2"
}

# split_module FROM TO LATER SCRIPT: the module in two, of which a visitor waits for the first
# (see split.mjs); its script comes to know of the second.
split_module() {
  cat "$root/web/setup/later.js" >>"$4"
  if ! have node || ! [ -e "$BINARYEN_JS" ]; then
    without "no node or Binaryen: a visitor waits for the whole of the module"
    cp "$1" "$2"
  else
    node "$root/web/setup/split.mjs" "$1" "$2" "$3"
  fi
}

# mark_module FROM TO SCRIPT: the whole module, which puts the number of each function that
# runs among globalThis.marks.
mark_module() {
  node "$root/web/setup/split.mjs" --mark "$1" "$2"
  cat "$root/web/setup/later.js" - >>"$3" <<'END'
globalThis.marks = new Set();
__wbg_get_imports = () => ({ ...own(), later: { mark: (it) => globalThis.marks.add(it) } });
END
}
