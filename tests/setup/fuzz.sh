#!/bin/sh
# Builds the fuzz targets of rules/fuzz and core/fuzz with the stable compiler and runs
# each for some seconds: sh tests/setup/fuzz.sh 600 [TARGET …]
#
# What is found stays in target/fuzz/<target>/found; what leads somewhere new, in
# target/fuzz/<target>/corpus. Both count the next time.
set -eu

seconds=$1
shift
targets=${*:-"rules expression pack answers"}
root=$(pwd)
host=$(rustc -vV | sed -n 's/^host: //p')

# What cargo-fuzz would pass; the sanitizer itself alone asks for a nightly compiler.
RUSTFLAGS='--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table
-Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1'
RUSTFLAGS=$(printf '%s' "$RUSTFLAGS" | tr '\n' ' ')
export RUSTFLAGS
export CARGO_TARGET_DIR="$root/target/fuzz"

for target in $targets; do
	case $target in
	rules) crate=rules; options="$root/rules/tests/codes -dict=$root/rules/fuzz/words.dict -max_len=4096" ;;
	expression) crate=rules; options="-dict=$root/rules/fuzz/words.dict -max_len=300" ;;
	pack) crate=core; options="-max_len=8192" ;;
	answers) crate=core; options="-max_len=600" ;;
	*) echo "no fuzz target is named $target" >&2; exit 2 ;;
	esac
	echo "== $target, $seconds seconds"
	cargo build --quiet --release --target "$host" \
		--manifest-path "$crate/fuzz/Cargo.toml" --bin "$target"
	work="$CARGO_TARGET_DIR/$target"
	mkdir -p "$work/corpus" "$work/found"
	# shellcheck disable=SC2086
	"$CARGO_TARGET_DIR/$host/release/$target" "$work/corpus" \
		"$root/$crate/fuzz/corpus/$target" $options -timeout=20 -rss_limit_mb=3000 \
		-artifact_prefix="$work/found/" -max_total_time="$seconds" \
		-print_final_stats=1 2>&1 | tee "$work/log" | grep -E '^(Done|stat::number|==|SUMMARY)' || true
	# The pipe hides how it ended.
	if ! grep -q '^Done' "$work/log"; then
		tail -30 "$work/log" >&2
		exit 1
	fi
done
