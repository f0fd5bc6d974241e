"""An engine on a Unix socket whose one container has logged a great many frames of one byte."""

import os
import socketserver
import tempfile
import threading

FRAME = b"\x01\0\0\0\0\0\0\x01x"
IN_CHUNK = 7000


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        while request := self.rfile.readline().decode():
            while self.rfile.readline().strip():
                pass
            if "/logs" in request:
                self.frames()
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

    def __init__(self, frames):
        self.folder = tempfile.TemporaryDirectory()
        self.frames = frames
        super().__init__(os.path.join(self.folder.name, "engine.sock"), Handler)

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return f"unix://{self.server_address}"

    def __exit__(self, *failure):
        self.shutdown()
        self.server_close()
        self.folder.cleanup()
