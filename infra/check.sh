#!/bin/sh
# Everything that needs no running engine: style, types, imports, templates, build, generated files, the mini-program.
# `make check` calls it. Runs every step, then says which failed. `infra/check.sh <step>...` runs some of them.
set -u
cd "$(dirname "$0")/.."
export PYTHONPATH=backend:infra:. SAM_CLI_TELEMETRY=0
python=.venv/bin

ruff()         { "$python/ruff" check --quiet .; }
format()       { "$python/ruff" format --check --quiet .; }
mypy()         { "$python/mypy" backend infra functions tests; }
imports()      { "$python/lint-imports" --no-logo; }
tools()        { infra/tools.sh cli; }
cfn_lint()     { .tools/cli/bin/cfn-lint --regions cn-north-1 eu-central-1 -- template.yaml infra/alarms/template.yaml; }
translate()    { .tools/cli/bin/python infra/checks/translate.py template.yaml > /dev/null; }
sam_build()    { infra/sam-build.sh; }
runtime()      { "$python/python" -m artifacts.tryout; }
generated()    { "$python/python" -m checks.generate --check; }
miniprogram()  { [ ! -f miniprogram/package.json ] || npm --prefix miniprogram run --silent check; }

all="ruff format mypy imports tools cfn_lint translate sam_build runtime generated miniprogram"
failed=""
for step in ${*:-$all}; do
    printf '%s ... ' "$step"
    started=$(date +%s); log=$(mktemp)
    if $step > "$log" 2>&1; then
        echo "ok ($(($(date +%s) - started)) s)"
        grep -E '^(layer |tryout)' "$log"
    else
        echo "FAILED"; tail -n 60 "$log"; failed="$failed $step"
    fi
    rm -f "$log"
done
[ -z "$failed" ] && { echo "check: all steps passed"; exit 0; }
echo "check: failed:$failed"
exit 1
