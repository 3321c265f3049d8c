#!/bin/sh
# infra/install.sh <python> <lock>: the lock's packages into that Python's environment, hashes checked. uv does it in a
# tenth of pip's time; where it can't (no wheel for this machine, no way to the index), pip does.
set -eu
cd "$(dirname "$0")/.."
python=$1 lock=$2
infra/uv.sh >/dev/null 2>&1 || true
if [ -x .tools/uv/bin/uv ]; then
    # uv does not read pip's settings: a mirror chosen there is told.
    mirror=${PIP_INDEX_URL:-$("$python" -m pip config get global.index-url 2>/dev/null || true)}
    [ -z "$mirror" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$mirror}"
    .tools/uv/bin/uv pip install --quiet --no-deps --require-hashes --python "$python" -r "$lock" && exit 0
    echo "uv 没有装成，改用 pip / uv did not manage, pip tries"
fi
exec "$python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
