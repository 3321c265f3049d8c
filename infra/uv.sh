#!/bin/sh
# infra/uv.sh: uv in an environment of its own (.tools/uv), from its lock; free when it is there.
set -eu
cd "$(dirname "$0")/.."
home=.tools/uv
want=$(sha256sum requirements/uv.lock | cut -d' ' -f1)
[ "$(cat "$home/.locked" 2>/dev/null || true)" = "$want" ] && exit 0
"${PYTHON:-python3}" -m venv --clear "$home"
"$home/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/uv.lock
echo "$want" > "$home/.locked"
