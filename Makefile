# Each recipe is a script in src/dev, which can also be run directly. ARGS is passed to Maven: make test ARGS=-Dtest=…

.DEFAULT_GOAL := help
.NOTPARALLEL:
ARGS ?=

PREFIX ?= /usr/local
export PREFIX DESTDIR DOCKER_LINK

.PHONY: help build native install uninstall dist library picture demo demo-upgrade test test-unit test-engine test-native test-engines test-docker test-clients golden docs record fmt lint check bench engine-up engine-down clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build target/dist: bin/davit, its jar and its AOT cache
	@src/dev/build

native: ## build target/davit, a native binary (by GRAALVM_HOME, or an assembled GraalVM)
	@src/dev/native

# Not `build`, so that `sudo make install` does not run Maven as root if everything is built.
target/dist/bin/davit: pom.xml src/dev/build src/dev/train src/dev/OneJar.java $(shell find src/main -type f)
	@src/dev/build

install: ## install davit, native if it is built, to PREFIX (/usr/local) below DESTDIR; DOCKER_LINK=1 adds a link named docker
	@src/dev/native --built || $(MAKE) -s target/dist/bin/davit
	@src/dev/install

uninstall: ## remove the installed files
	@src/dev/install --remove

dist: ## create target/packages: the native binary as tar.gz and .deb, and davit-docker, a .deb with a link named docker
	@src/dev/dist

library: ## create target/library: the engine package as a Java library
	@src/dev/library

picture: ## record README's picture from a session on the private engine
	@src/dev/picture

demo: build ## run a short tour of davit on your engine, or on the private engine (KEEP=1 keeps it running)
	@src/dev/demo

demo-upgrade: build ## show an upgrade of three containers, and one that is rolled back, on the same engine as demo
	@src/dev/demo upgrade

test: ## run all tests, including tests on the private engine (needs root)
	@src/dev/test all $(ARGS)

test-unit: ## run the tests that need no engine
	@src/dev/test unit $(ARGS)

test-engine: ## run the tests on the private engine (needs root)
	@src/dev/test engine $(ARGS)

test-native: ## run tests of sessions and terminals with the native binary, and tests of the binary
	@src/dev/test native $(ARGS)

test-engines: ## run the tests on all engines in DAVIT_TEST_ENGINES (see CONTRIBUTING.md)
	@src/dev/test engines $(ARGS)

test-docker: ## run the engine tests with docker instead of davit, to check the expectations
	@src/dev/test docker $(ARGS)

test-clients: build ## run programs that call docker with docker and with davit, and compare (ARGS: their names; DAVIT: another davit)
	@src/test/clients/run $(ARGS)

golden: ## record the transcripts again from davit (ARGS=-Dtarget=docker: from docker); review the diff
	@src/dev/test golden $(ARGS)

docs: ## write the man pages from the commands and src/main/man, and the package diagram in CONTRIBUTING.md
	@src/dev/test docs

record: ## record the wire files, the requests for docker's flags, again from the docker of PATH; review the diff
	@src/dev/test record $(ARGS)

fmt: ## format the Java sources
	@src/dev/mvn -q spotless:apply

lint: ## check the format of the Java sources, and the scripts
	@src/dev/lint

check: ## run all that CI runs: lint and all tests
	@src/dev/check

bench: target/dist/bin/davit ## compare davit with docker on a private engine; writes src/bench/RESULTS.md (needs root)
	@src/bench/run

engine-up: ## start the private engine for development
	@src/dev/engine up

engine-down: ## stop the private engine and remove its files
	@src/dev/engine down

clean: engine-down ## remove target
	@rm -rf target
