"""The doors that show a component (a web board, a form, a system), tried where the crawl has seen them fail.

A page shows an e-service by the link to it. Nobody has looked behind that link if the page itself was enough; but the
crawl has, and where it met an error, or a page that speaks of being closed, the door is looked at as evidence is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from oit_checker.judge import Piece
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, ComponentResult, ComponentStatus, Match
from oit_checker.model.labels import IN_LINK
from oit_checker.patterns import regex
from oit_checker.snapshot import Snapshot
from oit_checker.verify.cloud import same_thing

_DOOR = regex(r"(?:(?P<text>.*) \()?(?P<url>https?://[^\s()]+)\)?")
_FAILED = 400
_WELL = 200
_SPEAKS_OF_WORKS = regex("ปรับปรุง|ปิดระบบ|ปิดให้บริการ|พัฒนาระบบ".encode())


def failing_doors(
    items: Iterable[Item],
    pieces: Mapping[str, Mapping[str, Piece]],
    known: Mapping[str, Collection[str]],
    snapshot: Snapshot,
) -> Iterator[tuple[Item, list[Candidate]]]:
    """The doors of each item's evidence that are no candidates of it yet, and that failed when the crawl came to them.

    pieces and known candidates are those of each item, by its code.
    """
    for item in items:
        shown = (door for piece in pieces[item.code].values() if piece.rejected is None for door in _doors(item, piece))
        new = {same_thing(door.url): door for door in shown}
        yield (
            item,
            [door for thing, door in new.items() if thing not in known[item.code] and _fails(door.url, snapshot)],
        )


def _doors(item: Item, piece: Piece) -> Iterator[Candidate]:
    evidence = piece.evidence
    for result in evidence.components:
        if (door := _door(result)) is not None:
            text, path = door["text"] or "", (*evidence.path, door["url"])
            yield Candidate(item.code, door["url"], evidence.final_url, text, path, (Match(text, "link"),), 0.0)


def _door(result: ComponentResult) -> re.Match[str] | None:
    is_shown = result.status is ComponentStatus.FOUND and result.place == IN_LINK
    return _DOOR.fullmatch(result.snippet) if is_shown and result.snippet is not None else None


def _fails(url: str, snapshot: Snapshot) -> bool:
    record = snapshot.page(url)
    if record is None or record.fetched.http_status is None:
        return False
    if record.fetched.http_status >= _FAILED:
        return True
    body = record.fetched.body_sha256
    is_read = record.fetched.http_status == _WELL and body is not None
    return is_read and body is not None and _SPEAKS_OF_WORKS.search(snapshot.body(body)) is not None
