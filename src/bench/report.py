"""Writes the results of all benchmarks: report.py ROUNDS FILE. A benchmark is a module with TITLE and lines(rounds)."""

import datetime
import os
import platform
import sys

import cp
import images
import startup
import streams
from measure import DAVIT, output

BENCHMARKS = [startup, streams, cp, images]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((line.split(":")[1].strip() for line in info if line.startswith("model name")), "unknown CPU")
    with open("/proc/meminfo", encoding="utf-8") as info:
        memory = int(info.readline().split()[1]) / 1024 / 1024
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{os.cpu_count()} CPUs ({model}), {memory:.0f} GB, Linux {platform.release()}; load before: {load}"


def report(rounds):
    docker = output("docker", "--version")
    engine = output("docker", "version", "--format", "{{.Server.Version}}")
    with open(f"{os.path.dirname(DAVIT)}/../lib/davit/jdk", encoding="utf-8") as path:
        java = output(f"{path.read().strip()}/bin/java", "--version").splitlines()[-2]
    yield "# Measured by `make bench`"
    yield ""
    yield f"{datetime.date.today()}, {machine()}."
    yield f"{output(DAVIT, '--version')} on {java}; {docker}; engine {engine}."
    yield f"Medians of {rounds} rounds, all programs in turn, and of their ratios in each round; CPU is user and system time, MB the peak resident set."
    for benchmark in BENCHMARKS:
        yield ""
        yield f"## {benchmark.TITLE}"
        yield ""
        yield from benchmark.lines(rounds)


def main():
    text = ""
    for line in report(int(sys.argv[1])):
        print(line, flush=True)
        text += line + "\n"
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(text)


main()
