"""An engine on a Unix socket, with a container whose logs are many frames of one byte, or with many containers."""

import hashlib
import json
import os
import socketserver
import tempfile
import threading

FRAME = b"\x01\0\0\0\0\0\0\x01x"
IN_CHUNK = 7000


def container(number):
    """Returns a container as listed by an engine, about 1.5 kB of JSON."""
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    port = {"PrivatePort": 80, "PublicPort": 10000 + number % 50000, "Type": "tcp"}
    return {
        "Id": digest,
        "Names": [f"/service-{number}"],
        "Image": f"registry.example.com/team/app-{number % 7}:1.{number % 40}",
        "ImageID": f"sha256:{digest}",
        "Command": "/usr/bin/app --serve --config /etc/app.conf",
        "Created": 1700000000 + number * 60,
        "Ports": [{"IP": "0.0.0.0", **port}, {"IP": "::", **port}, {"PrivatePort": 443, "Type": "tcp"}],
        "Labels": {f"com.example.label-{label}": f"value {number} {label}" for label in range(8)},
        "State": "running",
        "Status": f"Up {number % 50 + 2} hours",
        "HostConfig": {"NetworkMode": "default"},
        "NetworkSettings": {"Networks": {"bridge": {"NetworkID": digest, "EndpointID": digest, "IPAddress": "172.17.0.2", "IPPrefixLen": 16}}},
        "Mounts": [{"Type": "volume", "Name": f"data-{number}", "Source": "/var/lib/data", "Destination": "/data", "Driver": "local", "RW": True}],
    }


def short(container):
    """Returns fewer fields, so that a list of 100,000 containers stays below davit's limit of 64 MiB."""
    return {name: value for name, value in container.items() if name not in ("Labels", "NetworkSettings", "Mounts")}


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        while request := self.rfile.readline().decode():
            while self.rfile.readline().strip():
                pass
            if "/logs" in request:
                self.frames()
            elif "/containers/json" in request:
                self.answer(self.server.containers)
            else:
                self.answer(b"" if "/_ping" in request else b'{"Id":"a","Config":{"Tty":false}}')

    def answer(self, body):
        head = f"HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        self.wfile.write(head.encode() + body)

    def frames(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        left = self.server.frames
        while left > 0:
            part = FRAME * min(left, IN_CHUNK)
            left -= IN_CHUNK
            self.wfile.write(f"{len(part):x}\r\n".encode() + part + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")


class FrameEngine(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True

    def __init__(self, frames=0, containers=0, each=lambda container: container):
        self.folder = tempfile.TemporaryDirectory()
        self.frames = frames
        self.containers = json.dumps([each(container(number)) for number in range(containers)]).encode()
        super().__init__(os.path.join(self.folder.name, "engine.sock"), Handler)

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return f"unix://{self.server_address}"

    def __exit__(self, *failure):
        self.shutdown()
        self.server_close()
        self.folder.cleanup()
