# Two commands matter: `make demo` shows the product, `make test` proves it.
VENV := .venv
BIN := $(VENV)/bin
# The first of these that is new enough; `make PYTHON=… demo` chooses another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

# Some 300 processes are started by the tests: each starts in half the time where the compiled code is kept.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: setup demo test lint types fast fuzz torture chaos lock clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "archiver needs Python 3.11 or newer, and '$(or $(PYTHON),python3)' is $$($(or $(PYTHON),python3) --version 2>&1 || true). Install one, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 2; }
	@echo "Setting up $(VENV) from requirements-dev.lock (about a minute)"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	@$(BIN)/archiver demo

# Cheap first: a style error should not wait for the tests.
test: lint types
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: setup
	$(BIN)/mypy

fast: setup
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -x -q

fuzz: setup # many more invented texts, other ones each time: of dates some 3 minutes of the processor, then of all rooms
	FUZZ_EXAMPLES=20000 $(BIN)/pytest -q tests/test_dates.py tests/test_dates_mangled.py -k "any_text or short_way_reads_as or one_stamp or stands_alone"
	FUZZ_EXAMPLES=1000 $(BIN)/pytest -q -m hypothesis tests

torture: setup # kills and harms, bounded: 20 minutes at the most, on two cores that nothing else uses
	$(BIN)/python bench/torture.py

chaos: setup # workers and the scheduler killed at random, under crawls and all that reads; some 10 minutes, another seed each time
	for seed in $$(od -An -N8 -tu2 /dev/urandom); do \
	  CHAOS_SITES=8 CHAOS_KILLS=12 CHAOS_ARTICLES=12 CHAOS_SEED=$$seed $(BIN)/pytest -q -s tests/test_chaos.py || exit 1; done

lock: # the core lock is a part of the larger one, so that both name the same versions
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --all-extras --group dev pyproject.toml -o requirements-dev.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate pyproject.toml -c requirements-dev.lock -o requirements.lock

clean:
	rm -rf $(VENV) build dist
