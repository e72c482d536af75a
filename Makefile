# What people type. `make` alone lists it.
WEB := src/Marketplace.Web

.DEFAULT_GOAL := help

.PHONY: help
help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

.PHONY: run
run: ## Build, prepare a demo world and open the marketplace on http://localhost:5080
	dotnet build $(WEB) -v q --nologo -clp:ErrorsOnly
	cd $(WEB) && ASPNETCORE_ENVIRONMENT=Development dotnet bin/Debug/net10.0/marketplace.dll run
