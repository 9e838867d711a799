# From a fresh clone, with nothing but Python 3.11 or newer and make: `make demo` or `make test`.
# Another Python than the first on the PATH: make PYTHON=/path/to/python3 …

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $(UPGRADE)

export PYTHONUTF8 := 1

.DEFAULT_GOAL := demo
.PHONY: setup development demo test lint bench docs pictures lock clean

## demo: a running site with the example, and its address
demo: setup
	@$(BIN)/radslag example
	@$(BIN)/radslag serve

## test: everything, on PostgreSQL and on SQLite, in a real browser too
test: development
	$(BIN)/python -W ignore tools/postgres.py $(BIN)/pytest -n 2 --ignore=tests/domain --ignore=tests/exchange --ignore=tests/shell
	$(BIN)/pytest -n 2

## lint: style, types, layers, templates, dependencies, deployment
lint: development
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files '*.html')
	$(BIN)/deptry src
	RADSLAG_ADDRESS=https://radslag.example $(BIN)/django-admin check --deploy --fail-level WARNING --settings radslag.config.settings
	$(BIN)/django-admin makemigrations --check --dry-run --settings radslag.config.settings

## bench: how fast, into docs/measures.md; PLAN=file measures reading on that file
bench: development
	$(BIN)/python -m bench $(PLAN)

## docs: the reference pages that are made from the code
docs: development
	$(BIN)/python tools/reference.py

## pictures: every page and every document as it looks, in pictures/index.html
pictures: development
	$(BIN)/python tools/pictures.py

## lock: the requirements anew; UPGRADE=--upgrade takes the newest versions
lock: development
	$(LOCK) pyproject.toml --group development --output-file requirements/development.txt
	$(LOCK) pyproject.toml --group build --constraints requirements/development.txt --output-file requirements/build.txt
	$(LOCK) pyproject.toml --constraints requirements/development.txt --output-file requirements/runtime.txt

## setup: the environment, the package in it, and its front end
setup: .venv/build.stamp
	@$(BIN)/python tools/build_front_end.py

development: setup .venv/development.stamp .venv/browser.stamp

clean:
	rm -rf .venv build dist pictures site var frontend/node_modules tools/browser/node_modules src/radslag/ground/shell/static/built

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Rådslag needs Python 3.11 or newer. Say where it is: make PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/build.stamp: requirements/build.txt pyproject.toml | .venv/bin/python
	@echo 'Fetching what Rådslag is built with …'
	@$(PIP) install --require-hashes --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/development.stamp: requirements/development.txt .venv/build.stamp
	@echo 'Fetching what Rådslag is tested with …'
	@$(PIP) install --require-hashes --requirement requirements/development.txt
	@touch $@

.venv/browser.stamp: tools/browser/package-lock.json tools/chromium.py .venv/development.stamp
	@$(BIN)/python tools/chromium.py
	@touch $@
