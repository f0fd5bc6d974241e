#!/usr/bin/env python3
"""Writes the .txt files beside it anew, with what the docker on PATH prints of a container that a server makes up:
ports.txt       `port` of awkward ports, in docker's order
*-full.txt, *-empty.txt `inspect -f '{{json .}}'` of the .json beside it
"""

import http.server
import json
import os
import random
import socketserver
import subprocess
import tempfile
import threading

random.seed(1)
NUMBERS = "0 00 1 01 001 9 09 10 80 080 8080 99999 100000000000000000000 1a a1".split()
PROTOCOLS = "tcp udp sctp x1 x01".split()
ADDRESSES = ["0.0.0.0", "::", "127.0.0.1", "10.0.0.2", "10.0.0.10", "", "fe80::1", "fe80::01", "::1"]


def bindings():
    return [{"HostIp": random.choice(ADDRESSES), "HostPort": random.choice(NUMBERS)} for _ in range(2)]


PORTS = {random.choice(NUMBERS) + "/" + random.choice(PROTOCOLS): bindings() for _ in range(40)}
FOLDER = os.path.dirname(os.path.abspath(__file__)) + "/"


class Engine(http.server.BaseHTTPRequestHandler):
    container = b""

    def do_HEAD(self):
        self.send_response(200)
        self.send_header("Api-Version", "1.41")
        self.end_headers()

    def do_GET(self):
        self.do_HEAD()
        self.wfile.write(b"OK" if "_ping" in self.path else Engine.container)

    def address_string(self):
        return ""

    def log_message(self, *_):
        pass


def record(name, container, *command):
    Engine.container = json.dumps(container).encode()
    with open(FOLDER + name, "wb") as out:
        subprocess.run(["docker", *command, "x"], env=environment, stdout=out, check=True)


with tempfile.TemporaryDirectory() as folder:
    socket = folder + "/docker.sock"
    server = socketserver.ThreadingUnixStreamServer(socket, Engine)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {**os.environ, "DOCKER_HOST": "unix://" + socket, "DOCKER_CONFIG": folder}
    record("ports.txt", {"Id": "x", "NetworkSettings": {"Ports": PORTS}}, "port")
    for kind in ("container", "image", "network", "volume"):
        for name in (kind + "-empty", kind + "-full"):
            with open(FOLDER + name + ".json") as answer:
                record(name + ".txt", json.load(answer), "inspect", "--type", kind, "-f", "{{json .}}")
    server.shutdown()
