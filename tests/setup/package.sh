#!/bin/sh
# The npm package as somebody else meets it: packed, installed into an empty Vite and
# TypeScript project, type-checked and built, into target/npm-try/dist. The stories in the
# browsers then run what was built.

. "$(dirname -- "$0")/../../web/setup/steps.sh"

cd "$root"
if ! have npm; then
  without "no npm: the package is not tried"
  exit 0
fi
try=$root/target/npm-try
rm -rf "$try"
cp -R web/engine/vite "$try"
npm pack ./target/npm --pack-destination "$try" --ignore-scripts --silent >/dev/null
cd "$try"
long package "installing the package into a Vite and TypeScript project" npm install \
  --ignore-scripts --no-audit --no-fund --save "$(echo ./*.tgz)"
long package-build "type-checking and building that project" npm run build

size=$(node -e '
  const { brotliCompressSync } = require("node:zlib");
  const { readFileSync } = require("node:fs");
  const files = ["checker.js", "checker_bg.wasm"];
  const sizes = files.map((it) => brotliCompressSync(readFileSync(`${process.argv[1]}/${it}`)).length);
  console.log(sizes[0] + sizes[1]);' "$root/target/npm")
step "@mingbai/checker: $size bytes under brotli 11, of $ENGINE_BUDGET"
[ "$size" -le "$ENGINE_BUDGET" ] || give_up "the engine's package is above its budget"
