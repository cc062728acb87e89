"""What a second audit saves, and whether it sees every page that changed.

    python tests/benchmarks/recrawl.py --pages 500
    python tests/benchmarks/recrawl.py --validators etag --cache-control "max-age=0|no-cache"

For each kind of validator and each Cache-Control: a first audit (cold), one of the site as it was (unchanged), and one
after half of the pages changed. Told for each: bytes and CPU against the cold one, of the crawl's bodies and of the
whole audit's processes; answers 304; pages that were read anew; changed pages that the new snapshot shows as they were
(missed). Exits with 1 where any was missed. --counter adds a counter of visitors that differs with each answer.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from big_site import VALIDATORS
from measuring import Site, audit_command, crawl_ended_at, measure, note, print_table, serving
from site_log import tally
from site_pages import Pages, Plan

from oit_checker.snapshot import Snapshot

STEPS = (("cold", 0), ("unchanged", 0), ("half changed", 1))
CACHE_CONTROL = "|max-age=0|no-cache|no-store|public, max-age=86400"
HEADER = (
    "validators",
    "Cache-Control",
    "audit",
    "crawled MB",
    "bytes, ratio to cold",
    "CPU s",
    "CPU, ratio to cold",
    "answers 304",
    "pages",
    "read anew",
    "changed",
    "missed",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One audit: what the crawl was sent, what all took, and what its snapshot shows of the pages."""

    size: int
    cpu_s: float
    not_modified: int
    pages: int
    parsed: int
    missed: int


def audited(site: Site, output: Path, pages: Pages, run: int) -> Step:
    site.turn_to(run)
    site.reset()
    cost = measure(audit_command(site, output))
    snapshot = Snapshot.open(output / "snapshot")
    crawl = tally(site.log(), until=crawl_ended_at(output))
    return Step(
        crawl.size, cost.cpu_s, crawl.not_modified, crawl.pages, snapshot.manifest.parsed, missed(snapshot, pages, run)
    )


def missed(snapshot: Snapshot, pages: Pages, run: int) -> int:
    """How many pages the snapshot does not show in the edition of this run; absent ones count."""
    shown: dict[int, set[int]] = {}
    for record in snapshot.pages():
        sha, parts = record.fetched.body_sha256, urlsplit(record.fetched.final_url)
        content = pages.at(parts.path + (f"?{parts.query}" if parts.query else ""), run)
        if sha is not None and content.page is not None:
            told = f'<p class="edition">หน้า {content.page} ฉบับที่ {content.edition}</p>'.encode()
            shown.setdefault(content.page, set()).add(told in snapshot.body(sha))
    return sum(shown.get(number) != {True} for number in range(pages.plan.pages))


def changed(pages: Pages, run: int) -> int:
    return sum(pages.edition(number, run) == run for number in range(pages.plan.pages)) if run else 0


def steps(validators: str, cache_control: str, given: argparse.Namespace) -> Iterator[tuple[str, int, Step]]:
    """The three audits in the same output folder, one after another."""
    plan = Plan(given.pages)
    more = ["--counter"] if given.counter else []
    served = ["--pages", str(plan.pages), "--validators", validators, f"--cache-control={cache_control}", *more]
    with serving(*served) as site, tempfile.TemporaryDirectory() as folder:
        for name, run in STEPS:
            step = audited(site, Path(folder), Pages(plan), run)
            note(f"{validators}, {cache_control or 'no Cache-Control'}, {name}: {step}")
            yield name, run, step


def row(validators: str, cache_control: str, name: str, step: Step, cold: Step, changes: int) -> list[object]:
    return [
        validators,
        cache_control or "none",
        name,
        f"{step.size / 1e6:.2f}",
        f"{step.size / max(1, cold.size):.3f}",
        f"{step.cpu_s:.1f}",
        f"{step.cpu_s / cold.cpu_s:.2f}",
        step.not_modified,
        step.pages,
        step.parsed,
        changes,
        step.missed,
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=500, help="size of the site (500)")
    parser.add_argument("--validators", default="etag|last-modified|none", help=f"some of {'|'.join(VALIDATORS)}")
    parser.add_argument("--cache-control", default=CACHE_CONTROL, help=f"values, the empty one too ({CACHE_CONTROL})")
    parser.add_argument("--counter", action="store_true", help="with a counter of visitors on each page")
    given = parser.parse_args()
    rows, all_missed = [], 0
    for validators in given.validators.split("|"):
        for cache_control in given.cache_control.split("|"):
            cold: Step | None = None
            for name, run, step in steps(validators, cache_control, given):
                cold = cold or step
                rows.append(row(validators, cache_control, name, step, cold, changed(Pages(Plan(given.pages)), run)))
                all_missed += step.missed
    print_table(HEADER, rows)
    return 1 if all_missed else 0


if __name__ == "__main__":
    sys.exit(main())
