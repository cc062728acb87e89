"""Whether a polite audit keeps to its rate, and loses no time by it: told by the server's own clock.

    python tests/benchmarks/polite_run.py --pages 200 --rate 5

R requests at r a second take R/r seconds at best. Told for the crawl, for the verification, and for both together: the
time from the first request to the last against that, the busiest ten seconds against 10·r, and how many requests were
open at once. The crawl's robots.txt counts like a page. Exits with 1 where ten seconds held more than the rate allows
and one: a request that is a millisecond late has the one ten seconds after it in its window as well.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from measuring import AUDIT, crawl_ended_at, measure, print_table, serving
from site_log import WINDOW_S, Asked, Tally, tally

HEADER = (
    "part",
    "requests",
    "seconds",
    "at best",
    "ratio",
    "busiest 10 s",
    "allowed",
    "most at once",
)


def parts(log: Sequence[Asked], ended_at: float) -> dict[str, Tally]:
    return {
        "crawl": tally(log, until=ended_at),
        "verification": tally(log, since=ended_at),
        "together": tally(log),
    }


def row(name: str, part: Tally, rate: float) -> list[object]:
    at_best = max(1, part.requests - 1) / rate
    return [
        name,
        part.requests,
        f"{part.seconds:.1f}",
        f"{at_best:.1f}",
        f"{part.seconds / at_best:.3f}",
        part.busiest,
        f"{WINDOW_S * rate:.0f}",
        part.most_at_once,
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200, help="size of the site (200)")
    parser.add_argument("--evidence", type=int, default=4, help="pieces of evidence of each of the 25 items (4)")
    parser.add_argument("--rate", type=float, default=5, help="requests a second (5)")
    parser.add_argument("--latency", type=float, default=20, help="milliseconds before each answer (20)")
    given = parser.parse_args()
    served = ("--pages", str(given.pages), "--evidence", str(given.evidence), "--latency", str(given.latency))
    with serving(*served) as site, tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        measure([*AUDIT, site.url, "--rate", str(given.rate), "--quiet", "--fresh", "--output", str(output)])
        found = parts(site.log(), crawl_ended_at(output))
    print_table(HEADER, [row(name, part, given.rate) for name, part in found.items()])
    return 1 if found["together"].busiest > WINDOW_S * given.rate + 1 else 0


if __name__ == "__main__":
    sys.exit(main())
