# The two commands: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CRM := $(BIN)/crm
TEST_DEPTH ?= quick
PYTEST_WORKERS ?= 3

.DEFAULT_GOAL := help
.PHONY: help run test check bench lock wheel clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/.runtime ## set everything up and run the CRM; without a token in the sandbox
	@exec $(CRM) run

test: $(VENV)/.dev ## set everything up and run all tests; TEST_DEPTH=full for each conversation on both databases
	@echo "running the tests"
	@TEST_DEPTH=$(TEST_DEPTH) PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n $(PYTEST_WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

check: $(VENV)/.dev ## format, lint, types, layers, locales
	@echo "format" && $(BIN)/ruff format --check .
	@echo "lint" && $(BIN)/ruff check .
	@echo "types" && $(BIN)/mypy
	@echo "layers" && $(BIN)/lint-imports --no-cache
	@echo "locales" && $(BIN)/python -m pytest -q tests/architecture -k locale -p no:cacheprovider

bench: $(VENV)/.dev ## the table of numbers: what, ratio (min, median, max), target
	@$(BIN)/python -m tests.bench $(BENCH_ARGS)

lock: ## resolve the dependencies again, with hashes
	uv pip compile pyproject.toml --group build --generate-hashes --no-emit-index-url --no-header --universal \
		--python-version 3.11 -q -o requirements.lock $(LOCK_ARGS)
	uv pip compile pyproject.toml --group build --group dev --generate-hashes --no-emit-index-url --no-header \
		--universal --python-version 3.11 -q -o requirements-dev.lock $(LOCK_ARGS)

wheel: $(VENV)/.dev ## build the distribution
	@$(BIN)/python -m hatchling build -t wheel

clean: ## forget the environment; data in ./var stays
	rm -rf $(VENV) dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name one with PYTHON=… make run"; exit 1; }
	@echo "making $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "installing what the CRM needs (once; under a minute)"
	@$(call install,requirements.lock)
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "installing what the tests need (once; about a minute)"
	@$(call install,requirements-dev.lock)
	@touch $@ $(VENV)/.runtime

# uv where there is one, pip otherwise; both check every hash
define install
if command -v uv >/dev/null 2>&1; then \
	uv pip install -q --compile-bytecode --python $(BIN)/python --require-hashes -r $(1) && \
	uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .; \
else \
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(1) && \
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .; \
fi && $(BIN)/python -m compileall -q bot handlers integrations locales migrations models sandbox services web
endef
