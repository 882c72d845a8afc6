#!/bin/sh
# Lays out a release in target/dist from target/site and target/npm, and proves it. The same
# sources give the same bytes (see reproduce.sh): no file holds a time or a path.

. "$(dirname -- "$0")/steps.sh"

locked=
if in_ci; then locked=--locked; fi
cd "$root"
have npm || give_up "no npm, so no package; install nodejs and npm"
step "npm package"
rm -rf target/npm-packed
mkdir -p target/npm-packed
npm pack ./target/npm --pack-destination target/npm-packed --ignore-scripts --silent >/dev/null
packed=$(echo target/npm-packed/*.tgz)
note "$packed"

if grep -qaF "$root" target/site/*.wasm target/npm/*.wasm; then
  give_up "a module holds the path of this machine"
fi
# shellcheck disable=SC2086
cargo run --quiet $locked --release -p mingbai-tests --bin release -- --package "$packed"
# shellcheck disable=SC2086
cargo run --quiet $locked --release -p mingbai-tests --bin release -- --verify
note "$(sha384 target/dist/manifest.json)  target/dist/manifest.json"
