"""Runs docker and davit in turn, so that other load of the machine affects both equally."""

import os
import shlex
import statistics
import subprocess
import sys

DAVIT = os.path.abspath("target/dist/bin/davit")
NATIVE = os.path.abspath("target/davit")
PROGRAMS = {"docker": "docker", "davit": DAVIT}
if os.access(NATIVE, os.X_OK):
    PROGRAMS["native davit"] = NATIVE
WARM_UPS = 2


STARTER = subprocess.Popen(
    [sys.executable, "-I", "-S", os.path.join(os.path.dirname(__file__), "starter.py")],
    stdin=subprocess.PIPE,
    stdout=subprocess.PIPE,
    text=True,
)


class Sample:
    """The cost of one run: wall and CPU time in milliseconds, and peak memory in MB."""

    def __init__(self, wall, cpu, kilobytes):
        self.wall = wall * 1000
        self.cpu = cpu * 1000
        self.memory = kilobytes / 1024


def run(words, stdin=os.devnull):
    """Runs a command, discards its output and returns its sample; fails if the command fails."""
    STARTER.stdin.write("\t".join([stdin, *words]) + "\n")
    STARTER.stdin.flush()
    wall, cpu, kilobytes, status = STARTER.stdout.readline().split()
    if status != "0":
        raise SystemExit(f"{' '.join(words)}: exit code {os.waitstatus_to_exitcode(int(status))}")
    return Sample(float(wall), float(cpu), int(kilobytes))


def at_a_terminal(words):
    """Returns a command line that runs the command on a pseudo-terminal; the small cost of script is included."""
    return ["script", "-qec", shlex.join(words), os.devnull]


def paired(args, rounds, stdin=os.devnull, warm_ups=WARM_UPS, terminal=False):
    """Returns the samples by program name; the order of programs alternates between rounds."""
    samples = {name: [] for name in PROGRAMS}
    for number in range(-warm_ups, rounds):
        names = list(PROGRAMS) if number % 2 else list(reversed(PROGRAMS))
        for name in names:
            words = [PROGRAMS[name], *args]
            sample = run(at_a_terminal(words) if terminal else words, stdin)
            if number >= 0:
                samples[name].append(sample)
    return samples


def median(samples, what):
    return statistics.median(getattr(sample, what) for sample in samples)


def ratio(samples, others, what):
    """Returns the median of the ratios of each round, on which other load of the machine has less effect."""
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in zip(samples, others))


def output(*words):
    """Returns the output of a command that prepares a measurement."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
