#!/bin/sh
# Compiles requirements/*.lock (hashes, no index address) from pyproject.toml and requirements/*.in.
# `infra/lock.sh` keeps the versions that are locked and still satisfy the ranges; `infra/lock.sh --upgrade` moves on.
set -eu
cd "$(dirname "$0")/.."
UV=.tools/uv/bin/uv
infra/uv.sh
export UV_CUSTOM_COMPILE_COMMAND=infra/lock.sh

compile() {  # compile <name of the lock> <arguments of uv>
    out=requirements/$1.lock; shift
    "$UV" pip compile --quiet --generate-hashes --no-emit-index-url --output-file "$out" "$@"
}

# On machines (Linux, macOS; any Python from 3.11): environment markers keep the choice open.
machines="--universal --python-version 3.11"
# On Lambda: exactly its interpreter and processor, wheels only, Chalice without its command line (layer.toml).
lambda="--python-version 3.13 --python-platform aarch64-manylinux_2_28 --only-binary :all: --config-file requirements/layer.toml"

compile dev $machines --all-extras pyproject.toml "$@"
# What runs is what was tested: run.lock is held to the versions of dev.lock.
compile run $machines --constraint requirements/dev.lock --extra documents --extra sheets --extra search --extra local pyproject.toml "$@"
compile uv $machines requirements/uv.in "$@"
compile engines $machines requirements/engines.in "$@"
compile tools $machines requirements/tools.in "$@"
compile training $machines requirements/training.in "$@"
compile peers $machines requirements/peers.in "$@"

names() { sed -n 's/^\([A-Za-z0-9._-]*\)==.*/\1/p' "$1"; }
compile layer-deps $lambda --constraint requirements/dev.lock pyproject.toml "$@"
# A package of the deps layer is not shipped a second time by another layer.
shipped=$(names requirements/layer-deps.lock | sed 's/^/--no-emit-package /')
compile layer-documents $lambda --constraint requirements/dev.lock $shipped --extra documents pyproject.toml "$@"
compile layer-pictures $lambda --constraint requirements/dev.lock $shipped --extra pictures pyproject.toml "$@"
compile layer-sheets $lambda --constraint requirements/dev.lock $shipped --extra sheets pyproject.toml "$@"
compile layer-search $lambda --constraint requirements/dev.lock $shipped --extra search pyproject.toml "$@"
