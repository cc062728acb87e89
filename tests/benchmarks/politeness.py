"""How politely verification asks, by the asked server's own clock.

    python tests/benchmarks/politeness.py [--rate 2] [--at-once 2] [--addresses 60] [--crawl-delay 0] [--latency 0.4]

Serves two names on one loopback address, in a process of its own, and verifies as many addresses of each. Prints the
busiest 10 s, the most requests that were open at once (for each name and for their common address), and how long it
took beside the least that the rate allows.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from oit_checker.config import Politeness
from oit_checker.fetch import Ask
from oit_checker.fetch.http import HttpFetcher

NAMES = ("tambon-a.example.go.th", "tambon-b.example.go.th")
WINDOW_S = 10


@dataclass
class Seen:
    """What the server saw: when requests came, and how many were open at most."""

    times: list[float] = field(default_factory=list)
    open: int = 0
    most: int = 0

    def begin(self) -> None:
        self.times.append(time.monotonic())
        self.open += 1
        self.most = max(self.most, self.open)

    def span(self) -> float:
        """Seconds from the first request to the last."""
        return round(self.times[-1] - self.times[0], 2)

    def busiest(self) -> int:
        return max((sum(start <= at < start + WINDOW_S for at in self.times) for start in self.times), default=0)


def serve(parent: Connection, latency_s: float, crawl_delay_s: float) -> None:
    """Answer on loopback until the parent says so, then tell it what was seen of each name and of the address."""
    seen: dict[str, Seen] = defaultdict(Seen)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (first := await reader.readline()).startswith(b"GET"):
            host = ""
            while (line := await reader.readline()).strip():
                name, _, value = line.decode("latin-1").partition(":")
                host = value.strip().partition(":")[0] if name.lower() == "host" else host
            both = (seen[host], seen["the address"])
            for one in both:
                one.begin()
            await asyncio.sleep(latency_s)
            rules = f"User-agent: *\nCrawl-delay: {crawl_delay_s:g}\n" if crawl_delay_s else ""
            body = (rules if b"/robots.txt" in first else "<h1>x</h1>").encode()
            for one in both:
                one.open -= 1
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
            await writer.drain()
        writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        parent.send(server.sockets[0].getsockname()[1])
        await asyncio.to_thread(parent.recv)
        parent.send({name: (len(one.times), one.busiest(), one.most, one.span()) for name, one in seen.items()})

    asyncio.run(run())


class Nowhere:
    def keep_body(self, body: bytes) -> str:
        return str(len(body))


def measure(politeness: Politeness, addresses: int, latency_s: float, crawl_delay_s: float) -> dict[str, object]:
    async def resolve(_: str) -> Sequence[str]:
        return ["127.0.0.1"]

    here, there = multiprocessing.Pipe()
    server = multiprocessing.Process(target=serve, args=(there, latency_s, crawl_delay_s), daemon=True)
    server.start()
    port = here.recv()
    asks = [Ask(f"http://{name}:{port}/{n}") for n in range(addresses) for name in NAMES]
    began = time.monotonic()
    with HttpFetcher(Nowhere(), politeness, site_hosts=NAMES, resolve=resolve) as web:
        answers = web.fetch(asks)
    seconds = time.monotonic() - began
    here.send("stop")
    figures = ("requests", "busiest_10_s", "most_at_once", "seconds")
    seen = {name: dict(zip(figures, counts, strict=True)) for name, counts in here.recv().items()}
    server.join()
    requests = len(asks) + len(NAMES)
    rate = min(politeness.rate, 1 / crawl_delay_s if crawl_delay_s else politeness.rate)
    return {
        "rate": politeness.rate,
        "at_once": politeness.at_once,
        "answered": sum(answer.http_status == 200 for answer in answers.values()),
        "seen": seen,
        "seconds_with_start": round(seconds, 2),
        "least_seconds": round((requests - 1) / rate, 2) if rate else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=2.0)
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--addresses", type=int, default=60, help="of each of the two names")
    parser.add_argument("--latency", type=float, default=0.4, help="seconds until an answer")
    parser.add_argument("--crawl-delay", type=float, default=0.0)
    given = parser.parse_args()
    politeness = Politeness(rate=given.rate, at_once=given.at_once)
    print(json.dumps(measure(politeness, given.addresses, given.latency, given.crawl_delay), indent=1))


if __name__ == "__main__":
    main()
