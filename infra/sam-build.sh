#!/bin/sh
# `sam build` with the locked tools: layers, then one artifact a function, under .aws-sam/build.
set -eu
cd "$(dirname "$0")/.."
infra/tools.sh cli
rm -rf .aws-sam/build .aws-sam/layer-sizes.json
log=$(mktemp); trap 'rm -f "$log"' EXIT
if SAM_CLI_TELEMETRY=0 .tools/cli/bin/sam build > "$log" 2>&1; then
    grep -E "^(layer |  heaviest|Build Succeeded)" "$log"
    PYTHONPATH=infra:backend .venv/bin/python -m artifacts.sizes
else
    cat "$log"; exit 1
fi
