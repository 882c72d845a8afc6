#!/bin/sh
# Builds the npm package @mingbai/checker, the engine without a page, into target/npm.

. "$(dirname -- "$0")/steps.sh"

package=$root/target/npm
next=$root/target/npm.next
locked=
if in_ci; then locked=--locked; fi
if [ -d "$tools/wasm-rust/bin" ]; then
  browser_path=$tools/wasm-rust/bin:$PATH
else
  browser_path=$PATH
fi

cd "$root"
step "engine to WebAssembly (wasm-pack)"
rm -rf "$next"
# shellcheck disable=SC2086
PATH=$browser_path wasm-pack --log-level error build web/engine --target web --profile web \
  --mode no-install --no-opt --scope mingbai --out-dir "$next" --out-name checker \
  -- $locked
if have wasm-opt; then
  # As in site.sh, which says why.
  wasm-opt --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue \
    --duplicate-function-elimination -O1 --duplicate-function-elimination \
    --remove-unused-module-elements --reorder-functions-by-name \
    --strip-producers --strip-target-features \
    "$next/checker_bg.wasm" -o "$next/small.wasm"
  mv "$next/small.wasm" "$next/checker_bg.wasm"
else
  without "no wasm-opt: the engine is about a tenth larger than it need be"
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
  "files": ["checker.js", "checker.d.ts", "checker_bg.wasm", "checker_bg.wasm.d.ts"],
  "sideEffects": false
}
END
cp web/engine/README.md LICENSE "$next/"
# Older TypeScript libraries do not know `Symbol.dispose`; `free()` does the same.
sed '/\[Symbol\.dispose\]/d' "$next/checker.d.ts" >"$next/types" && mv "$next/types" "$next/checker.d.ts"
rm -f "$next/.gitignore"
rm -rf "$package"
mv "$next" "$package"
note "in target/npm"
