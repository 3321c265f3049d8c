# 码上办. `make run` is all one needs to see it; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv/bin
STAMPS := .tools/stamps
MINI := miniprogram
FONTS := layers/documents/fonts
LIGHTHOUSE := tests/bench/lighthouse
CONSOLE := backend/mashangban/console/assets
DATA ?= .local
SIZE ?= county
SHARES ?= 100 10 1
export PYTHONPATH := backend:infra:.
# Compiled code is kept: a server is six processes of one source, and the tests start dozens of servers.
export PYTHONDONTWRITEBYTECODE :=

TEST_COMMANDS := chromium-headless-shell pdfsig zbarimg mutool qpdf certutil
PICTURES := test-results/pictures
PICTURED := story month repair answers conversation assistance matters
# What all rooms store by, and what each act costs, is asked of a second, independent engine too; `ENGINE=ministack make
# test` asks it everything.
BOTH_ENGINES := tests/kernel tests/deadlines tests/registry $(wildcard tests/*/test_*capacity.py)
TEST_PACKAGES := chromium-headless-shell poppler-utils zbar-tools mupdf-tools qpdf libnss3-tools fonts-noto-cjk

.PHONY: help install install-dev run reset test test-fast check lock bench chaos contention fuzz eval-answers demo-scale scale build-h5 build-mp-weixin build-mp-alipay sam-build screenshots openapi audit bill-of-materials node test-tools

help:  ## this list
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: install  ## start everything on one port (PORT, HOST, DATA, DEMO, ENGINE); Ctrl-C stops it
	@exec $(VENV)/python -m mashangban.gateway

install: $(STAMPS)/run $(STAMPS)/engines $(STAMPS)/dynoxide $(STAMPS)/fonts $(STAMPS)/console build-h5  ## what `make run` needs

install-dev: $(STAMPS)/dev $(STAMPS)/engines $(STAMPS)/dynoxide $(STAMPS)/fonts $(STAMPS)/console  ## what the tests and checks need

reset:  ## forget all local data
	@if [ -e "$(DATA)/lock" ] && command -v flock >/dev/null && ! flock -n "$(DATA)/lock" true; then \
	    echo "先停止正在运行的实例（Ctrl-C）。"; echo "Stop the running instance first (Ctrl-C)."; exit 1; fi
	rm -rf -- "$(DATA)"

test: install-dev test-tools build-h5  ## every test
	npm --prefix $(MINI) test --silent
	ENGINE=ministack $(VENV)/python -m pytest -n auto --dist loadfile -q -m "engine and not slow and not browser" $(BOTH_ENGINES)
	$(VENV)/python -m pytest -n auto --dist loadfile tests

test-fast: install-dev  ## the tests that take no browser and no long waits
	$(VENV)/python -m pytest -n auto --dist loadfile -m "not slow and not browser" tests

check: install-dev build-h5 build-mp-weixin  ## style, types, imports, template, build, generated files
	infra/check.sh

audit: install-dev  ## look at locks, installed packages and licences (advisories need a service outside)
	$(VENV)/python -m checks.audit

bill-of-materials: install-dev  ## what is shipped, as CycloneDX on the terminal
	@$(VENV)/python -m checks.audit --bill

openapi: install-dev  ## write docs/openapi.json and what else is generated from the code
	$(VENV)/python -m checks.generate

bench: install-dev $(STAMPS)/lighthouse build-h5  ## measure (docs/benchmarks.md); BENCH="event_cpu cold_start" for some
	infra/tools.sh peers training
	$(VENV)/python -m tests.bench.run $(BENCH)

demo-scale: install  ## fill the running server with a county, a city or a province (SIZE)
	$(VENV)/python -m mashangban.gateway.inside $(VENV)/python -m demo.scale "$(SIZE)"

scale: install-dev  ## measure worlds of one in SHARES ("100 10 1") of the real size (docs/scale.md, docs/plots)
	$(VENV)/python -m tests.scale $(SHARES)

chaos: install-dev  ## people act while parts are killed (SECONDS, PEOPLE, SEED); then it is proven what holds
	$(VENV)/python -m tests.chaos

contention: install-dev  ## HANDS (1000) on each scarce thing, in calm and storm; writes docs/contention.md
	HANDS=$${HANDS:-1000} CONTENTION_REPORT=1 $(VENV)/python -m pytest -q -p no:randomly --timeout=0 tests/contention

fuzz: install-dev  ## CASES (100) requests to every operation of docs/openapi.json, MUTATIONS (10000) of a sealed PDF
	CASES=$${CASES:-100} $(VENV)/python -m pytest -n auto -q tests/fuzz
	MUTATIONS=$${MUTATIONS:-10000} $(VENV)/python -m pytest -n auto -q --timeout=0 -k random_mutations tests/documents/test_tampering.py

eval-answers: install-dev  ## rank QUERIES among the documents of CORPUS, ten a line, into OUT (JSON Lines)
	$(VENV)/python -m answering.evaluate "$(CORPUS)" "$(QUERIES)" "$(OUT)"

screenshots: install-dev test-tools build-h5  ## the pictures of the README, made by the stories' browser tests
	SCREENSHOTS=$(PICTURES) $(VENV)/python -m pytest $(addprefix tests/e2e/test_,$(addsuffix .py,$(PICTURED)))
	cp $(addprefix $(PICTURES)/,$(addsuffix .png,story month home help)) docs/screenshots/

sam-build:  ## layers and functions as they are deployed
	infra/sam-build.sh

# --------------------------------------------------------------------------------- Python environments
$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "需要 Python 3.11 或更高版本。"; echo "Python 3.11 or later is needed."; exit 1; }
	$(PYTHON) -m venv .venv || { echo "请先安装 venv：apt install python3-venv"; \
	    echo "Install venv first: apt install python3-venv"; exit 1; }

# Everything of run.lock is in dev.lock at the same version, so a tested environment also runs.
$(STAMPS)/run: requirements/run.lock requirements/dev.lock | $(VENV)/python
	@mkdir -p $(STAMPS)
	@if [ -e $(STAMPS)/dev ] && [ $(STAMPS)/dev -nt requirements/dev.lock ]; then touch $@; else $(call pip,run); fi

$(STAMPS)/dev: requirements/dev.lock | $(VENV)/python
	@mkdir -p $(STAMPS)
	@$(call pip,dev)

define pip
echo "安装 Python 依赖 / installing requirements/$(1).lock"; \
infra/install.sh $(VENV)/python requirements/$(1).lock \
|| { echo "Python 依赖安装失败，检查网络后重试；已装好的不会丢失。"; \
     echo "Installing Python packages failed; check the network and try again, nothing is lost."; exit 1; }; \
touch $(STAMPS)/$(1)
endef

$(STAMPS)/engines: requirements/engines.lock
	@mkdir -p $(STAMPS)
	@infra/tools.sh engines
	@touch $@

# --------------------------------------------------------------------------------------- Node packages
node:
	@command -v node >/dev/null && command -v npm >/dev/null || { \
	    echo "缺少 Node.js 20 和 npm：https://nodejs.org 或 apt install nodejs npm"; \
	    echo "Node.js 20 and npm are missing: https://nodejs.org or apt install nodejs npm"; exit 1; }
	@node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' || { \
	    echo "Node.js 版本太低（$$(node --version)），需要 20 或更高。"; \
	    echo "Node.js $$(node --version) is too old; 20 or later is needed."; exit 1; }

define npm_ci
mkdir -p $(STAMPS); \
echo "安装 Node 依赖 / installing $(1)"; \
npm ci --prefix $(1) --ignore-scripts --no-audit --no-fund --loglevel=error \
|| { echo "npm 安装失败，检查网络后重试：make install"; \
     echo "npm failed; check the network and try again: make install"; exit 1; }; \
touch $(2)
endef

$(STAMPS)/dynoxide: infra/engines/package-lock.json | node
	@$(call npm_ci,infra/engines,$@)

$(STAMPS)/lighthouse: $(LIGHTHOUSE)/package-lock.json | node
	@$(call npm_ci,$(LIGHTHOUSE),$@)

$(STAMPS)/miniprogram: $(MINI)/package-lock.json | node
	@$(call npm_ci,$(MINI),$@)

$(STAMPS)/font-sources: $(FONTS)/package-lock.json | node
	@$(call npm_ci,$(FONTS),$@)

$(STAMPS)/fonts: $(STAMPS)/font-sources $(FONTS)/build.py | $(STAMPS)/run
	@$(VENV)/python $(FONTS)/build.py
	@touch $@

$(STAMPS)/console-packages: $(CONSOLE)/package-lock.json | node
	@$(call npm_ci,$(CONSOLE),$@)

$(STAMPS)/console: $(STAMPS)/console-packages $(wildcard $(CONSOLE)/*.mjs $(CONSOLE)/*.svg $(CONSOLE)/styles/* $(CONSOLE)/scripts/*)
	@npm --prefix $(CONSOLE) run --silent build
	@touch $@

# ------------------------------------------------------------------- what is built from sources of our own
# Built again only when a source changed: the stamp holds the hash of all of them.
# $(call build,<name>,<folder of the npm package>,<sources>,<npm script>,<result>)
define build
now=$$(cd $(2) && find $(3) package-lock.json -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum); \
if [ "$$now" = "$$(cat $(STAMPS)/$(1) 2>/dev/null || true)" ] && [ -d $(2)/$(5) ]; then exit 0; fi; \
echo "生成 / building: $(1)"; log=$$(mktemp); \
npm --prefix $(2) run --silent $(4) >"$$log" 2>&1 \
|| { cat "$$log"; echo "没有生成 $(1)，原因见上。"; echo "$(1) was not built, see above."; exit 1; }; \
rm -f "$$log"; if [ $(1) = h5 ]; then node infra/engines/precompress.mjs $(2)/$(5); fi; \
echo "$$now" > $(STAMPS)/$(1)
endef
MINI_SOURCES := src index.html vite.config.ts tsconfig.json

build-h5: $(STAMPS)/miniprogram  ## the mini-program for browsers
	@$(call build,h5,$(MINI),$(MINI_SOURCES),build:h5,dist/build/h5)

build-mp-weixin: $(STAMPS)/miniprogram  ## the mini-program for WeChat
	@$(call build,mp-weixin,$(MINI),$(MINI_SOURCES),build:mp-weixin,dist/build/mp-weixin)

build-mp-alipay: $(STAMPS)/miniprogram  ## the mini-program for Alipay
	@$(call build,mp-alipay,$(MINI),$(MINI_SOURCES),build:mp-alipay,dist/build/mp-alipay)

# ------------------------------------------------------------------------------------------ test tools
test-tools:
	@missing=""; for tool in $(TEST_COMMANDS); do command -v $$tool >/dev/null || missing="$$missing $$tool"; done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q $(TEST_PACKAGES); \
	else \
	    echo "缺少测试工具：$$missing"; echo "Missing for the tests:$$missing"; \
	    echo "  sudo apt-get install $(TEST_PACKAGES)"; exit 1; fi
