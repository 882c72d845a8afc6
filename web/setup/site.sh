#!/bin/sh
# Builds the static site into target/site: page, element, module and rule packs. The new
# site takes the old one's place at the end, so that a failed build leaves it as it was.

. "$(dirname -- "$0")/steps.sh"
. "$(dirname -- "$0")/module.sh"

site=$root/target/site
next=$root/target/site.next
bundle=$root/target/web-bundle
small=$root/target/browser/mingbai_web.small.wasm

cd "$root"
step "core and page to WebAssembly (wasm-pack)"
compile_module web "$bundle" mingbai_web --no-pack
shrink_module "$bundle/mingbai_web_bg.wasm" "$small"

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
