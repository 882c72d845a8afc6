#!/bin/sh
# Makes web/setup/later.txt anew: what of the module the start and the first question do
# without. By what runs in Chromium on the way there.

. "$(dirname -- "$0")/steps.sh"
. "$(dirname -- "$0")/module.sh"

cd "$root"
sh web/setup/site.sh marked
step "what runs before the first answer (Chromium)"
cargo run --quiet --release -p mingbai-tests --features browsers --bin later -- \
  --site target/marked --out target/marked/ran.json
node web/setup/split.mjs --list target/browser/mingbai_web.small.wasm target/marked/ran.json
rm -rf target/marked
note "in web/setup/later.txt; build and look at make size"
