"""Measures the CPU time and memory of streams through run, exec and logs."""

import os
import tempfile

from frames import FrameEngine
from measure import PROGRAMS, median, output, paired, ratio, run

TITLE = "Streams"
MIB = 1 << 20
ROUNDS = 3
FRAMES = 2_000_000
LOG_LINES = 500_000
LINE = 1000

# prints the log of 500 MB by a pipe, as a shell loop would be slower than the engine
LOGGED = f"yes {'x' * (LINE - 1)} | head -n {LOG_LINES}"


def row(title, name, samples, docker):
    wall, cpu = (f"{ratio(samples, docker, what):.2f}" for what in ("wall", "cpu"))
    return (
        f"| {title} | {name} | {median(samples, 'wall') / 1000:.2f} | {wall} "
        f"| {median(samples, 'cpu') / 1000:.2f} | {cpu} | {median(samples, 'memory'):.0f} |"
    )


def rows(title, command, stdin=os.devnull):
    samples = paired(command, ROUNDS, stdin, warm_ups=0)
    for name, its in samples.items():
        yield row(title, name, its, samples["docker"])
        title = ""


def blocks(folder, count):
    """Creates a file of count MiB of random bytes."""
    path = f"{folder}/{count}"
    with open(path, "wb") as file:
        for _ in range(count):
            file.write(os.urandom(MIB))
    return path


def growth(command, small, large):
    """Compares the peak memory of a large input with that of a small one."""
    for name, program in PROGRAMS.items():
        peaks = [run([program, *command], stdin).memory for stdin in (small, large)]
        yield f"| `{' '.join(command[:3])}`, 1 MiB and 1 GiB | {name} | {peaks[0]:.1f} | {peaks[1]:.1f} | {peaks[1] - peaks[0]:.1f} |"


def lines(rounds):
    with tempfile.TemporaryDirectory() as folder:
        yield from measured(blocks(folder, 1), blocks(folder, 1024))


def measured(small, large):
    cat = ["run", "-i", "--rm", "--log-driver", "none", "busybox", "cat"]
    exec_cat = ["exec", "-i", "bench-streams", "cat"]
    output("docker", "run", "-d", "--name", "bench-streams", "busybox", "sleep", "1000000")
    output("docker", "run", "-d", "--name", "bench-logs", "--log-driver", "local", "--log-opt", "max-size=1g", "busybox", "sh", "-c", LOGGED)
    output("docker", "wait", "bench-logs")
    yield f"{ROUNDS} rounds."
    yield ""
    yield "| | | s | of docker's | CPU s | of docker's | MB |"
    yield "|---|---|---|---|---|---|---|"
    yield from rows("`run -i … cat`, 1 GiB both ways", cat, large)
    yield from rows("`exec -i … cat`, 1 GiB both ways", exec_cat, large)
    yield from rows("`exec … dd`, 1 GiB out", ["exec", "bench-streams", "dd", "if=/dev/zero", "bs=1M", "count=1024"])
    yield from rows("`logs`, 500 MB in lines of 1 kB", ["logs", "bench-logs"])
    with FrameEngine(FRAMES) as address:
        yield from rows(f"`logs`, {FRAMES:,} frames of a byte", ["-H", address, "logs", "a"])
    yield ""
    yield "| peak MB | | small | large | more |"
    yield "|---|---|---|---|---|"
    yield from growth(cat, small, large)
    yield from growth(exec_cat, small, large)
    output("docker", "rm", "-f", "bench-streams", "bench-logs")
