"""How well the hubs of a labelled corpus are read: precision and recall of (item, link) pairs.

    OIT_CORPUS=/path/to/corpus python tests/benchmarks/hub_pairs.py [--wrong]

The corpus holds a folder per site with a labels.json that names hubs, items and
links. A pair is (code, address as written); a link that stands twice in an item
counts twice, and dead links ("#") count like others, but one that opens a modal
counts as the document shown there. --wrong lists the pairs that
are missing or too many. Exits 1 where an OIT hub is read below the target, or
where an item of the checklist is claimed from a hub of another instrument.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from oit_checker.checklist import load_checklist
from oit_checker.documents.tree import parse_html
from oit_checker.match.hub import HubBlock, item_for_entry, read_hub
from oit_checker.model.checklist import Checklist

TARGET = 0.97
CHECKLIST = "nacc-2569"
Pairs = Counter[tuple[str, str]]


@dataclass(slots=True)
class Read:
    """One hub: the pairs on the page, the pairs that were read, and what else was seen."""

    site: str
    page: str
    instrument: str
    expected: Pairs
    read: Pairs = field(default_factory=Counter)
    claimed: list[str] = field(default_factory=list)
    seen: str = "no hub"
    notes: tuple[str, ...] = ()

    @property
    def right(self) -> int:
        return (self.expected & self.read).total()

    @property
    def precision(self) -> float:
        return self.right / self.read.total() if self.read else float(not self.expected)

    @property
    def recall(self) -> float:
        return self.right / self.expected.total() if self.expected else 1.0

    @property
    def is_oit(self) -> bool:
        return self.instrument.startswith("OIT")

    @property
    def is_good(self) -> bool:
        return min(self.precision, self.recall) >= TARGET if self.is_oit else not self.claimed


def hubs_of(corpus: Path) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    for labels in sorted(corpus.glob("*/labels.json")):
        for hub in json.loads(labels.read_text("utf-8")).get("hubs", []):
            page = labels.parent / hub["hub"]
            if page.suffix == ".html":
                yield labels.parent.name, page, hub


def read(site: str, page: Path, labelled: dict[str, Any], checklist: Checklist) -> Read:
    expected: Pairs = Counter(
        (item["code"], link.get("evidence_src") or link["href"]) for item in labelled["items"] for link in item["links"]
    )
    openers = {(item["code"], link["href"]) for item in labelled["items"] for link in item["links"] if "opens" in link}
    result = Read(site, page.name, labelled["instrument"], expected)
    served = page.name.removesuffix(".html") if page.name.endswith(".php.html") else page.name
    hub = read_hub(parse_html(page.read_bytes()), f"https://{site}.example.go.th/{served}", checklist)
    if hub is None:
        return result
    result.seen = "; ".join(
        f"{b.prefix} {b.fiscal_year or '-'} {b.instrument} {len(b.entries)} items" for b in hub.blocks
    )
    result.notes = tuple(note for block in hub.blocks for note in block.notes)
    for block in hub.blocks:
        pairs = ((entry.code or "?", link.href) for entry in block.entries for link in entry.links)
        result.read += Counter(pair for pair in pairs if pair not in openers)
        result.claimed += claims(block, checklist)
    return result


def claims(block: HubBlock, checklist: Checklist) -> list[str]:
    found = ((entry, item_for_entry(entry, block, checklist)) for entry in block.entries)
    return [f"{entry.code} {entry.title} → {known[0].code}" for entry, known in found if known is not None]


def show(results: list[Read], *, wrong: bool) -> None:
    print(f"{'site':14} {'page':32} {'pairs':>5} {'read':>5} {'right':>5} {'prec.':>6} {'recall':>6}  seen")
    for one in results:
        mark = " " if one.is_good else "!"
        print(
            f"{one.site:14} {one.page:32} {one.expected.total():5} {one.read.total():5} {one.right:5}"
            f" {one.precision:6.3f} {one.recall:6.3f} {mark}{one.seen}"
        )
        if wrong:
            show_wrong(one)
    for name, some in (("OIT", [r for r in results if r.is_oit]), ("other", [r for r in results if not r.is_oit])):
        right = sum(r.right for r in some)
        there, found = sum(r.expected.total() for r in some), sum(r.read.total() for r in some)
        print(
            f"in all, {name}: precision {right / max(found, 1):.3f},"
            f" recall {right / max(there, 1):.3f} of {there} pairs"
        )
    taken = [claim for r in results if not r.is_oit for claim in r.claimed]
    print(f"claimed for an item from a hub of another instrument: {len(taken)}")


def show_wrong(one: Read) -> None:
    for note in one.notes:
        print(f"      note     {note}")
    for pair, count in sorted((one.expected - one.read).items()):
        print(f"      missing  {pair} ×{count}")
    for pair, count in sorted((one.read - one.expected).items()):
        print(f"      too many {pair} ×{count}")
    for claim in one.claimed:
        print(f"      claimed  {claim}")


def main() -> int:
    corpus = os.environ.get("OIT_CORPUS")
    if not corpus or not Path(corpus).is_dir():
        print("skipped: OIT_CORPUS does not name the folder of the labelled corpus")
        return 0
    checklist = load_checklist(CHECKLIST)
    results = [read(site, page, labelled, checklist) for site, page, labelled in hubs_of(Path(corpus))]
    show(results, wrong="--wrong" in sys.argv[1:])
    return 0 if results and all(one.is_good for one in results) else 1


if __name__ == "__main__":
    sys.exit(main())
