#!/usr/bin/env python3
"""Runs the templates of the tables beside this file through the real docker and writes down what it says.

Usage: record.py (docker on the PATH). A table has a behaviour and a template in each line; exit code, stdout and
stderr follow. Backslash, tab and newline are written as \\\\, \\t and \\n.
"""
import json, os, subprocess, tempfile, threading, urllib.parse
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingUnixStreamServer

HERE = Path(__file__).parent
DATA = json.loads((HERE / "data.json").read_text())
FORMAT = HERE.parent / "format"
COMMANDS = {
    "inspect.tsv": lambda name, t: ["inspect", "-f", t, "x"],
    "ps.tsv": lambda name, t: ["ps", "--format", t],
    "header.tsv": lambda name, t: ["ps", "--format", "table " + t],
    # of format/KIND-full.json; the name begins with the kind
    "types.tsv": lambda name, t: ["inspect", "--type", name.split()[0], "-f", t, name.split()[0]],
    # the name is the value of every mode of a container, and a port
    "modes.tsv": lambda name, t: ["inspect", "-f", t, "mode" + name],
}
MODES = "NetworkMode IpcMode PidMode UTSMode UsernsMode CgroupnsMode Cgroup Isolation".split()


class Engine(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        kind = next((k for k in ("container", "image", "network", "volume") if f"s/{k}" in self.path and "json?" not in self.path), "")
        listing = self.path.split("?")[0].endswith("/containers/json")
        body = b"OK" if self.path == "/_ping" else json.dumps(DATA["list" if listing else "inspect"]).encode()
        mode = urllib.parse.unquote(self.path).partition("/mode")[2].removesuffix("/json")
        if "/mode" in self.path:
            body = json.dumps({
                "Id": "x",
                "HostConfig": {**{field: mode for field in MODES}, "RestartPolicy": {"Name": mode}},
                "NetworkSettings": {"Ports": {mode: []}},
            }).encode()
        elif kind and not listing:
            body = (FORMAT / f"{kind}-full.json").read_bytes()
        self.send_response(200)
        for header in ("Api-Version", "1.41"), ("Ostype", "linux"), ("Content-Length", str(len(body))):
            self.send_header(*header)
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def unescape(cell):
    return cell.replace("\\\\", "\0").replace("\\t", "\t").replace("\\n", "\n").replace("\0", "\\")


with tempfile.TemporaryDirectory() as folder:
    server = ThreadingUnixStreamServer(folder + "/s", Engine)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    env = {"PATH": os.environ["PATH"], "HOME": folder, "DOCKER_HOST": f"unix://{folder}/s"}
    for table, command in COMMANDS.items():
        rows = []
        for line in (HERE / table).read_text().splitlines():
            name, template = line.split("\t")[:2]
            run = subprocess.run(["docker", *command(name, unescape(template))], env=env, capture_output=True, text=True)
            rows.append("\t".join([name, template, str(run.returncode), escape(run.stdout), escape(run.stderr)]))
        (HERE / table).write_text("\n".join(rows) + "\n")
    server.shutdown()
