# make dataset: set up everything that is missing, then make the dataset from raw/ (the run itself needs no network).
# make test:    set up everything that is missing, then pass all tests.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
PYTHON := $(VENV)/bin/python

# Nothing of the caller's Prefect or Python may reach a run: an inherited PREFECT_API_URL would send it to that server.
$(foreach name,$(filter PREFECT_% PYTHON% VIRTUAL_ENV,$(.VARIABLES)),$(if $(filter PYTHON,$(name)),,$(eval unexport $(name))))
export PREFECT_HOME := $(CURDIR)/.prefect
export PREFECT_PROFILES_PATH := $(CURDIR)/.prefect/profiles.toml
export DO_NOT_TRACK := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help
help: ## say what there is
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | expand -t 17
	@echo
	@echo "The commands of the data are in $(VENV)/bin/oic-reports --help; the documentation begins at docs/index.md."

# BASE_PYTHON, if it is given, else the first Python of 3.11 or newer that has venv. The bytes of releases are promised for 3.11.
define find_python
for candidate in $(BASE_PYTHON) python3.11 python3.12 python3.13 python3.14 python3 python; do \
  if command -v $$candidate >/dev/null 2>&1 && $$candidate -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
    echo $$candidate; exit 0; \
  fi; \
done; \
echo "Python 3.11 or newer with venv is needed; on Debian: apt install python3 python3-venv" >&2; exit 1
endef

$(VENV)/.made:
	@python=$$($(find_python)); echo "setting up $(VENV) with $$python"; $$python -m venv --clear $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements.lock pyproject.toml
	@echo "installing what a run needs (some minutes the first time)"
	@$(PYTHON) -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	@$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(PYTHON) -m compileall -q src flows
	@$(PYTHON) -m oic_reports.isolation.prepared
	@$(VENV)/bin/prefect server database upgrade --yes >/dev/null
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@echo "installing what the tests need"
	@$(PYTHON) -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.docs: $(VENV)/.run requirements-docs.lock
	@echo "installing what the documentation needs"
	@$(PYTHON) -m pip install --quiet --no-deps --require-hashes -r requirements-docs.lock
	@touch $@

.PHONY: setup
setup: $(VENV)/.run ## set up the environment

.PHONY: setup-s3
setup-s3: $(VENV)/.run requirements-s3.lock ## add what a raw store in an object store (s3://…) needs
	@$(PYTHON) -m pip install --quiet --no-deps --require-hashes -r requirements-s3.lock

.PHONY: setup-cluster
setup-cluster: $(VENV)/.run requirements-cluster.lock ## add what reading on many machines (OIC_REPORTS_CLUSTER) needs
	@$(PYTHON) -m pip install --quiet --no-deps --require-hashes -r requirements-cluster.lock

.PHONY: dataset
dataset: $(VENV)/.run ## make the dataset from raw/
	@$(PYTHON) -m flows.pipeline

# the checker of accessibility that the tests of the pages ask, by a lock with hashes; without npm these are skipped
SITE_NPM := tests/site/npm

$(SITE_NPM)/node_modules/.made: $(SITE_NPM)/package-lock.json
	@if command -v npm >/dev/null 2>&1 && npm ci --silent --ignore-scripts --no-audit --no-fund --prefix $(SITE_NPM); then \
	  touch $@; \
	else \
	  echo "the checker of the pages could not be installed: that needs Node, npm and the network (apt install npm)" >&2; \
	fi

.PHONY: site-scripts
site-scripts: $(SITE_NPM)/node_modules/.made ## install what the tests of the pages check accessibility with

.PHONY: site
site: $(VENV)/.run ## make the dataset's pages into processed/site
	@$(VENV)/bin/oic-reports site

.PHONY: bench-site
bench-site: $(VENV)/.dev ## measure the pages: building 10,000 reports, the weight of a page, search in a browser
	@$(PYTHON) benchmarks/pages.py

.PHONY: test
test: $(VENV)/.dev ## pass all tests
	@$(PYTHON) -m pytest --numprocesses auto --dist worksteal

.PHONY: lint
lint: $(VENV)/.dev ## check style and types
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

.venv-validators/.made: requirements-validators.lock
	@python=$$($(find_python)); echo "setting up .venv-validators (half a gigabyte)"; $$python -m venv --clear .venv-validators
	@.venv-validators/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements-validators.lock
	@touch $@

.PHONY: check-metadata
check-metadata: .venv-validators/.made ## ask the validator of each standard about the current release (its own environment)
	@.venv-validators/bin/python tests/validators/check_metadata.py processed/$$(.venv-validators/bin/python -c 'import json; print(json.load(open("processed/versions.json"))["latest"])')

