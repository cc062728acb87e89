"""Which items a loose document answers: by its title, its file's name, or its headings and contents together.

A document found on a website is led to by words around it; a loose one has only its own. What merely comes near is
told with the reason, and is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from oit_checker.judge import Piece
from oit_checker.judge.status import asked_components
from oit_checker.match.candidates import SHARE_OF_BEST
from oit_checker.match.claims import Claim, Claims
from oit_checker.match.subject import subjects_of
from oit_checker.match.title_lines import title_lines
from oit_checker.model.check import ItemNamed, NamedBy
from oit_checker.model.checklist import Checklist, Item
from oit_checker.model.evidence import ComponentStatus, ItemStatus
from oit_checker.model.page import Page
from oit_checker.model.site import AgencyKind
from oit_checker.thai.codes import codes_in_name

KEEP_NEAREST = 3
MOST_HEADINGS = 200
NEAR_SHARE = 0.6  # of an item's components, found in a document whose words do not name the item
LEAST_PARTS = 3

Appraise = Callable[[Item, Claim | None], Piece]


@dataclass(frozen=True, slots=True)
class Answered:
    """The pieces of evidence that a document gives, with the words that tie them to their items, and near misses."""

    pieces: tuple[tuple[ItemNamed, Piece], ...]
    nearest: tuple[ItemNamed, ...]


class Namer:
    """Names the items of loose documents against one checklist."""

    def __init__(self, checklist: Checklist, claims: Claims, kind: AgencyKind) -> None:
        self._checklist = checklist
        self._claims = claims
        self._kind = kind

    def answered(self, page: Page, name: str, appraise: Appraise) -> Answered:
        """Say which items a page answers; name is its file's, appraise judges it as evidence of an item."""
        near: list[tuple[float, ItemNamed]] = []
        for named_by, claims in self._sources(page, name):
            pieces: list[tuple[ItemNamed, Piece]] = []
            for claim in claims:
                item = self._item(claim.code)
                piece = appraise(item, claim)
                told = ItemNamed(item.code, item.title_th, named_by, _words(claim))
                if piece.rejected is not None:
                    near.append((claim.weight, _not(told, piece.rejected.message)))
                elif named_by == "headings" and self._share(item, piece) <= 0.5:
                    near.append((claim.weight - 1, _not(told, "มีหัวข้อของข้อนี้ แต่ชื่อเอกสารเป็นเรื่องอื่นหรือไม่ระบุเรื่อง")))
                else:
                    pieces.append((replace(told, status=_status(piece, named_by)), piece))
            if pieces:
                return Answered(tuple(pieces), ())
        near += self._hinted(page, name)
        near += self._by_contents(appraise)
        return Answered((), _best(near))

    def _sources(self, page: Page, name: str) -> Iterable[tuple[NamedBy, Sequence[Claim]]]:
        """Where a document names its items, the plainest place first."""
        yield "title", _plainest(_strong(self._claims.of(page.title).values()))
        yield "title", _plainest(subjects_of(page, self._claims))
        stem = name.rpartition(".")[0] or name
        yield "file_name", _plainest(_strong(self._claims.of(stem).values()))
        headings = [passage.text for passage in page.passages if passage.is_heading][:MOST_HEADINGS]
        yield "headings", _strong(self._claims.of(" \n ".join(headings)).values())

    def _hinted(self, page: Page, name: str) -> Iterable[tuple[float, ItemNamed]]:
        """Words of a title that come near an item, and a code in the file's name, which other years use otherwise."""
        for claim in self._claims.of(" \n ".join(title_lines(page))).values():
            item = self._item(claim.code)
            told = ItemNamed(item.code, item.title_th, "title", _words(claim) or claim.look_alike)
            if claim.look_alike is not None:
                if not claim.strong:  # every law holds the word พระราชบัญญัติ, which is a look-alike of many items
                    continue
                yield claim.weight, _not(told, f"มีคำว่า “{claim.look_alike}” ซึ่งเป็นเรื่องอื่นที่ชื่อคล้ายกัน")
            elif not claim.strong:
                yield claim.weight, _not(told, "ชื่อเอกสารมีคำใกล้เคียง แต่ยังไม่ใช่ชื่อของข้อนี้")
        for code in codes_in_name(name):
            coded = self._checklist.item(code.code)
            if coded is not None:
                reason = "ชื่อไฟล์มีรหัสของข้อนี้ แต่ในเอกสารไม่พบชื่อเรื่องของข้อนี้ รหัสข้อเปลี่ยนไปในแต่ละปี โปรแกรมจึงไม่ตัดสินจากรหัสอย่างเดียว"
                yield 1.5, ItemNamed(coded.code, coded.title_th, "code", code.printed.strip(), reason)

    def _by_contents(self, appraise: Appraise) -> Iterable[tuple[float, ItemNamed]]:
        for item in self._checklist.items:
            piece = appraise(item, None)
            parts = _found(piece)
            share = self._share(item, piece)
            if piece.rejected is None and len(parts) >= LEAST_PARTS and share >= NEAR_SHARE:
                reason = f"พบองค์ประกอบของข้อนี้ {len(parts)} รายการ แต่ชื่อเอกสารไม่ได้ระบุว่าเป็นเรื่องนี้"
                yield share, ItemNamed(item.code, item.title_th, "contents", " · ".join(parts[:4]), reason)

    def _share(self, item: Item, piece: Piece) -> float:
        """The share of what the item requires that was found."""
        required = {component.id for component in asked_components(item, self._kind) if component.required}
        found = [p for p in piece.evidence.components if p.id in required and p.status is ComponentStatus.FOUND]
        return len(found) / len(required) if required else 0.0

    def _item(self, code: str) -> Item:
        item = self._checklist.item(code)
        if item is None:  # claims are made of this very checklist
            raise KeyError(code)
        return item


def _status(piece: Piece, named_by: NamedBy) -> ItemStatus:
    """What a piece is worth alone; headings tell that a matter is treated, not that the document is about it."""
    status = piece.evidence.status
    return ItemStatus.REVIEW if status is ItemStatus.PASS and named_by == "headings" else status


def _found(piece: Piece) -> list[str]:
    return [p.label for p in piece.evidence.components if p.required and p.status is ComponentStatus.FOUND]


def _strong(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    named = [claim for claim in claims if claim.strong and not claim.negative]
    return tuple(sorted(named, key=lambda claim: -claim.weight))


def _plainest(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """A title speaks for a second item only if nearly as plainly as for its first."""
    return tuple(claim for claim in claims if claim.weight >= claims[0].weight * SHARE_OF_BEST)


def _words(claim: Claim) -> str | None:
    return claim.phrases[0] if claim.phrases else None


def _not(told: ItemNamed, reason: str) -> ItemNamed:
    return replace(told, reason=reason)


def _best(near: Sequence[tuple[float, ItemNamed]]) -> tuple[ItemNamed, ...]:
    """The nearest items, each once and for its best reason."""
    once: dict[str, ItemNamed] = {}
    for _, told in sorted(near, key=lambda entry: -entry[0]):
        once.setdefault(told.code, told)
    return tuple(once.values())[:KEEP_NEAREST]
