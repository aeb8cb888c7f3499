# One command for each chore; CI calls the same words.
PYTHON ?= python3
BIN := .venv/bin
unexport PYTHONDONTWRITEBYTECODE # what is read again and again, by each worker and each process of a test, is compiled once
export PLENARY_URL ?= http://127.0.0.1:8000

.DEFAULT_GOAL := help
.PHONY: help up demo test quick types-and-rooms tests-in-between subject lint bench chaos clients reset lock docs
.PHONY: tests-composed tests-on-servers tests-of-backups clients-of-npm clients-of-python verapdf

help: ## what can be done
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

up: .venv/app ## install what is locked and start everything at http://127.0.0.1:8000 (Ctrl-C ends it)
	@exec $(BIN)/plenary up

demo: .venv/app ## lead the chain through the running installation at PLENARY_URL (FRESH=1: another gathering)
	@PLENARY_DATA="$$(deploy/data-of.sh $(PLENARY_URL))" exec $(BIN)/plenary demo $(if $(FRESH),--fresh)

test: .venv/dev lint ## all checks: lint, types, rooms, tests; the container parts where a Docker engine answers
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder -m "not containers and not browser and not alone"
	$(BIN)/pytest -m alone $$(grep -rl "mark\.alone" tests --include="*.py")  # to read all tests for these takes longer than they do
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder -m browser tests/browser  # apart: the browser's driver keeps an event loop running
	@$(MAKE) --no-print-directory -k -j 2 tests-composed tests-on-servers tests-of-backups

# With containers there is more to wait for than to do, so two of these go on at a time, the longest first; two whole deployments never
# start together. One that fails keeps no other from being tried.
# No captured output: a client that misses its server would drown the failure.
CONTAINERS := $(BIN)/pytest --timeout 600 --show-capture=no -m

tests-composed: .venv/dev
	$(CONTAINERS) containers tests/infra/test_compose.py

tests-on-servers: .venv/dev
	$(CONTAINERS) "containers and not browser" --ignore tests/infra/test_compose.py --ignore tests/plenary/backup/test_composed.py

tests-of-backups: .venv/dev
	$(CONTAINERS) containers tests/plenary/backup/test_composed.py

quick: .venv/dev ## what one asks again and again: types, rooms, and every test without a process, a container or a long wait
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@$(MAKE) --no-print-directory -j 2 types-and-rooms tests-in-between

types-and-rooms: # beside the tests, whose workers leave a core free now and then
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

tests-in-between:
	$(BIN)/pytest -n 4 --dist loadfile --no-loadscope-reorder --hypothesis-profile quick -m "not containers and not browser and not process and not slow and not alone"

lint: .venv/dev ## ruff, mypy --strict, the rooms, the size budget
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.house.sizes

bench: .venv/dev ## the benchmarks, each beside its bare limit; writes bench/results.json
	$(BIN)/python -m bench

chaos: .venv/dev ## attack an installation of its own: SEED=1 KILLS=20 VISITORS=1000 TARGET=embedded (or compose)
	$(BIN)/python -m chaos --seed $(or $(SEED),1) --kills $(or $(KILLS),20) --visitors $(or $(VISITORS),1000) --target $(or $(TARGET),embedded)

docs: .venv/dev ## write what is generated: docs/events.md, asyncapi.json and map.md, frozen schemas, drafts of golden files
	$(BIN)/python -m tools.documents

subject: .venv/dev ## the skeleton of a new subject: NAME=pledges SERVICE=minutes (docs/adding-a-subject.md)
	@$(BIN)/python -m tools.subject $(or $(SERVICE),registration) "$(NAME)" "$(ONE)" "$(WHAT)" "$(FA)" "$(AR)"

clients: clients-of-npm clients-of-python verapdf ## install the clients' own tools (from npm, PyPI and Maven, into build/clients), with which tests/clients reads the documents of API and events

clients-of-npm:
	npm install --prefix build/clients --no-audit --no-fund --silent @redocly/cli@2.77.0 @asyncapi/parser@3.6.6 openapi-typescript@7.13.0 openapi-fetch@0.17.0 typescript@5.9.3 ajv@8.20.0 ajv-formats@3.0.1 kafkajs@2.2.4

clients-of-python:
	$(PYTHON) -m venv build/clients/python
	build/clients/python/bin/pip install -q --disable-pip-version-check openapi-python-client==0.29.1 datamodel-code-generator==0.89.0

verapdf:
	mvn -q -f tests/paper/verapdf/pom.xml dependency:copy-dependencies -DoutputDirectory="$(CURDIR)/build/clients/verapdf" || echo "veraPDF could not be installed: the tagging of papers is not validated"

reset: .venv/app ## delete the embedded installation's data (asks first)
	@exec $(BIN)/plenary reset

lock: .venv/dev ## renew the lock files from pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --upgrade pyproject.toml -o requirements/app.lock
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --upgrade --extra dev -c requirements/app.lock pyproject.toml -o requirements/dev.lock

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/app: requirements/app.lock pyproject.toml | .venv/bin/python
	@echo "installing what requirements/app.lock names (once)"
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/app.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements/dev.lock .venv/app
	@echo "installing what requirements/dev.lock names (once)"
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