.PHONY: docs
docs: $(VENV)/.docs ## build the documentation as pages into dist/docs; a broken link fails
	@$(PYTHON) -m sphinx -q -E -W --keep-going -b html docs dist/docs
	@echo "dist/docs/index.html"

.PHONY: rebuild-check
rebuild-check: $(VENV)/.run ## rebuild the current release and compare its bytes
	@$(VENV)/bin/oic-reports rebuild-check

.PHONY: bench
bench: $(VENV)/.dev ## measure accuracy, time and memory
	@$(PYTHON) benchmarks/gold.py
	@$(PYTHON) benchmarks/repairs.py
	@$(PYTHON) benchmarks/run.py

.PHONY: bench-reading
bench-reading: $(VENV)/.dev ## measure how right and how fast PDF files are read, beside other readers
	@$(PYTHON) benchmarks/reading.py

.PHONY: bench-word
bench-word: $(VENV)/.dev ## measure what is lost of Word files, beside other readers
	@$(PYTHON) benchmarks/word.py

.PHONY: bench-opinion
bench-opinion: $(VENV)/.dev ## measure what signs and classifier make of labelled beginnings, each held out
	@$(PYTHON) benchmarks/classifier.py

.PHONY: bench-structure
bench-structure: $(VENV)/.dev ## measure how right reports are understood, on specimens read and unread, and on composed openings
	@$(PYTHON) benchmarks/structure.py
	@$(PYTHON) benchmarks/openings.py
	@$(PYTHON) benchmarks/outlines.py
	@$(PYTHON) benchmarks/outlines.py --real
	@$(PYTHON) benchmarks/fronts.py
	@$(PYTHON) benchmarks/releases.py
	@$(PYTHON) benchmarks/papers.py
	@$(PYTHON) benchmarks/layouts.py --every 5
	@$(PYTHON) benchmarks/line_classifier.py
	@$(PYTHON) benchmarks/variations.py --every 5

.PHONY: bench-copies
bench-copies: $(VENV)/.dev ## measure how fast copies are found among 20,000 documents, and whether they are
	@$(PYTHON) benchmarks/near_duplicates.py

.PHONY: bench-feed
bench-feed: $(VENV)/.dev ## measure the feed between two releases of a million paragraphs: time, memory
	@$(PYTHON) benchmarks/feed.py 1000000

.PHONY: bench-ids
bench-ids: $(VENV)/.dev ## measure whether ids survive other readings of every specimen
	@$(PYTHON) benchmarks/ids.py

.PHONY: bench-scale
bench-scale: $(VENV)/.dev ## measure runs by the number of reports: time, memory
	@$(PYTHON) benchmarks/scale.py 100 1000
	@$(PYTHON) benchmarks/scale.py --workers 1 1000
	@$(PYTHON) benchmarks/scale.py --prefect 1000
	@$(PYTHON) benchmarks/rows.py 1000000

.PHONY: bench-release
bench-release: $(VENV)/.dev ## measure what the files of a release cost: time, memory, size, questions
	@$(PYTHON) benchmarks/release.py 100000

.PHONY: bench-fetch
bench-fetch: $(VENV)/.dev ## measure fetching beside a plain loop: requests, time, memory (loopback only)
	@$(PYTHON) benchmarks/fetch.py

.PHONY: fetch
fetch: $(VENV)/.run ## visit the addresses of raw/catalogue.csv (needs the network, and OIC_REPORTS_CONTACT)
	@$(PYTHON) -m flows.fetch

.PHONY: nightly
nightly: $(VENV)/.dev ## tests that take too long for every commit: killed fetches, runs and workers, 500 changed files, 200 histories
	@$(PYTHON) -m pytest tests/sources/test_killed.py tests/sources/test_many.py --kills 300 --addresses 10000
	@$(PYTHON) -m pytest tests/test_pulled_plug.py --kills 100
	@$(PYTHON) -m pytest tests/test_any_input.py --mutations 500
	@$(PYTHON) -m pytest tests/identity/test_histories.py --histories 200
	@$(PYTHON) -m pytest tests/feed/test_replay.py --states 100
	@$(PYTHON) -m pip install --quiet --no-deps --require-hashes -r requirements-cluster.lock
	@$(PYTHON) -m pytest tests/nightly --nightly

.PHONY: containers
containers: $(VENV)/.dev ## lint deploy/, build the image, start, kill and start it again (needs Docker with compose)
	@$(PYTHON) -m pytest tests/nightly/test_containers.py tests/nightly/test_units.py --nightly -rs

.PHONY: clean
clean: ## remove what was set up and what runs leave behind; raw/ and processed/ stay
	rm -rf $(VENV) .venv-validators .prefect .pytest_cache .mypy_cache .ruff_cache .hypothesis dist processed/.stage processed/site $(SITE_NPM)/node_modules
