#!/bin/sh
# Builds the static site into target/site: page, element, module and rule packs. The new
# site takes the old one's place at the end, so that a failed build leaves it as it was.

. "$(dirname -- "$0")/steps.sh"

site=$root/target/site
next=$root/target/site.next
bundle=$root/target/web-bundle
locked=
if in_ci; then locked=--locked; fi

# Where rustup has no wasm32, these stand in for cargo and rustc (see tools.sh).
browser_path=$PATH
if [ -d "$tools/wasm-rust/bin" ]; then browser_path=$tools/wasm-rust/bin:$PATH; fi

# No path of this machine in the module. A target directory of its own, since some packages
# are compiled anew whenever these settings come and go.
flags="--remap-path-prefix=$root=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
own_std=
bootstrap=
if has_std_source "$browser_path"; then
  # Rust's library compiled for size, without the words and places of panics that nothing
  # here can run into: 249 kB for 272 after brotli. Cargo guards these settings with
  # RUSTC_BOOTSTRAP; the language stays that of stable.
  own_std='-Z build-std=std,panic_abort -Z build-std-features=optimize_for_size'
  flags="$flags -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none"
  flags="$flags -Zfmt-debug=none"
  bootstrap=1
else
  without "no sources of Rust's library: the bundle is about a tenth larger than it need be"
fi

cd "$root"
step "core and page to WebAssembly (wasm-pack)"
# shellcheck disable=SC2086
PATH=$browser_path CARGO_TARGET_DIR=$root/target/browser RUSTFLAGS=$flags \
  ${bootstrap:+env RUSTC_BOOTSTRAP=1} \
  wasm-pack --log-level error build web --target web --profile web \
  --mode no-install --no-opt --no-pack --out-dir "$bundle" --out-name mingbai_web \
  -- $locked $own_std

wasm=$bundle/mingbai_web_bg.wasm
small=$bundle/small.wasm
if have wasm-opt; then
  # The same input and script give the same output: do not spend the seconds again.
  if [ ! -e "$small" ] || [ "$small" -ot "$root/web/setup/site.sh" ] ||
    ! cmp -s "$wasm" "$bundle/small-from.wasm"; then
    step "smaller (wasm-opt)"
    # By bytes after brotli, which is what a visitor loads: -Os and -Oz make the file
    # smaller and what is sent larger (355 kB for 329 kB here); neighbours that are alike
    # compress well, and names put them together.
    wasm-opt --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
      --enable-mutable-globals --enable-reference-types --enable-multivalue \
      --duplicate-function-elimination -O1 --duplicate-function-elimination \
      --remove-unused-module-elements --reorder-functions-by-name \
      --strip-producers --strip-target-features \
      "$wasm" -o "$small"
    cp "$wasm" "$bundle/small-from.wasm"
  fi
else
  without "no wasm-opt: the bundle is about a tenth larger than it need be"
  cp "$wasm" "$small"
fi

step "rule packs (mingbai compile)"
rm -rf "$next"
mkdir -p "$next"
# shellcheck disable=SC2086
cargo run $locked --release -p mingbai-rules --bin mingbai -- compile --out "$next/packs"
# shellcheck disable=SC2086
cargo run $locked --release -p mingbai-rules --bin mingbai -- docs "$next/packs" --out "$next/catalogue"

step "words of the page"
# shellcheck disable=SC2086
cargo run $locked --release -p mingbai-web --example words -- "$next/words"

step "site"
cp "$small" "$next/mingbai_web_bg.wasm"
cp "$bundle/mingbai_web.js" "$bundle"/*.d.ts "$next/"
for file in web/*.html web/*.js web/*.css web/*.svg web/*.webmanifest; do
  if [ -e "$file" ]; then cp "$file" "$next/"; fi
done
if have esbuild; then
  # The words in comments are for who reads the sources; a visitor loads the rest.
  for file in "$next"/*.js "$next"/*.css; do
    esbuild "$file" --minify --target=es2022 --charset=utf8 --log-level=warning \
      --allow-overwrite --outfile="$file"
  done
else
  without "no esbuild: scripts and styles are about a fifth larger than they need be"
fi
rm -rf "$site"
mv "$next" "$site"
note "in target/site"
