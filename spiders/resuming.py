"""Take up a crawl that was cut short: what it had read counts as read, what it knew of waits again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from oit_checker.lines import whole_lines
from oit_checker.snapshot import Begun, PageRecord
from oit_checker.snapshot.records import PAGES
from spiders.ending import Ending
from spiders.errands import MOVED
from spiders.frontier import Frontier
from spiders.past import record_of
from spiders.recorder import Recorder
from spiders.tally import kept_by


def take_up(
    folder: Path,
    begun: Begun,
    frontier: Frontier,
    recorder: Recorder,
    ending: Ending,
    known: Callable[[PageRecord], None],
) -> None:
    """Bring frontier, recorder and ending to where the snapshot in `folder` stands, without asking the site.

    What was kept from us then, by an outage or a refusal, is taken out of the snapshot: it is asked for again. known is
    told of each record that stays.
    """
    _forget_what_was_kept_from_us(folder / PAGES)
    frontier.add_hosts(begun.hosts)
    records = body_bytes = 0
    for line in whole_lines(folder / PAGES):
        record = record_of(line)
        frontier.replay(record.fetched.url)
        if record.fetched.http_status not in MOVED:  # a redirect to a page that was under way is no answer of that page
            frontier.visit(record.fetched.final_url)
        recorder.replay(record)
        known(record)
        frontier.follow(record)
        records, body_bytes = records + 1, body_bytes + record.fetched.body_bytes
    ending.go_on(begun, records, body_bytes)


def _forget_what_was_kept_from_us(pages: Path) -> None:
    lines = list(whole_lines(pages))
    kept = [line for line in lines if not _was_kept_from_us(record_of(line))]
    if len(kept) < len(lines):
        part = pages.with_name(f"{pages.name}.part")
        part.write_bytes(b"".join(kept))
        part.replace(pages)


def _was_kept_from_us(record: PageRecord) -> bool:
    return record.depth > 0 and kept_by(record.fetched) is not None
