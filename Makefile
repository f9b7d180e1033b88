# `make demo` and `make test` are all a newcomer needs; each makes .venv first where it is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-$(shell cksum < pyproject.toml | cut -d' ' -f1)

.PHONY: demo test lint clean

demo: $(STAMP)
	$(BIN)/podium demo --out podium-demo

test: $(STAMP).dev
	$(BIN)/python -m pytest -n 2

lint: $(STAMP).dev
	$(BIN)/ruff check graph tests bench
	$(BIN)/mypy

$(STAMP):
	$(PYTHON) -c 'import sys; sys.exit("Podium needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(STAMP).dev: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) podium-demo podium-store build dist
