"""A link shows a thing only where it opens: an e-service behind a dead address serves nobody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from oit_checker.judge.status import Piece
from oit_checker.model.evidence import ComponentResult, ComponentStatus, Verification
from oit_checker.model.labels import IN_LINK

_SAYS_SO = frozenset((Verification.NOT_FOUND, Verification.GONE, Verification.SOFT_404, Verification.SERVER_ERROR))
_DEAD = "ลิงก์นี้เปิดไม่ได้ จึงยืนยันไม่ได้ว่ามีให้ใช้"


def without_dead_doors(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in which a component shown by nothing but a link that does not open is left to a person.

    A page may hold other links to the same thing that do. Only what a server answers makes a link dead here: a map or
    a form on another host that we cannot reach may open for everybody else.
    """
    dead = {piece.evidence.url for piece in pieces if piece.evidence.verification in _SAYS_SO and not piece.is_front}
    return [_mended(piece, dead) for piece in pieces] if dead else list(pieces)


def _mended(piece: Piece, dead: Collection[str]) -> Piece:
    components = tuple(
        replace(one, status=ComponentStatus.UNREADABLE, note=_DEAD) if _is_shown_by(one, dead) else one
        for one in piece.evidence.components
    )
    return replace(piece, evidence=replace(piece.evidence, components=components))


def _is_shown_by(result: ComponentResult, dead: Collection[str]) -> bool:
    if result.status is not ComponentStatus.FOUND or result.place != IN_LINK or result.snippet is None:
        return False
    return any(result.snippet == url or result.snippet.endswith(f"({url})") for url in dead)
