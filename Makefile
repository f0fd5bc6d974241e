# Every recipe is a script of src/dev, which can be run by itself as well. ARGS goes to Maven: make test ARGS=-Dtest=…

.DEFAULT_GOAL := help
.NOTPARALLEL:
ARGS ?=

PREFIX ?= /usr/local
export PREFIX DESTDIR

.PHONY: help build native install uninstall dist library picture demo test test-unit test-engine test-native test-engines test-docker golden docs record fmt lint check bench engine-up engine-down clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build target/dist: bin/davit and what it needs
	@src/dev/build

native: ## build target/davit, one native executable (with GRAALVM_HOME, or a GraalVM that it assembles)
	@src/dev/native

# Not `build`: `sudo make install` need not run Maven as root where all is built already.
target/dist/bin/davit: pom.xml src/dev/build src/dev/train src/dev/OneJar.java $(shell find src/main -type f)
	@src/dev/build

install: ## install the native binary if it is built, else davit for a JVM, to PREFIX (default /usr/local; DESTDIR is honoured)
	@src/dev/native --built || $(MAKE) -s target/dist/bin/davit
	@src/dev/install

uninstall: ## remove what install put there
	@src/dev/install --remove

dist: ## make target/packages: the native binary as tar.gz and .deb
	@src/dev/dist

library: ## make target/library: the engine package as a Java library
	@src/dev/library

picture: ## play a session on the private engine, and draw README's picture of it
	@src/dev/picture

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

test-engines: ## the tests on every engine that DAVIT_TEST_ENGINES names (see CONTRIBUTING.md)
	@src/dev/test engines $(ARGS)

test-docker: ## the same with the docker binary in davit's place: are the expectations right?
	@src/dev/test docker $(ARGS)

golden: ## write the transcripts anew from davit (ARGS=-Dtarget=docker: from docker); review the diff
	@src/dev/test golden $(ARGS)

docs: ## write the man pages from the commands and src/main/man, and the picture of the packages in CONTRIBUTING.md
	@src/dev/test docs

record: ## write the wire files anew from the machine's docker binary: the requests that its flags make; review the diff
	@src/dev/test record $(ARGS)

fmt: ## lay out the Java sources
	@src/dev/mvn -q spotless:apply

lint: ## check the layout of the Java sources, and the scripts
	@src/dev/lint

check: ## what CI runs: lint and all tests
	@src/dev/check

bench: target/dist/bin/davit ## davit beside docker on an engine of their own; writes src/bench/RESULTS.md (needs root)
	@src/bench/run

engine-up: ## start the private engine for developing
	@src/dev/engine up

engine-down: ## stop it and remove all it left
	@src/dev/engine down

clean: engine-down ## remove target
	@rm -rf target
