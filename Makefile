# One entry for every habit; `make check` is exactly what CI runs.
.PHONY: check test lint format readme bench peers

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

readme: ## writes the real output of its commands into the README
	python tests/readme_blocks.py --write

bench:
	python tests/bench/startup.py

peers: ## needs the extra `bench`
	python -m tests.bench.peers
