# Two commands do everything on a fresh machine with Python 3.11 or newer: `make site` and `make test`.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
TESTING := $(VENV)/.testing
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE :=

SCRIPTS := build_tools/scripts
MODULES := $(SCRIPTS)/node_modules/.package-lock.json

# Files go to the workers whole, in the order that tests/conftest.py gives them.
PYTEST := $(PY) -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

.PHONY: quick site scripts serve offline publish pdf test test-full test-hosts check lint lint-python lint-scripts no-node bench clean lock licences

# Sources to pages, pages to a site beside the old one, checked, then switched into place.
site: $(READY)
	$(PY) -m duidu site

# The library that prints comes with those of the tests. Needs a browser of the Chromium family and Chinese fonts on the machine; says so if there are none.
pdf: $(TESTING)
	$(PY) -m duidu pdf

serve: $(READY)
	$(PY) -m duidu serve

# One zip that opens from a disk.
offline: $(READY)
	$(PY) -m duidu offline

# What a host publishes: the site, and in it the offline edition, which the footer names.
publish: $(READY)
	$(PY) -m duidu publish

check: $(READY)
	$(PY) -m duidu check

test: $(TESTING) lint
	$(PY) -m tests.browser
	$(PYTEST)

# What takes too long for every change: killed at every step, every document on paper, every size; and what needs web servers.
test-full: $(TESTING)
	$(PY) -m tests.browser
	$(PY) -m tests.servers
	$(PYTEST) -m "full or hosts"

# What needs no browser, not the two decisions and no whole site: the tool alone, while you work on it.
quick: $(TESTING)
	BROWSER=none $(PYTEST) -m "not corpus and not hosts and not full and not long" -q

# What needs web servers (installed as root on Debian where they are missing) or the network; says what it cannot test.
test-hosts: $(TESTING)
	$(PY) -m tests.browser
	$(PY) -m tests.servers
	$(PYTEST) -m hosts

bench: $(TESTING)
	$(PY) -m tests.bench

# The scripts of the pages, joined from their modules; only who changes those needs node.
scripts: $(READY) $(MODULES)
	$(PY) $(SCRIPTS)/grammar.py > $(SCRIPTS)/grammar.js
	cd $(SCRIPTS) && npm run --silent build

$(MODULES): $(SCRIPTS)/package-lock.json
	cd $(SCRIPTS) && npm ci --silent --no-audit --no-fund
	@touch $@

# Python and the scripts at the same time, each of which keeps one core busy.
lint: $(TESTING)
	@$(MAKE) --no-print-directory --jobs 2 lint-python $(if $(shell command -v npm),lint-scripts,no-node)

lint-python: $(TESTING)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

no-node:
	@echo "没有 node：没有检查 $(SCRIPTS)。" >&2

lint-scripts: $(READY) $(MODULES)
	$(PY) $(SCRIPTS)/grammar.py > $(SCRIPTS)/grammar.js
	cd $(SCRIPTS) && npm run --silent check

clean:
	rm -rf site dist docs/data docs/search

# Everything pinned with hashes, no index named; run after changing pyproject.toml (needs uv on the machine). What a site needs lies apart
# from what tests need besides; the second list has the versions of the first.
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml
lock:
	$(COMPILE) --group build -o requirements.lock
	$(COMPILE) --group build --group test --constraints requirements.lock -o requirements-test.lock

# Which licences all of these have; run after make lock.
licences: $(TESTING)
	$(PY) -m tests.licences

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "需要 Python 3.11 或更新的版本；可用 make PYTHON=python3.12 site 指定。" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(TESTING): requirements-test.lock $(READY)
	$(INSTALL) -r requirements-test.lock
	@touch $@
