# The commands of the house. Each is a script in bin/, so that it can be read and run alone.
.DEFAULT_GOAL := help
.PHONY: help run test lint report bench demo-reset

help: ## What can be done here
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: ## Start the product with its demo municipality (PORT=8000)
	@bin/run

test: ## Everything that can be checked by machine
	@bin/test

lint: ## Only ruff, mypy, import-linter and the migrations
	@bin/test --lint

report: ## YEAR=2023 [KIND=kvalitetsberattelse] OUT=file.pdf, without a browser
	@bin/report

bench: ## The speed claims, into bench/results.json
	@bin/setup dev
	@.venv/bin/python bench/run.py

demo-reset: ## The embedded demo as on its first day
	@bin/demo-reset
