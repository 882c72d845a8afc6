#!/bin/sh
# Builds the npm package @mingbai/checker, the engine without a page, into target/npm.

. "$(dirname -- "$0")/steps.sh"
. "$(dirname -- "$0")/module.sh"

package=$root/target/npm
next=$root/target/npm.next
small=$root/target/browser/checker.small.wasm

cd "$root"
step "engine to WebAssembly (wasm-pack)"
rm -rf "$next"
compile_module web/engine "$next" checker --scope mingbai
shrink_module "$next/checker_bg.wasm" "$small"
strip_module "$small" "$next/checker_bg.wasm"
rename_script "$next/checker.js" "$next/renamed.js" "$small.names"
mv "$next/renamed.js" "$next/checker.js"
if have esbuild; then
  esbuild "$next/checker.js" --minify --target=es2022 --charset=utf8 --log-level=warning \
    --allow-overwrite --outfile="$next/checker.js"
fi

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
cat >"$next/package.json" <<END
{
  "name": "@mingbai/checker",
  "version": "$version",
  "description": "Policy eligibility, exact under unknowns: load a pack, assess, ask, explain",
  "license": "MIT OR Apache-2.0",
  "type": "module",
  "main": "checker.js",
  "types": "checker.d.ts",
  "exports": {
    ".": { "types": "./checker.d.ts", "default": "./checker.js" },
    "./checker_bg.wasm": "./checker_bg.wasm"
  },
  "files": ["checker.js", "checker.d.ts", "checker_bg.wasm"],
  "sideEffects": false
}
END
cp web/engine/README.md LICENSE "$next/"
# Older TypeScript libraries do not know `Symbol.dispose`; `free()` does the same. What the
# module exports is the script's affair, and its names there are short.
awk '/\[Symbol\.dispose\]/ { next }
  /^export interface InitOutput/ { print "export type InitOutput = object;"; inside = 1 }
  !inside
  /^}/ { inside = 0 }' "$next/checker.d.ts" >"$next/types" && mv "$next/types" "$next/checker.d.ts"
rm -f "$next/checker_bg.wasm.d.ts"
rm -f "$next/.gitignore"
rm -rf "$package"
mv "$next" "$package"
note "in target/npm"
