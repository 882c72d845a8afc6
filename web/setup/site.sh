#!/bin/sh
# Builds the static site into target/site: page, element, module and rule packs. The new
# site takes the old one's place at the end, so that a failed build leaves it as it was.
# `site.sh marked` builds one into target/marked whose module says what of it runs.

. "$(dirname -- "$0")/steps.sh"
. "$(dirname -- "$0")/module.sh"

site=$root/target/${1:-site}
next=$site.next
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
start=$(cargo run $locked --release -p mingbai-web --example words -- "$next/words")

step "site"
rename_script "$bundle/mingbai_web.js" "$next/mingbai_web.js" "$small.names"
if [ "${1:-}" = marked ]; then
  mark_module "$small" "$next/mingbai_web_bg.wasm" "$next/mingbai_web.js"
else
  split_module "$small" "$next/mingbai_web_bg.wasm" "$next/mingbai_web_later.wasm" "$next/mingbai_web.js"
fi
for file in web/*.html web/*.js web/*.css web/*.svg web/*.webmanifest; do
  if [ -e "$file" ]; then cp "$file" "$next/"; fi
done
# The words of the start, for the element to show before the module is there, and under which
# name the others are.
start=$(printf %s "$start" | sed 's/[\\&|]/\\&/g')
words=$(cd "$next/words" && echo en.*.json | sed 's/^en\.\(.*\)\.json$/\1/')
sed -e "s|{} /\* start \*/|$start|" -e "s|\"\" /\* words \*/|\"$words\"|" web/element.js \
  >"$next/element.js"
sed '/^ *<!-- .* -->$/d' web/index.html >"$next/index.html"
if ! have esbuild; then
  without "no esbuild: scripts and styles are about a fifth larger than they need be"
fi

# small FILE…: as short as they can be. The words in comments are for who reads the sources;
# a visitor loads the rest.
small() {
  have esbuild || return 0
  for file; do
    esbuild "$file" --minify --target=es2022 --charset=utf8 --log-level=warning \
      --allow-overwrite --outfile="$file"
  done
}
mv "$next/sw.js" "$next.sw.js"
small "$next"/*.js "$next"/*.css

# The service worker knows each file of the program, by its hash as it was just made.
files=$(cd "$next" && for file in element.js embed.js offline.js mingbai.css mingbai_web.js \
  mingbai_web*.wasm words/*; do
  printf '"%s":"%s",' "$file" "$(sha384 "$file")"
done)
schema=$(sed 's/.*"schema":\([0-9]*\).*/\1/' "$next/packs/index.json")
sed -e "s|/\* files \*/|$files|" -e "s|0 /\* schema \*/|$schema|" "$next.sw.js" >"$next/sw.js"
rm "$next.sw.js"
small "$next/sw.js"
rm -rf "$site"
mv "$next" "$site"
note "in target/${1:-site}"
