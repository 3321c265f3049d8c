#!/bin/sh
# Everything that needs no running engine: style, types, imports, templates, build, generated files, the mini-program.
# `make check` calls it. What is deployed and what is written are checked side by side; every step runs, then it says
# which failed. `infra/check.sh <step>...` runs some of them, one after the other.
set -u
cd "$(dirname "$0")/.."
export PYTHONPATH=backend:infra:. SAM_CLI_TELEMETRY=0
python=.venv/bin
failed=$(mktemp); trap 'rm -f "$failed"' EXIT

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

deployed="tools cfn_lint translate sam_build runtime"
written="ruff format mypy imports generated miniprogram"

steps() {
    for step in "$@"; do
        started=$(date +%s); log=$(mktemp)
        if $step > "$log" 2>&1; then
            echo "$step ... ok ($(($(date +%s) - started)) s)"
            grep -E '^(layer |tryout)' "$log"
        else
            echo "$step ... FAILED"; tail -n 60 "$log"; echo "$step" >> "$failed"
        fi
        rm -f "$log"
    done
}

if [ $# -gt 0 ]; then
    steps "$@"
else
    steps $deployed & steps $written; wait
fi
[ -s "$failed" ] || { echo "check: all steps passed"; exit 0; }
echo "check: failed: $(tr '\n' ' ' < "$failed")"
exit 1
