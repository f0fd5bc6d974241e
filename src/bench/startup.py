"""How long short commands take, of which nearly all is starting up."""

from measure import median, output, paired

TITLE = "Start-up"
COMMANDS = ["--help", "version", "ps", "inspect bench", "run --rm busybox true"]


def lines(rounds):
    output("docker", "run", "-d", "--name", "bench", "-p", "80", "busybox", "sleep", "1000000")
    yield "| | docker ms | davit ms | times | docker CPU ms | davit CPU ms | docker MB | davit MB |"
    yield "|---|---|---|---|---|---|---|---|"
    for command in COMMANDS:
        samples = paired(command.split(), rounds)
        docker, davit = samples["docker"], samples["davit"]
        wall = median(docker, "wall"), median(davit, "wall")
        yield (
            f"| `{command}` | {wall[0]:.1f} | {wall[1]:.1f} | {wall[1] / wall[0]:.1f} "
            f"| {median(docker, 'cpu'):.1f} | {median(davit, 'cpu'):.1f} "
            f"| {median(docker, 'memory'):.0f} | {median(davit, 'memory'):.0f} |"
        )
    output("docker", "rm", "-f", "bench")
