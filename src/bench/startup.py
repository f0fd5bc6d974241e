"""Measures short commands, which mostly start up, and ps of many containers, half of which is start-up."""

from frames import FrameEngine, short
from measure import median, output, paired, ratio

TITLE = "Start-up"
COMMANDS = ["--version", "--help", "ps --help", "run --help", "version", "ps", "inspect bench", "run --rm busybox true"]
INTERACTIVE = "run -it --rm busybox true"
CONTAINERS = 2_000
LISTS = ["ps", "ps --format json"]
VERY_MANY = 100_000
VERY_MANY_ROUNDS = 3


def lines(rounds):
    output("docker", "run", "-d", "--name", "bench", "-p", "80", "busybox", "sleep", "1000000")
    yield "| | | ms | of docker's | CPU ms | of docker's | MB |"
    yield "|---|---|---|---|---|---|---|"
    for command in COMMANDS:
        yield from rows(f"`{command}`", command.split(), rounds)
    yield from rows(f"`{INTERACTIVE}` at a terminal", INTERACTIVE.split(), rounds, terminal=True)
    output("docker", "rm", "-f", "bench")
    with FrameEngine(containers=CONTAINERS) as address:
        for command in LISTS:
            yield from rows(f"`{command}`, {CONTAINERS:,} containers", ["-H", address, *command.split()], rounds)
    with FrameEngine(containers=VERY_MANY, each=short) as address:
        yield from rows(f"`ps`, {VERY_MANY:,} containers", ["-H", address, "ps"], min(rounds, VERY_MANY_ROUNDS))


def rows(title, command, rounds, terminal=False):
    samples = paired(command, rounds, terminal=terminal)
    for name, its in samples.items():
        wall, cpu = (f"{ratio(its, samples['docker'], what):.2f}" for what in ("wall", "cpu"))
        yield (
            f"| {title} | {name} | {median(its, 'wall'):.1f} | {wall} "
            f"| {median(its, 'cpu'):.1f} | {cpu} | {median(its, 'memory'):.0f} |"
        )
        title = ""
