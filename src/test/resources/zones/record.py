#!/usr/bin/env python3
"""Writes times.tsv beside it anew: a zone's file, Unix seconds, and what the docker on PATH shows for `ps --format {{.CreatedAt}}`.
The zones are files of the system, and some of our own that end in a rule of a kind which none of those has.
"""
import http.server
import json
import os
import random
import socketserver
import struct
import subprocess
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__)) + "/"
RULES = {
    "julian": "AAA3BBB,J60/0,J300/12:30",
    "counted": "<+0130>-1:30<-07>+7,59/-1,300/25",
    "south": "STD-4DST-4:30:15,M10.2.3/2:00:01,M4.5.0",
    "american": "EST5EDT",
    "fixed": "XYZ-12:45",
    "none": "",
    "broken": "CET-1CEST,M3.5.0",
}

random.seed(1)


def own(rule):
    """A zone of one change, from 1 h 2 min 3 s to 1 h east of Greenwich, and then the rule."""
    head = b"TZif2" + bytes(15)
    narrow = head + struct.pack(">6l", 0, 0, 0, 0, 1, 4) + struct.pack(">lBB", 0, 0, 0) + b"XXX\0"
    types = struct.pack(">lBB", 3723, 0, 0) + struct.pack(">lBB", 3600, 0, 4)
    wide = head + struct.pack(">6l", 0, 0, 0, 1, 2, 8) + struct.pack(">q", 100) + b"\1" + types + b"LMT\0ONE\0"
    return narrow + wide + b"\n" + rule.encode() + b"\n"


class Engine(http.server.BaseHTTPRequestHandler):
    containers = b""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Api-Version", "1.41")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"OK" if "_ping" in self.path else Engine.containers)

    do_HEAD = do_GET

    def address_string(self):
        return ""

    def log_message(self, *_):
        pass


for name, rule in RULES.items():
    with open(HERE + name, "wb") as file:
        file.write(own(rule))
SECONDS = sorted(random.randrange(-3_000_000_000, 9_000_000_000) for _ in range(40)) + [0, 99, 100, -2_000_000_000, 2_000_000_000]
Engine.containers = json.dumps([{"Id": "x", "Created": second} for second in SECONDS]).encode()
with tempfile.TemporaryDirectory() as folder:
    socket = folder + "/docker.sock"
    server = socketserver.ThreadingUnixStreamServer(socket, Engine)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rows = []
    for name in sorted(os.listdir(HERE)):
        if "." in name:
            continue
        env = {**os.environ, "DOCKER_HOST": "unix://" + socket, "DOCKER_CONFIG": folder, "TZ": HERE + name}
        shown = subprocess.run(["docker", "ps", "--format", "{{.CreatedAt}}"], env=env, check=True, capture_output=True, text=True)
        rows += [f"{name}\t{second}\t{time}" for second, time in zip(SECONDS, shown.stdout.splitlines(), strict=True)]
    with open(HERE + "times.tsv", "w") as out:
        out.write("\n".join(rows) + "\n")
    server.shutdown()
