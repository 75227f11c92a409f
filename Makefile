# selon: every day's commands. `make setup` once; the others call it where needed.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PYTEST_WORKERS ?= 2
export OMP_NUM_THREADS ?= 1

.PHONY: setup demo test lint pytest followthemoney slow bench load docs reference scores coverage mutation sbom audit schema readme pins clean

# The stamp names the pins it was made from: changed pins install again, an untouched .venv is left alone.
setup: .venv/.selon-setup

.venv/.selon-setup: requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("selon needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup
	$(BIN)/selon demo

test: lint pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: setup
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS)

# The check of one export by its own package. That package needs ICU (Debian: libicu-dev, pkg-config, g++) to be built, so
# it is no part of setup; CI installs it.
followthemoney: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-build-isolation -r requirements/followthemoney.txt

slow: setup
	$(BIN)/python -m pytest -m slow

# `make bench BENCH="--million"` measures with a million claims too; BENCH="speed" one of them alone.
bench: setup .venv/.selon-bench
	$(BIN)/python benchmarks/run.py $(BENCH)

.venv/.selon-bench: requirements/bench.txt .venv/.selon-setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/bench.txt
	@touch $@

# The docs as a site: build/docs/index.html. Warnings are errors; nothing is fetched, now or by who reads it.
docs: reference
	$(BIN)/python -m sphinx -W --keep-going -q -b html -d build/doctrees docs build/docs
	@echo "Open build/docs/index.html"

# The pages of docs/reference, from the commands' help, the docstrings, the schemas.
reference: setup
	$(BIN)/python tools/reference.py

# docs/how-good.md, from the gold files that are here (some two minutes).
scores: setup
	$(BIN)/python tools/scores.py

# 50 connections for 30 seconds, on loopback (with wrk where it is installed): no error, memory flat.
load: setup
	$(BIN)/python benchmarks/load.py

# The JSON Schema of what `selon extract` writes, generated from the records.
schema: setup
	$(BIN)/python -m selon.model.schema docs/schema/claim.schema.json

# The README's table and pictures, from the demo.
readme: setup
	$(BIN)/python tools/readme.py

# Branch coverage of src/ by the whole suite, at least 90 %; faults put into three modules, at least 75 % noticed.
coverage: setup
	$(BIN)/python -m coverage erase
	-$(BIN)/python -m coverage run -m pytest -n $(PYTEST_WORKERS)
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage report --fail-under=90

mutation: setup
	$(BIN)/python tools/mutation.py

# What selon is made of, and what is known of it: dist/selon.cdx.json, docs/supply-chain.md.
sbom: setup
	$(BIN)/python tools/sbom.py

audit: setup
	$(BIN)/python tools/audit.py

# Pin what pyproject.toml and requirements/dev.in ask for, every file with its hash, no registry named.
PIN := pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options
pins: setup
	cd requirements && ../$(BIN)/$(PIN) --output-file run.txt ../pyproject.toml
	cd requirements && ../$(BIN)/$(PIN) --all-extras --constraint run.txt --output-file dev.txt ../pyproject.toml dev.in
	cd requirements && ../$(BIN)/$(PIN) --constraint dev.txt --output-file followthemoney.txt followthemoney.in
	cd requirements && ../$(BIN)/$(PIN) --constraint dev.txt --output-file bench.txt bench.in
	cd requirements && ../$(BIN)/$(PIN) --constraint dev.txt --output-file train.txt train.in

clean:
	rm -rf build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
