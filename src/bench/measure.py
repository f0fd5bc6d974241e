"""Runs docker and davit in turn, so that whatever else the machine does meets both alike."""

import os
import statistics
import subprocess
import time

DAVIT = os.path.abspath("target/dist/bin/davit")
NATIVE = os.path.abspath("target/davit")
PROGRAMS = {"docker": "docker", "davit": DAVIT}
if os.access(NATIVE, os.X_OK):
    PROGRAMS["native davit"] = NATIVE
WARM_UPS = 2


class Sample:
    """What one run cost: milliseconds of wall and CPU time, and the most memory, in MB."""

    def __init__(self, wall, usage):
        self.wall = wall * 1000
        self.cpu = (usage.ru_utime + usage.ru_stime) * 1000
        self.memory = usage.ru_maxrss / 1024


def run(words, stdin=os.devnull):
    """Runs a command to its end, its output going nowhere; a failure is no measurement."""
    streams = [
        (os.POSIX_SPAWN_OPEN, 0, stdin, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    begin = time.perf_counter()
    process = os.posix_spawnp(words[0], words, os.environ, file_actions=streams)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if status != 0:
        raise SystemExit(f"{' '.join(words)}: exit code {os.waitstatus_to_exitcode(status)}")
    return Sample(wall, usage)


def paired(args, rounds, stdin=os.devnull, warm_ups=WARM_UPS):
    """The samples of each program, by its name; who goes first changes from round to round."""
    samples = {name: [] for name in PROGRAMS}
    for number in range(-warm_ups, rounds):
        names = list(PROGRAMS) if number % 2 else list(reversed(PROGRAMS))
        for name in names:
            sample = run([PROGRAMS[name], *args], stdin)
            if number >= 0:
                samples[name].append(sample)
    return samples


def median(samples, what):
    return statistics.median(getattr(sample, what) for sample in samples)


def ratio(samples, others, what):
    """The median of the ratios round by round, which the machine's other load disturbs less."""
    return statistics.median(getattr(a, what) / getattr(b, what) for a, b in zip(samples, others))


def output(*words):
    """What a command prints, for setting things up."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
