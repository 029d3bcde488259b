# Every target that needs the environment waits for .venv/.ready, which is made anew
# only when the list of packages or the project's description changes.
.DEFAULT_GOAL := help
.PHONY: help demo test check format rules bench lock clean
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
READY := .venv/.ready
EXAMPLE := examples/kraina-nocy-i-dni-2022

# Pins and hashes for every Python from 3.11 on, and no address of any index.
COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url $(if $(UPGRADE),--upgrade)

$(READY): requirements.lock pyproject.toml
	@bash scripts/setup.sh

# The lock is remade also when it does not fit pyproject.toml, and so without $(READY).
$(BIN)/uv:
	@bash scripts/setup.sh

help: ## pokazuje tę listę
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY) ## przeprowadza przykładowy nabór i drukuje jego dokumenty
	@$(BIN)/nabor round $(EXAMPLE)

test: check ## sprawdza wszystko: zapis, błędy, typy, kierunek importów, testy
	@echo "== testy"
	@$(BIN)/pytest --quiet --numprocesses auto --dist loadfile

check: $(READY) ## sprawdza wszystko oprócz testów
	@echo "== zapis (ruff format)"
	@$(BIN)/ruff format --check .
	@echo "== błędy (ruff check)"
	@$(BIN)/ruff check --output-format concise .
	@echo "== typy (mypy)"
	@$(BIN)/mypy
	@echo "== kierunek importów (lint-imports)"
	@$(BIN)/lint-imports --no-logo

format: $(READY) ## poprawia zapis i to, co da się poprawić samo
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

rules: $(READY) ## zapisuje na nowo tabelę reguł Programu (docs/reguly.md)
	@$(BIN)/python -m tests.docs.rules_table

bench: $(READY) ## mierzy czas (FULL=1: wydruki i rejestry pełnej wielkości)
	@$(BIN)/python -m tests.bench $(if $(FULL),--full)

lock: $(BIN)/uv ## zapisuje na nowo listę pakietów (UPGRADE=1: w najnowszych wersjach)
	@echo 'uv>=0.13' | $(COMPILE) --output-file requirements-bootstrap.lock -
	@$(COMPILE) --extra dev --output-file requirements.lock pyproject.toml

clean: ## usuwa środowisko i pamięć podręczną
	@rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
