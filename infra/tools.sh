#!/bin/sh
# Makes the isolated tool environments: infra/tools.sh [cli] [engines] [peers]. Each has its own lock because its
# pins contradict those of the product; a stamp of the lock's hash makes the next call free.
set -eu
cd "$(dirname "$0")/.."
lock_of() { case $1 in cli) echo tools ;; *) echo "$1" ;; esac; }

for name in "${@:-cli}"; do
    lock=requirements/$(lock_of "$name").lock
    home=.tools/$name
    want=$(sha256sum "$lock" | cut -d' ' -f1)
    [ "$(cat "$home/.locked" 2>/dev/null || true)" = "$want" ] && continue
    echo "installing $home from $lock"
    "${PYTHON:-python3}" -m venv --clear "$home"
    infra/install.sh "$home/bin/python" "$lock"
    echo "$want" > "$home/.locked"
done
