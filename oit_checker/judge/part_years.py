"""A web page of several parts, one of which is dated: those beside it are told as undated, not as another year's."""

from __future__ import annotations

from collections.abc import Sequence

from oit_checker.judge.status import Piece
from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentStatus, Evidence, Gap, GapKind
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import year_mentions


def is_undated_part(component: Component, pieces: Sequence[Piece]) -> bool:
    """Whether the component is found on such pages alone, in words that name no year while another part's do."""
    shown = [piece.evidence for piece in pieces if _words(piece.evidence, component.id)]
    return bool(shown) and all(_dates_another(evidence, component.id) for evidence in shown)


def undated_gap(component: Component, wanted: FiscalYear, pieces: Sequence[Piece]) -> Gap:
    """That the part is there and names no year; its page must not be replaced for that."""
    place = next(piece.evidence for piece in pieces if _words(piece.evidence, component.id))
    message = f"พบ “{component.label_th}” แต่ส่วนนี้ไม่ระบุปี จึงยืนยันไม่ได้ว่าเป็นของปีงบประมาณ พ.ศ. {wanted.be}"
    advice = f"ระบุปีของ “{component.label_th}” ไว้ในส่วนนี้ เช่น “ประจำปีงบประมาณ พ.ศ. {wanted.be}”"
    return Gap(GapKind.COMPONENT_MISSING, place.url, component.id, message, advice, advisory=True)


def _dates_another(evidence: Evidence, id: str) -> bool:
    is_page = evidence.fiscal_year_basis == "text" and (evidence.media_type or "").startswith("text/html")
    if not is_page or year_mentions(_words(evidence, id)):
        return False
    others = {one.id for one in evidence.components} - {id}
    return any(
        mention.be == evidence.fiscal_year for other in others for mention in year_mentions(_words(evidence, other))
    )


def _words(evidence: Evidence, id: str) -> str:
    """The words by which evidence shows a component; nothing where it does not."""
    found = (one for one in evidence.components if one.id == id and one.status is ComponentStatus.FOUND)
    return next((one.snippet for one in found if one.snippet), "")
