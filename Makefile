# Every recipe is a script of src/dev, which can be run by itself as well. ARGS goes to Maven: make test ARGS=-Dtest=…

.DEFAULT_GOAL := help
.NOTPARALLEL:
ARGS ?=

.PHONY: help build native demo test test-unit test-engine test-native test-docker golden fmt lint check engine-up engine-down clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build target/dist: bin/davit and its jars
	@src/dev/build

native: ## build target/davit, one native executable (with GRAALVM_HOME, or a GraalVM that it assembles)
	@src/dev/native

demo: build ## a short tour with the real davit, on your engine or a private one (KEEP=1 leaves that up)
	@src/dev/demo

test: ## all tests, those on the private engine included
	@src/dev/test all $(ARGS)

test-unit: ## the tests that need no engine
	@src/dev/test unit $(ARGS)

test-engine: ## the tests on the private engine (needs root)
	@src/dev/test engine $(ARGS)

test-native: ## the tests of sessions and terminals with the native binary, and its own
	@src/dev/test native $(ARGS)

test-docker: ## the same with the docker binary in davit's place: are the expectations right?
	@src/dev/test docker $(ARGS)

golden: ## write the transcripts anew from davit (ARGS=-Dtarget=docker: from docker); review the diff
	@src/dev/test golden $(ARGS)

fmt: ## lay out the Java sources
	@src/dev/mvn -q spotless:apply

lint: ## check the layout of the Java sources, and the scripts
	@src/dev/lint

check: ## what CI runs: lint and all tests
	@src/dev/check

engine-up: ## start the private engine for developing
	@src/dev/engine up

engine-down: ## stop it and remove all it left
	@src/dev/engine down

clean: engine-down ## remove target
	@rm -rf target
