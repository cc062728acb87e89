"""A loopback server that writes to its sockets as it likes: it can drip, lie, flood, break off and never end.

A page is a raw answer, or a function that is given what was asked and the socket. `asked` keeps the targets in order.
"""

from __future__ import annotations

import contextlib
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HTML = "text/html; charset=utf-8"
Page = bytes | Callable[["Asked", socket.socket], bytes | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: its target as sent, its host header, and the event that ends every endless answer."""

    target: str
    host: str
    cookie: str
    over: threading.Event

    @property
    def path(self) -> str:
        return urlsplit(self.target).path


@dataclass
class Evil:
    """pages by target, else by path; `otherwise` answers the rest, 404 where it gives None."""

    pages: dict[str, Page] = field(default_factory=dict)
    otherwise: Callable[[Asked], bytes | None] = lambda asked: None
    asked: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def links(self, target: str, *hrefs: str, words: str = "หน้า") -> None:
        body = "".join(f'<p><a href="{href}">{words} {number}</a></p>' for number, href in enumerate(hrefs))
        self.pages[target] = page(body)

    def pages_asked(self) -> list[str]:
        return [target for target in self.asked if target not in {"/robots.txt", "/sitemap.xml"}]

    def serve(self, asked: Asked, connection: socket.socket) -> None:
        self.asked.append(asked.target)
        self.hosts.append(asked.host)
        found = self.pages.get(asked.target) or self.pages.get(asked.path)
        raw = found(asked, connection) if callable(found) else found or self.otherwise(asked) or raw_404()
        if raw:
            connection.sendall(raw)


def answer(body: bytes = b"", *headers: str, status: str = "200 OK", kind: str = HTML) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", f"Content-Type: {kind}", "Connection: close"]
    return "\r\n".join([*lines, *headers]).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body


def page(body: str, title: str = "หน้า") -> bytes:
    head = f'<head><meta charset="utf-8"><title>{title}</title></head>'
    return answer(f'<!DOCTYPE html><html lang="th">{head}<body>{body}</body></html>'.encode())


def moved(to: str, *headers: str) -> bytes:
    return answer(b"", f"Location: {to}", *headers, status="302 Found")


def raw_404() -> bytes:
    return answer("ไม่พบหน้า".encode(), status="404 Not Found")


def endless(piece: bytes, *headers: str, kind: str = HTML) -> Page:
    """A body without length that goes on as fast as it is read."""
    head = "\r\n".join(["HTTP/1.1 200 OK", f"Content-Type: {kind}", "Connection: close", *headers]).encode()

    def send(asked: Asked, connection: socket.socket) -> None:
        connection.sendall(head + b"\r\n\r\n")
        while not asked.over.is_set():
            connection.sendall(piece)

    return send


def dripping(start: bytes, drop: bytes, every_s: float) -> Page:
    """What is sent at once, and then a little, again and again."""

    def send(asked: Asked, connection: socket.socket) -> None:
        connection.sendall(start)
        while not asked.over.wait(every_s):
            connection.sendall(drop)

    return send


@contextlib.contextmanager
def serving(evil: Evil) -> Iterator[Evil]:
    """Serve on all of 127.0.0.0/8 while the block runs."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):
                request = _read(self.request, evil.over)
                if request is not None:
                    evil.serve(request, self.request)

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            """A client that breaks off is no news."""

    with Server(("0.0.0.0", 0), Handler) as server:
        evil.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield evil
        finally:
            evil.over.set()
            server.shutdown()
            thread.join()


def _read(connection: socket.socket, over: threading.Event) -> Asked | None:
    raw = b""
    while b"\r\n\r\n" not in raw:
        part = connection.recv(65536)
        if not part:
            return None
        raw += part
    first, *lines = raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    target = first.split(" ")[1]
    return Asked(target, headers.get("host", ""), headers.get("cookie", ""), over)
