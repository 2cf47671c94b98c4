# One entry for every habit; `make check` is exactly what CI runs.
.PHONY: check test lint format docs messages bench portfolio peers lock audit coverage mutants harness

check:
	bash .ci/run

test:
	python -m pytest -n auto

lint:
	ruff check
	ruff format --check
	mypy
	lint-imports

format:
	ruff check --fix
	ruff format

docs: ## writes the real output of the commands into the pages, and what is made from the code
	python -m tests.page_blocks --write
	python tests/python_api.py --write
	python tests/notebooks.py --write
	python -m docs.generator

messages: ## brings the catalogue of Chinese texts up to date with the code and compiles it; tells what has no translation
	python tests/catalogue.py --write

bench:
	python -m tests.bench.startup

portfolio: ## what a large portfolio takes: ACCOUNTS=1000000 takes 4 GB in TMPDIR
	python -m tests.bench.portfolio $(or $(ACCOUNTS),100000)

lock: ## writes the exact versions and hashes of all that is installed; needs uv
	uv pip compile pyproject.toml $(LOCKING) -o requirements.lock
	uv pip compile pyproject.toml --all-extras $(LOCKING) -o requirements-develop.lock

LOCKING = --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade

audit: ## asks for known vulnerabilities of what is locked; needs pip-audit and the network
	pip-audit --require-hashes --disable-pip -r requirements.lock
	pip-audit --require-hashes --disable-pip -r requirements-develop.lock

peers: ## needs the extra `bench`
	python -m tests.bench.peers

coverage: ## whether the tests that are to notice mutants reach every branch of calc/ and account/; needs the extra `mutation`
	HYPOTHESIS_PROFILE=mutation coverage run -m pytest $$(python -m tests.harness.mutants --tell-tests)
	coverage report

mutants: ## which mutants of calc/ and account/ no test notices: hours; needs the extra `mutation`
	python -m tests.harness.mutants --jobs $$(nproc)

harness: ## the long rounds of every promise of the ledger, as a table: an hour
	python -m tests.harness --long
