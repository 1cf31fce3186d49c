# Everything a newcomer needs: `make demo` and `make test` work on a bare Debian 12 with python3, python3-venv, git, make.
.DEFAULT_GOAL := help
.PHONY: help setup demo test pytest coverage lint types contracts translations format screenshots drill access-matrix schemas lock notices clean
BIN := .venv/bin
# Programs that tests start again and again, and every worker, would compile this project each time otherwise.
unexport PYTHONDONTWRITEBYTECODE
.NOTPARALLEL:

help: ## list these targets
	@sed -n 's/^\([a-z%-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "  make %-14s %s\n", $$1, $$2 }'

setup: ## system packages, .venv, translations (seconds when they are there)
	@installer/setup.sh

demo: setup ## the whole way on this machine; DEMO_ARGS=--auto drives it by itself; ROOM=4 shows four people in one talk
	$(BIN)/desk-client demo $(if $(ROOM),--room $(ROOM)) $(DEMO_ARGS)

test: setup lint types contracts translations pytest ## everything that must hold, in the order of its price

# Most tests wait for disks, sockets and windows and run side by side; calls and the demonstration have the machine alone,
# since what they show is that they keep pace. The folders whose files take longest come first, in their own order: begun
# last, by the number of tests, one long file would be all that is left to do.
ALONE := tests/e2e tests/integration/rtc tests/gui/desk/test_server_restarts.py \
	$(addprefix tests/integration/client/test_,asides.py before_midnight.py called_in.py guest.py guest_apart.py \
	guest_devices.py guest_handover.py guest_outcome.py guest_papers.py guest_recorded.py handover.py line_fails.py \
	official_devices.py official_page.py pages_through_a_restart.py recording.py recording_moves.py \
	recording_of_several.py sleep.py talk_minutes.py talk_papers.py whole_way.py)
LONGEST_FIRST := tests/gui tests/integration
OTHERS := $(filter-out $(ALONE) $(LONGEST_FIRST) tests/__pycache__,$(patsubst %/,%,$(wildcard tests/*/)))
SIDE_BY_SIDE := --numprocesses=3 --dist=loadfile --no-loadscope-reorder $(addprefix --ignore=,$(ALONE)) \
	$(LONGEST_FIRST) $(OTHERS)

pytest: setup ## all tests, or those of PYTEST_ARGS
ifeq ($(PYTEST_ARGS),)
	$(BIN)/pytest $(SIDE_BY_SIDE)
	$(BIN)/pytest $(ALONE)
else
	$(BIN)/pytest $(PYTEST_ARGS)
endif

# Not a part of `test`: a traced line takes ten times as long, and a call that is traced no longer keeps pace.
coverage: setup ## all tests once more but those of calls, and which lines they pass, started programs included
	$(BIN)/coverage erase
	$(BIN)/pytest --cov --cov-append --cov-report= $(SIDE_BY_SIDE)
	$(BIN)/coverage report # takes in whatever data lies there

lint: setup ## style and formatting
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet

types: setup ## mypy, strict
	$(BIN)/mypy

contracts: setup ## who may import whom
	$(BIN)/lint-imports --no-logo --cache-dir build/import-linter

translations: setup ## every sentence has its Arabic
	$(BIN)/python installer/translations.py --check

format: setup ## put code into its shape
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

screenshots: setup ## every screen × language × theme × size into screenshots/
	$(BIN)/python installer/screenshots.py --out screenshots $(SCREENSHOT_ARGS)

bench-%: setup ## one benchmark by name, e.g. bench-call; its last line is JSON
	@$(BIN)/python benchmarks/$(subst -,_,$*).py $(BENCH_ARGS)

drill: setup ## lose a server's disk under load, on both stores: its time, and what was lost
	@$(BIN)/python benchmarks/drill.py $(DRILL_ARGS)

access-matrix: setup ## print role × action with scopes, and role × endpoint as the server answers
	@$(BIN)/python benchmarks/access_matrix.py

schemas: setup ## write the wire as it is today into tests/schemas/; what breaks somebody only with BREAKING=1
	@$(BIN)/python -m tests.schemas.wire $(if $(filter 1,$(BREAKING)),--breaking)

lock: setup ## resolve pyproject.toml anew into requirements/
	installer/lock.sh

notices: setup ## write THIRD_PARTY_NOTICES.md from what is locked
	$(BIN)/python installer/notices.py --write

clean: ## remove what was made here, .venv included
	rm -rf .venv build dist demo-out screenshots .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf *.egg-info
	rm -f resources/*_translations/*.qm
