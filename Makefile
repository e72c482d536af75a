# What people type. `make` alone lists it.
WEB := src/Marketplace.Web

.DEFAULT_GOAL := help

.PHONY: help
help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

# Memory of the demo: one pool of glibc's for all threads, garbage collected often, compiled code mapped once.
SMALL := MALLOC_ARENA_MAX=2 DOTNET_GCgen0size=0x1000000 DOTNET_EnableWriteXorExecute=0

.PHONY: run
run: ## Build, prepare a demo world and open the marketplace on http://localhost:5080
	dotnet build $(WEB) -v q --nologo -clp:ErrorsOnly
	cd $(WEB) && $(SMALL) ASPNETCORE_ENVIRONMENT=Development dotnet bin/Debug/net10.0/marketplace.dll run

.PHONY: test
test: ## Every suite on SQLite and PostgreSQL, then the browser's journeys; says what it skipped
	@ops/test/run

.PHONY: check
check: ## Format, analyzers, all tests, SQL Server's model: what must pass before a release
	dotnet format whitespace . --folder --verify-no-changes --exclude '**/bin/**' --exclude '**/obj/**'
	dotnet build Marketplace.sln -c Release -p:Check=true -v q --nologo
	@rm -rf artifacts/sqlserver
	@MARKETPLACE_TEST_SQLSERVER=$(CURDIR)/artifacts/sqlserver ops/test/run
	@ops/sqlserver/run

.PHONY: seed
seed: ## The demo world, and with COUNT=100000 as many generated listings (stop the shop first)
	dotnet build $(WEB) -c Release -v q --nologo -clp:ErrorsOnly
	cd $(WEB) && ASPNETCORE_ENVIRONMENT=Development dotnet bin/Release/net10.0/marketplace.dll seed $(if $(COUNT),--count=$(COUNT))

.PHONY: migration
migration: ## Bring every database's migrations up to the model (NAME=AddX after a release adds one)
	@ops/migration $(NAME)

.PHONY: pictures
pictures: ## Draw the demo's pictures anew from ops/pictures (takes some minutes)
	dotnet run --project ops/pictures

.PHONY: look
look: ## A picture of every kind of page for every role, into look/
	dotnet build Marketplace.sln -v q --nologo -clp:ErrorsOnly
	rm -rf look && MARKETPLACE_LOOK=$(CURDIR)/look tests/Marketplace.E2E/bin/Debug/net10.0/Marketplace.E2E -explicit only -class "*TakePictures"

.PHONY: load
load: ## Requests and purchases a second on SQLite and PostgreSQL, as ratios to the bare framework
	@ops/load/run

.PHONY: torture
torture: ## Guests buy while web processes, workers and PostgreSQL are killed (ROUNDS=100); nothing may be lost or doubled
	@ops/torture/run

.PHONY: bench
bench: ## Benchmarks, by hand: make bench ARGS="--filter *Search*"
	dotnet run -c Release --project tests/Marketplace.Benchmarks -- $(ARGS)
