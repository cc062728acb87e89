"""Serve the big made site on loopback: N pages shaped like a Thai agency's, the same on every machine.

    python tests/benchmarks/big_site.py --pages 2000 --validators etag --latency 50

Prints its address and serves until it is stopped. `site_pages.py` says what it holds. For measuring, not linked from
any page: `/-/log` tells what was asked (JSON, one entry a request), `/-/stats` the figures drawn from it, `/-/reset`
forgets it, `/-/run?1` turns the site to run 1, in which half of the pages differ from run 0.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from dataclasses import asdict, astuple
from email.utils import formatdate, parsedate_to_datetime
from functools import partial

from site_log import Asked, tally
from site_pages import Content, Kind, Pages, Plan

VALIDATORS = ("none", "etag", "last-modified", "both")
_FIRST_DAY = 1_767_225_600
_DAY = 86_400
_DATED = {Kind.PAGE, Kind.DOCUMENT, Kind.HUB}
_REASONS = {200: "OK", 301: "Moved Permanently", 304: "Not Modified", 404: "Not Found"}


class Server:
    """Answers requests for the pages of a plan, as its options say, and keeps a log."""

    def __init__(self, pages: Pages, *, validators: str, cache_control: str, counter: bool, latency_ms: float) -> None:
        self.pages, self.run, self.log = pages, 0, list[Asked]()
        self.latency_s = latency_ms / 1000
        self.open = 0
        self._visits = 0
        self._validators, self._cache_control, self._counter = validators, cache_control, counter

    def answer(self, target: str, headers: dict[str, str], *, is_head: bool = False) -> bytes:
        """The whole answer to one request, which is noted in the log."""
        content = self.pages.at(target, self.run)
        tags = self._tags(content)
        status = 304 if tags and _is_known(tags, headers) else content.status
        body = b"" if status == 304 else self._counted(content.body)
        sent = b"" if is_head else body
        self.log.append(Asked(time.time(), target, content.kind, status, content.page, len(sent), self.open))
        lines = [f"HTTP/1.1 {status} {_REASONS[status]}", f"Content-Type: {content.media_type}"]
        lines += [f"{name}: {value}" for name, value in tags.items()]
        lines += [f"Location: {content.location}"] if content.location else []
        lines += [f"Cache-Control: {self._cache_control}"] if self._cache_control else []
        lines += [] if status == 304 else [f"Content-Length: {len(body)}"]
        return "\r\n".join([*lines, "", ""]).encode() + sent

    def control(self, target: str) -> bytes:
        """The answer to a request that is about the server and not about the site."""
        verb, _, value = target.removeprefix("/-/").partition("?")
        said: object = None
        if verb == "log":
            said = [astuple(entry) for entry in self.log]
        elif verb == "stats":
            said = asdict(tally(self.log))
        elif verb == "reset":
            self.log.clear()
        elif verb == "run":
            self.run = int(value)
        body = json.dumps(said).encode()
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body

    def _tags(self, content: Content) -> dict[str, str]:
        if content.kind not in _DATED or self._validators == "none":
            return {}
        tags = {}
        if self._validators in {"etag", "both"}:
            tags["ETag"] = f'"{content.page}-{content.edition}"' if content.page is not None else '"as-ever"'
        if self._validators in {"last-modified", "both"}:
            tags["Last-Modified"] = formatdate(_FIRST_DAY + content.edition * _DAY, usegmt=True)
        return tags

    def _counted(self, body: bytes) -> bytes:
        self._visits += 1
        return body.replace(b"<!--counter-->", b"%d " % (10_000 + self._visits)) if self._counter else body


class Connection(asyncio.Protocol):
    """One client's connection: requests one after another, each answered after the latency."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._heard = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._heard += data
        while b"\r\n\r\n" in self._heard:
            head, _, self._heard = self._heard.partition(b"\r\n\r\n")
            request, *lines = head.decode("latin-1").split("\r\n")
            method, target, _ = request.split(" ", 2)
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            self._ask(method, target, headers)

    def _ask(self, method: str, target: str, headers: dict[str, str]) -> None:
        if target.startswith("/-/"):
            self._send(self._server.control(target))
            return
        self._server.open += 1
        answer = self._server.answer(target, headers, is_head=method == "HEAD")
        asyncio.get_running_loop().call_later(self._server.latency_s, self._end, answer)

    def _end(self, answer: bytes) -> None:
        self._server.open -= 1
        self._send(answer)

    def _send(self, answer: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(answer)


def _is_known(tags: dict[str, str], headers: dict[str, str]) -> bool:
    """Whether the client has this very state of the page; an ETag goes before a date, as HTTP has it."""
    if "ETag" in tags and "if-none-match" in headers:
        return tags["ETag"] in headers["if-none-match"]
    if "Last-Modified" in tags and "if-modified-since" in headers:
        asked = parsedate_to_datetime(headers["if-modified-since"])
        return asked >= parsedate_to_datetime(tags["Last-Modified"])
    return False


def options(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=500, help="how many pages (500)")
    parser.add_argument("--evidence", type=int, default=4, help="pieces of evidence per item; 0: no ITA list (4)")
    parser.add_argument("--seed", type=int, default=2569, help="another seed is another site (2569)")
    parser.add_argument(
        "--no-decoys", action="store_true", help="nothing but the list's own evidence is named like items"
    )
    parser.add_argument("--latency", type=float, default=0, help="milliseconds before each answer (0)")
    parser.add_argument("--validators", choices=VALIDATORS, default="none", help="what answers 304 (none)")
    parser.add_argument("--cache-control", default="", help="that header's value; empty: none is sent")
    parser.add_argument("--counter", action="store_true", help="a counter of visitors differs with each answer")
    parser.add_argument("--port", type=int, default=0, help="0: any free one (0)")
    return parser.parse_args(argv)


async def serve(given: argparse.Namespace) -> None:
    server = Server(
        Pages(Plan(given.pages, given.evidence, given.seed, decoys=not given.no_decoys)),
        validators=given.validators,
        cache_control=given.cache_control,
        counter=given.counter,
        latency_ms=given.latency,
    )
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(partial(Connection, server), "127.0.0.1", given.port, backlog=1024)
    print(f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/", flush=True)
    await listening.serve_forever()


if __name__ == "__main__":
    try:
        asyncio.run(serve(options()))
    except KeyboardInterrupt:
        print("stopped")
