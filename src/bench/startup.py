"""How long short commands take, of which nearly all is starting up."""

from measure import median, output, paired, ratio

TITLE = "Start-up"
COMMANDS = ["--version", "--help", "version", "ps", "inspect bench", "run --rm busybox true"]


def lines(rounds):
    output("docker", "run", "-d", "--name", "bench", "-p", "80", "busybox", "sleep", "1000000")
    yield "| | | ms | of docker's | CPU ms | of docker's | MB |"
    yield "|---|---|---|---|---|---|---|"
    for command in COMMANDS:
        samples = paired(command.split(), rounds)
        title = f"`{command}`"
        for name, its in samples.items():
            wall, cpu = (f"{ratio(its, samples['docker'], what):.2f}" for what in ("wall", "cpu"))
            yield (
                f"| {title} | {name} | {median(its, 'wall'):.1f} | {wall} "
                f"| {median(its, 'cpu'):.1f} | {cpu} | {median(its, 'memory'):.0f} |"
            )
            title = ""
    output("docker", "rm", "-f", "bench")
