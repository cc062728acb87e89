"""Of a page of several parts only the dated one is told as another year's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge import Piece
from oit_checker.model.evidence import ItemStatus
from tests.judge.test_finding import component, item, judged, piece

ASKED = item(component("code", evidence_year="any"), component("team"), component("training"))


def page(team: str, training: str, *, basis: str = "text", media: str = "text/html") -> Piece:
    old = piece(2568, asked=ASKED)
    words = {"code": "ประมวลจริยธรรม", "team": team, "training": training}
    results = tuple(replace(one, snippet=words[one.id]) for one in old.evidence.components)
    evidence = replace(old.evidence, components=results, fiscal_year_basis=basis, media_type=media)
    return replace(old, evidence=evidence)


def test_the_dated_part_alone_is_told_as_another_years() -> None:
    finding = judged(ASKED, page("คณะทำงานจริยธรรม", "อบรมเมื่อวันที่ 19 มิถุนายน 2568"))
    told = {gap.component: gap for gap in finding.gaps}
    assert finding.status is ItemStatus.OUTDATED
    assert (told["team"].advisory, "ไม่ระบุปี" in told["team"].message) == (True, True)
    assert (told["training"].advisory, "พบแต่ของปีอื่น" in told["training"].message) == (False, True)


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(page("คณะทำงาน ปี 2568", "อบรมเมื่อวันที่ 19 มิถุนายน 2568"), id="both are dated"),
        pytest.param(page("คณะทำงาน", "การอบรม"), id="the year stands elsewhere"),
        pytest.param(page("คณะทำงาน", "อบรม 19 มิถุนายน 2568", basis="title"), id="the title names it"),
        pytest.param(page("คณะทำงาน", "อบรม 19 มิถุนายน 2568", media="application/pdf"), id="a document is one thing"),
    ],
)
def test_else_all_of_it_is_of_the_pages_year(seen: Piece) -> None:
    told = {gap.component: gap.message for gap in judged(ASKED, seen).gaps}
    assert "พบแต่ของปีอื่น" in told["team"]
