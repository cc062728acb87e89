"""A link shows a thing only where it opens: an e-service behind a dead address serves nobody.

Nor does one behind a page that speaks of nothing but works on the system; and what a page only names by the text of a
link (a code of ethics) is shown by what that link leads to.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from oit_checker.judge.doors import door_of
from oit_checker.judge.status import Piece
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import ComponentResult, ComponentStatus, Verification
from oit_checker.model.labels import IN_LINK, IN_PAGE, SAYS_CLOSED
from oit_checker.thai.text import fold

_SAYS_SO = frozenset((Verification.NOT_FOUND, Verification.GONE, Verification.SOFT_404, Verification.SERVER_ERROR))
_LOCKED = "คำในหน้ากล่าวถึงบริการ แต่ลิงก์ที่หน้านี้ให้ไว้ต้องเข้าสู่ระบบของเจ้าหน้าที่หรือเปิดไม่ได้ จึงยืนยันไม่ได้ว่ามีให้ใช้"
_SHUT = "หน้าที่ลิงก์นี้พาไปบอกว่าปิดหรือยังไม่พร้อมให้บริการ จึงยืนยันไม่ได้ว่ามีให้ใช้"
_NAMED = "มีเพียงชื่อบนลิงก์ และลิงก์นั้นเปิดไม่ได้ จึงยืนยันไม่ได้ว่ามีเนื้อหา"
_DEAD = "ลิงก์นี้เปิดไม่ได้ จึงยืนยันไม่ได้ว่ามีให้ใช้"


def without_dead_doors(item: Item, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, in which a component shown by nothing but a link that does not open is left to a person.

    A page may hold other links to the same thing that do. Only what a server answers makes a link dead here: a map or
    a form on another host that we cannot reach may open for everybody else. Words of a page that names a service show
    none either, where every link that it gives to one leads to a door for staff. A page that shows nothing itself and
    leads to dead addresses alone is no evidence: what the agency offers cannot be reached.
    """
    pieces = [_without_words(item, piece, pieces) for piece in pieces]
    dead = [piece for piece in pieces if piece.evidence.verification in _SAYS_SO and not piece.is_front]
    gone = {piece.evidence.url for piece in dead}
    urls = dict.fromkeys((piece.evidence.url for piece in pieces if _says_closed(piece)), _SHUT)
    urls |= dict.fromkeys(gone, _DEAD)
    in_lists = {one.id for one in item.components if one.in_lists and one.check == "keywords"}
    pieces = [_without_names(piece, dead, in_lists) for piece in pieces] if dead and in_lists else pieces
    return [_mended(_without_way(piece, gone), urls) for piece in pieces] if urls else list(pieces)


def _without_way(piece: Piece, dead: Collection[str]) -> Piece:
    leads_nowhere = bool(piece.leads_to) and all(url in dead for url in piece.leads_to)
    return replace(piece, only_lists=True) if leads_nowhere else piece


def _says_closed(piece: Piece) -> bool:
    return any((one.note or "").startswith(SAYS_CLOSED) for one in piece.evidence.components)


def _without_names(piece: Piece, dead: Sequence[Piece], in_lists: Collection[str]) -> Piece:
    """The piece, in which what nothing but the text of a dead link on it names is left to a person."""
    own = {piece.evidence.url, piece.evidence.final_url}
    names = [fold(one.evidence.link_text) for one in dead if one.evidence.found_on in own]
    components = tuple(
        replace(one, status=ComponentStatus.UNREADABLE, note=_NAMED)
        if one.id in in_lists and one.status is ComponentStatus.FOUND and fold(one.snippet or "") in names
        else one
        for one in piece.evidence.components
    )
    return replace(piece, evidence=replace(piece.evidence, components=components)) if names else piece


def _without_words(item: Item, piece: Piece, pieces: Sequence[Piece]) -> Piece:
    doors = {one.id for one in item.components if one.check == "link_to" and one.with_.get("pages_only")}
    own = {piece.evidence.url, piece.evidence.final_url}
    led = [other for other in pieces if other is not piece and other.evidence.found_on in own] if doors else []
    if not led or not all(_is_locked(other) for other in led):
        return piece
    components = tuple(
        replace(one, status=ComponentStatus.UNREADABLE, note=_LOCKED) if one.id in doors and _is_in_words(one) else one
        for one in piece.evidence.components
    )
    return replace(piece, evidence=replace(piece.evidence, components=components))


def _is_locked(piece: Piece) -> bool:
    verification = piece.evidence.verification
    return not piece.is_front and (verification is Verification.LOGIN_REQUIRED or verification in _SAYS_SO)


def _is_in_words(result: ComponentResult) -> bool:
    return result.status is ComponentStatus.FOUND and result.place not in {IN_LINK, IN_PAGE}


def _mended(piece: Piece, dead: Mapping[str, str]) -> Piece:
    """The piece, in which what a link to one of the addresses shows is left to a person, with the reason of each."""
    told = ((one, _why_not(one, dead)) for one in piece.evidence.components)
    components = tuple(
        replace(one, status=ComponentStatus.UNREADABLE, note=note) if note is not None else one for one, note in told
    )
    return replace(piece, evidence=replace(piece.evidence, components=components))


def _why_not(result: ComponentResult, dead: Mapping[str, str]) -> str | None:
    door = door_of(result)
    return dead.get(door[1]) if door is not None else None
