# make demo, make test: everything else these need is set up by itself, inside this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= 4

.PHONY: demo run test check setup format benchmarks clean

demo: $(READY)  ## the school's phones in a web page
	@$(BIN)/solienlac demo

run: $(READY)  ## the bot as .env says
	@$(BIN)/solienlac run

test: $(READY)  ## all tests; the stories wait more than they compute, so two workers a core
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: $(READY)  ## types, lint, format, imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmarks: $(READY)  ## the tables of docs/benchmarks.md
	$(BIN)/python -m benchmarks.names
	$(BIN)/python -m benchmarks.updates
	$(BIN)/python -m benchmarks.start
	$(BIN)/python -m benchmarks.conversations
	$(BIN)/python -m benchmarks.alerts
	$(BIN)/python -m benchmarks.board
	$(BIN)/python -m benchmarks.roll_pages
	$(BIN)/python -m benchmarks.roll_cards
	$(BIN)/python -m benchmarks.scores

setup: $(READY)

$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Cần Python 3.11 trở lên / Python 3.11 or newer is needed"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8'
	@UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --frozen --quiet --inexact --compile-bytecode
	@$(BIN)/python -m compileall -q bot handlers locales sandbox services storage  # starts faster
	@touch $(READY)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
