"""A server that is no HTTP server: it sends what it is told, byte for byte, and remembers what went both ways."""

from __future__ import annotations

import socket
import ssl
import struct
import threading
import time
from dataclasses import dataclass, field

# What a script may hold besides bytes.
RESET = "reset"  # close with RST: unsent bytes are thrown away, the peer reads an error
CLOSE = "close"  # close in good order; without it the connection is kept for the next request
CUT = "cut"  # close, and over TLS without saying so
HANG = "hang"  # say nothing more, for longer than anyone waits


@dataclass
class Met:
    """One request on one connection, as the server saw it."""

    path: str
    request: bytes
    sent: bytes = b""
    connection: int = 0


@dataclass
class Hostile:
    """Serves `scripts`: path to a list of bytes, seconds (float) to wait, or one of the words above.

    A list of lists is one script for each time that the path is asked; the last goes on.
    """

    scripts: dict[str, list]
    tls: ssl.SSLContext | None = None
    met: list[Met] = field(default_factory=list)
    address: str = "127.0.0.1"
    greeting: bytes | str = b""
    """Said to everybody before anything is asked; then the connection is closed. 'silence': not even that."""

    def __enter__(self) -> Hostile:
        family = socket.AF_INET6 if ":" in self.address else socket.AF_INET
        self._socket = socket.create_server((self.address, 0), family=family, backlog=50)
        self.port = self._socket.getsockname()[1]
        self._closing = threading.Event()
        self._times: dict[str, int] = {}
        self._connections = 0
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._closing.set()
        self._socket.close()

    @property
    def url(self) -> str:
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}"

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self._connections += 1
            threading.Thread(target=self._serve, args=(connection, self._connections), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        connection.settimeout(20)
        try:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            if self.greeting == "silence":
                self._closing.wait(30)
                return
            if self.greeting:
                connection.sendall(self.greeting)
                return
            buffer = b""
            while True:
                while b"\r\n\r\n" not in buffer:
                    piece = connection.recv(65536)
                    if not piece:
                        return
                    buffer += piece
                head, _, buffer = buffer.partition(b"\r\n\r\n")
                length = 0
                for line in head.split(b"\r\n"):
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.split(b":")[1])
                while len(buffer) < length:
                    buffer += connection.recv(65536)
                body, buffer = buffer[:length], buffer[length:]
                path = head.split(b" ")[1].decode("latin-1")
                met = Met(path, head + b"\r\n\r\n" + body, connection=number)
                self.met.append(met)
                if not self._play(connection, met):
                    return
        except OSError:
            pass
        finally:
            connection.close()

    def _play(self, connection: socket.socket, met: Met) -> bool:
        """Whether the connection may go on."""
        script = self.scripts.get(met.path.split("?")[0], [b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"])
        if script and isinstance(script[0], list):
            times = self._times[met.path] = self._times.get(met.path, 0) + 1
            script = script[min(times, len(script)) - 1]
        for step in script:
            if isinstance(step, bytes):
                met.sent += step  # before it is sent, so that whoever has read it finds it here
                connection.sendall(step)
            elif isinstance(step, float):
                time.sleep(step)
            elif step == RESET:
                time.sleep(0.05)  # let what was sent arrive: RST overtakes what is still in the buffers
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                connection.close()
                return False
            elif step == CUT:
                return False
            elif step == CLOSE:
                if isinstance(connection, ssl.SSLSocket):
                    connection.unwrap()
                return False
            elif step == HANG:
                self._closing.wait(30)
                return False
        return True
