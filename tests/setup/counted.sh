#!/bin/sh
# counted.sh WORDS [--each NAME]… -- COMMAND…
#
# Runs tests and counts them: none run, or one ignored, is a failure like a failed one.
# With --each, at least one passed test must end in that name; used under CI, so that no
# browser can go missing without a word.

. "$(dirname -- "$0")/../../web/setup/steps.sh"

words=$1
shift
names=
while [ "$1" != -- ]; do
  names="$names $2"
  shift 2
done
shift

step "$words"
log=$tools/log/tests.log
{ code=0; "$@" 2>&1 || code=$?; echo "$code" >"$log.status"; } | tee "$log"
code=$(cat "$log.status")
rm -f "$log.status"
[ "$code" = 0 ] || give_up "$words: failed"

count() { sed -n "s/^test result: .* \([0-9]*\) $1;.*/\1/p" "$log" | awk '{n += $1} END {print n + 0}'; }
passed=$(count passed)
ignored=$(count ignored)
[ "$passed" -gt 0 ] || give_up "$words: no test was run"
[ "$ignored" = 0 ] || give_up "$words: $ignored ignored, and none may be"
for name in $names; do
  grep -q "^test .*::$name \.\.\. ok" "$log" || give_up "$words: none in $name"
done
note "$words: $passed passed"
