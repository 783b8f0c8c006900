#!/bin/sh
# Ends what its parent started, when the parent is gone: also after kill -9, when it could not do so itself.
# Reads "+ pid" and "- pid" lines; the end of the input is the end of the parent. Each pid leads a process group.

pids=

without() {
  for pid in $pids; do
    [ "$pid" = "$1" ] || printf ' %s' "$pid"
  done
}

signal() {
  for pid in $pids; do
    kill "-$1" "-$pid" 2>/dev/null && echo alive
  done
}

while read -r sign pid; do
  case $sign in
    +) pids="$pids $pid" ;;
    -) pids=$(without "$pid") ;;
  esac
done

signal TERM >/dev/null
for _ in 1 2 3 4 5 6 7 8; do
  [ -z "$(signal 0)" ] && exit
  sleep 1
done
signal KILL >/dev/null
