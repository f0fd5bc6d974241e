"""Measures images as archives and from a registry beside the engine; the memory must stay constant."""

import os
import subprocess
import tarfile
import tempfile
import time

from measure import PROGRAMS, output, run
from streams import blocks, row

TITLE = "Images"
ROUNDS = 3
SIZE = 2048
PULLED = 256
REGISTRY = "127.0.0.1:5000"
CONFIG = """
version: 0.1
log: {{level: error}}
storage: {{filesystem: {{rootdirectory: {folder}/registry}}}}
http: {{addr: {registry}}}
"""


def archive(folder, mebibytes):
    """Creates a tar archive of one file with random bytes."""
    path = f"{folder}/{mebibytes}.tar"
    with tarfile.open(path, "w") as tar:
        tar.add(blocks(folder, mebibytes), arcname="data")
    return path


def serve(folder):
    """Starts a registry in the engine's network, where the engine trusts it without TLS."""
    path = f"{folder}/registry.yml"
    with open(path, "w", encoding="utf-8") as file:
        file.write(CONFIG.format(folder=folder, registry=REGISTRY))
    return subprocess.Popen(["src/dev/engine", "exec", "docker-registry", "serve", path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def push(image):
    """Pushes an image as soon as the registry answers."""
    for _ in range(100):
        if subprocess.run(["docker", "push", "-q", image], capture_output=True).returncode == 0:
            return
        time.sleep(0.1)
    raise SystemExit("the registry does not work")


def measured(command, image):
    """Returns the samples of each program, each without the image or file that the command creates."""
    samples = {name: [] for name in PROGRAMS}
    for number in range(ROUNDS):
        names = list(PROGRAMS) if number % 2 else list(reversed(PROGRAMS))
        for name in names:
            if os.path.isabs(image):
                if os.path.exists(image):
                    os.remove(image)
            else:
                subprocess.run(["docker", "rmi", "-f", image], capture_output=True)
            samples[name].append(run([PROGRAMS[name], *command]))
    return samples


def lines(rounds):
    with tempfile.TemporaryDirectory() as folder:
        registry = serve(folder)
        try:
            yield from table(folder)
        finally:
            registry.terminate()
            registry.wait()


def table(folder):
    pulled = f"{REGISTRY}/bench:pull"
    output("docker", "import", archive(folder, PULLED), pulled)
    push(pulled)
    source = archive(folder, SIZE)
    output("docker", "import", source, "bench:import")
    saved = f"{folder}/saved.tar"
    cases = [
        (f"`save`, {SIZE} MiB", ["save", "-o", saved, "bench:import"], saved),
        (f"`load`, {SIZE} MiB", ["load", "-q", "-i", saved], "bench:import"),
        (f"`import`, {SIZE} MiB", ["import", source, "bench:import"], "bench:import"),
        (f"`pull`, {PULLED} MiB", ["pull", "-q", pulled], pulled),
    ]
    yield "| | with | wall s | of docker's | CPU s | of docker's | MB |"
    yield "|---|---|---|---|---|---|---|"
    for title, command, image in cases:
        samples = measured(command, image)
        for name, its in samples.items():
            yield row(title, name, its, samples["docker"])
            title = ""
