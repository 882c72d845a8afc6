#!/bin/sh
# Builds the release of the last commit twice from nothing, in two folders that share only
# the tools, and compares what came out. It takes as long as two builds do.

. "$(dirname -- "$0")/steps.sh"

cd "$root"
# Whoever calls may be a make with a target directory of its own.
unset CARGO_TARGET_DIR CARGO_BUILD_TARGET_DIR RUSTFLAGS MAKEFLAGS MFLAGS MAKELEVEL
place=$root/target/reproduce
rm -rf "$place"
commit=$(git rev-parse --short HEAD)
for folder in one second/further/down; do
  step "the release of $commit, built in target/reproduce/$folder"
  mkdir -p "$place/$folder/target"
  git archive "$commit" | tar -xf - -C "$place/$folder"
  ln -s "$tools" "$place/$folder/target/tools"
  long reproduce "compiling and laying out" make -C "$place/$folder" release
done

one=$place/one/target/dist/manifest.json
second=$place/second/further/down/target/dist/manifest.json
step "SHA-384 of the two manifests"
note "$(sha384 "$one")"
note "$(sha384 "$second")"
if ! cmp -s "$one" "$second"; then
  diff "$one" "$second" >&2 || true
  give_up "the two builds differ; both are kept in target/reproduce"
fi
rm -rf "$place"
step "the two builds are the same, byte for byte"
