"""The doors that show a component (a web board, a form, a system), tried where the crawl has seen them fail.

A page shows an e-service by the link to it. Nobody has looked behind that link if the page itself was enough; but the
crawl has, and where it met an error, or a short page that says that it is closed, the door is looked at as evidence is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from oit_checker.judge import Piece
from oit_checker.judge.doors import closed_notice, door_of
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate, Match
from oit_checker.snapshot import Snapshot
from oit_checker.verify.cloud import same_thing

_FAILED = 400
_WELL = 200


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
        if (door := door_of(result)) is not None:
            text, url = door
            yield Candidate(
                item.code, url, evidence.final_url, text, (*evidence.path, url), (Match(text, "link"),), 0.0
            )


def _fails(url: str, snapshot: Snapshot) -> bool:
    record = snapshot.page(url)
    if record is None or record.fetched.http_status is None:
        return False
    status = record.fetched.http_status
    return status >= _FAILED or (status == _WELL and closed_notice(snapshot, record) is not None)
