"""How fast, how lean and how sparing a whole audit is, beside a plain Scrapy spider on the same made site.

    python tests/benchmarks/audit_speed.py --pages 500,2000 --reps 3
    python tests/benchmarks/audit_speed.py --pages 2000 --latency 50        # what waiting costs
    python tests/benchmarks/audit_speed.py --pages 2000,10000 --reps 1      # whether it grows with the site

An audit crawls, looks for the words of the checklist, verifies and reads evidence, judges and writes the report; the
spider (`plain_spider.py`) only follows links. Both run in turn (spider, audit, spider, audit) as whole processes
against one server; ratios are taken within a repetition, and the median is told with the least and the most. Wall times
are good as ratios only, on a machine that does nothing else. wasted: answers of the crawl that were pages sent once
more, or pages of the endless calendar. The last rows: what starting costs, and what changes from the smallest site to
the largest.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from measuring import HERE, Cost, Site, audit_command, crawl_ended_at, measure, note, print_table, serving, spread
from site_log import Tally, tally

HEADER = (
    "pages of the site",
    "what",
    "runs",
    "pages/s",
    "CPU ms a page",
    "largest process MB",
    "all processes MB",
    "requests",
    "wasted %",
    "pages found",
    "CPU a page, ratio to the spider",
    "wall a page, ratio to the spider",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its cost, all that was asked, and what the crawl alone asked."""

    cost: Cost
    asked: Tally
    crawl: Tally

    @property
    def cpu_ms(self) -> float:
        return 1000 * self.cost.cpu_s / max(1, self.crawl.pages)

    @property
    def wall_ms(self) -> float:
        return 1000 * self.cost.wall_s / max(1, self.crawl.pages)


def spider_run(site: Site) -> Run:
    site.reset()
    cost = measure([sys.executable, str(HERE / "plain_spider.py"), site.url])
    asked = tally(site.log())
    return Run(cost, asked, asked)


def audit_run(site: Site) -> Run:
    site.reset()
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder)
        cost = measure(audit_command(site, output, "--fresh"))
        log = site.log()
        return Run(cost, tally(log), tally(log, until=crawl_ended_at(output)))


def measured(pages: int, latency: float, reps: int) -> dict[str, list[Run]]:
    """Spider and audit in turn, reps times, on one server."""
    runs: dict[str, list[Run]] = {"spider": [], "audit": []}
    contenders: dict[str, Callable[[Site], Run]] = {"spider": spider_run, "audit": audit_run}
    with serving("--pages", str(pages), "--latency", str(latency)) as site:
        for rep in range(reps):
            for name, run in contenders.items():
                runs[name].append(run(site))
                note(f"{pages} pages, repetition {rep + 1}, {name}: {runs[name][-1].cost}")
    return runs


def row(pages: int, name: str, runs: Sequence[Run], beside: Sequence[Run]) -> list[object]:
    pairs = list(zip(runs, beside, strict=True))
    return [
        f"{pages:,}",
        name,
        len(runs),
        f"{statistics.median(1000 / run.wall_ms for run in runs):.0f}",
        f"{statistics.median(run.cpu_ms for run in runs):.1f}",
        f"{max(run.cost.largest_mb for run in runs):.0f}",
        f"{max(run.cost.tree_mb for run in runs):.0f}",
        runs[0].asked.requests,
        f"{max(100 * run.crawl.wasted / max(1, run.crawl.requests) for run in runs):.1f}",
        min(run.crawl.pages for run in runs),
        spread([ours.cpu_ms / theirs.cpu_ms for ours, theirs in pairs]),
        spread([ours.wall_ms / theirs.wall_ms for ours, theirs in pairs]),
    ]


def start_rows(reps: int) -> list[list[object]]:
    """What it costs to start: the help, and an audit of a site of one page without an ITA list."""
    helped = [measure([sys.executable, "-m", "oit_checker", "--help"]) for _ in range(reps)]
    with serving("--pages", "1", "--evidence", "0") as site:
        audited = [audit_run(site).cost for _ in range(reps)]
    return [_start_row("--help", helped), _start_row("audit of one page", audited)]


def _start_row(name: str, costs: Sequence[Cost]) -> list[object]:
    cpu = f"{spread([cost.cpu_s for cost in costs])} s in all"
    largest, tree = (max(sizes) for sizes in zip(*((c.largest_mb, c.tree_mb) for c in costs), strict=True))
    return ["1", name, len(costs), "", cpu, f"{largest:.0f}", f"{tree:.0f}", *[""] * 5]


def growth_row(small: int, large: int, before: Sequence[Run], after: Sequence[Run]) -> list[object]:
    """What changes from one size to another: CPU a page as a ratio, memory in MB for each thousand pages more."""
    ratio = statistics.median(run.cpu_ms for run in after) / statistics.median(run.cpu_ms for run in before)
    thousands = (large - small) / 1000
    largest = max(r.cost.largest_mb for r in after) - max(r.cost.largest_mb for r in before)
    tree = max(r.cost.tree_mb for r in after) - max(r.cost.tree_mb for r in before)
    growth = [f"{more / thousands:+.1f} per 1,000 pages" for more in (largest, tree)]
    return [f"{large:,} against {small:,}", "audit", len(after), "", f"x {ratio:.2f}", *growth, *[""] * 5]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", default="500,2000", help="sizes of the site, smallest first (500,2000)")
    parser.add_argument("--reps", type=int, default=3, help="repetitions of each pair (3)")
    parser.add_argument("--latency", type=float, default=0, help="milliseconds before each answer (0)")
    given = parser.parse_args()
    sizes = [int(size) for size in given.pages.split(",")]
    all_runs = {size: measured(size, given.latency, given.reps) for size in sizes}
    rows = [
        row(size, name, runs[name], runs["spider"]) for size, runs in all_runs.items() for name in ("spider", "audit")
    ]
    rows += start_rows(given.reps)
    if len(sizes) > 1:
        small, large = sizes[0], sizes[-1]
        rows.append(growth_row(small, large, all_runs[small]["audit"], all_runs[large]["audit"]))
    print_table(HEADER, rows)


if __name__ == "__main__":
    main()
