"""Measures cp in both directions, with one large file and with many small files; its memory must stay constant."""

import os
import shutil
import tempfile

from measure import PROGRAMS, output, run
from streams import blocks, row

TITLE = "Copying"
ROUNDS = 3
FILES = 50_000
PER_FOLDER = 500
BOX = "bench-cp"


def many(folder, count):
    """Creates count files of a few bytes, in directories of 500."""
    top = f"{folder}/many-{count}"
    for number in range(count):
        below = f"{top}/{number // PER_FOLDER}"
        if number % PER_FOLDER == 0:
            os.makedirs(below)
        with open(f"{below}/{number}", "w") as file:
            file.write(f"file {number}\n")
    return top


class Target:
    """The destination of copies, emptied before each copy, so that all have the same conditions."""

    def __init__(self, folder):
        self.path = f"{folder}/to"

    def fresh(self):
        shutil.rmtree(self.path, ignore_errors=True)
        os.makedirs(self.path)
        output("docker", "exec", BOX, "sh", "-c", "rm -rf /to && mkdir /to")


def copies(folder, source):
    """Returns the command lines for a source: into the container, and out of it."""
    name = os.path.basename(source)
    output("docker", "cp", source, f"{BOX}:/{name}")
    return {
        "into a container": ["cp", source, f"{BOX}:/to/"],
        "out of a container": ["cp", f"{BOX}:/{name}", f"{folder}/to/"],
    }


def measured(command, target):
    """Returns the samples of each program, each a copy to an empty directory."""
    samples = {name: [] for name in PROGRAMS}
    for number in range(ROUNDS):
        names = list(PROGRAMS) if number % 2 else list(reversed(PROGRAMS))
        for name in names:
            target.fresh()
            samples[name].append(run([PROGRAMS[name], *command]))
    return samples


def lines(rounds):
    with tempfile.TemporaryDirectory() as folder:
        output("docker", "run", "-d", "--name", BOX, "busybox", "sleep", "1000000")
        try:
            yield from table(folder)
        finally:
            output("docker", "rm", "-f", BOX)


def table(folder):
    target = Target(folder)
    sources = {"1 MiB": blocks(folder, 1), "1 GiB": blocks(folder, 1024), f"{FILES:,} files": many(folder, FILES)}
    yield "| copied | with | wall s | of docker's | CPU s | of docker's | MB |"
    yield "|---|---|---|---|---|---|---|"
    for what, source in sources.items():
        for way, command in copies(folder, source).items():
            samples = measured(command, target)
            title = f"{what} {way}"
            for name, its in samples.items():
                yield row(title, name, its, samples["docker"])
                title = ""
