from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from oit_checker.errors import UsageError
from oit_checker.model.checklist import Checklist
from oit_checker.model.evidence import Finding, ItemStatus
from oit_checker.score import half_up, mean, project, score

LEVELS_2569 = [
    {"title_th": "ผ่านดีเยี่ยม", "ita_min": 95.0, "each_min": 95.0},
    {"title_th": "ผ่านดี", "ita_min": 85.0, "each_min": 85.0},
    {"title_th": "ผ่าน", "ita_min": 85.0},
    {"title_th": "ต้องปรับปรุง", "ita_min": 70.0},
    {"title_th": "ต้องปรับปรุงโดยด่วน", "ita_min": 0.0},
]
FY2564 = {"9": [9, 8, 7, 4, 5], "10": [8, 2]}
FY2569 = {"9": [4, 6, 2, 3, 4], "10": [3, 3]}


def checklist_of(sizes: Mapping[str, list[int]], provisional: int = 0) -> Checklist:
    """A checklist with so many items per sub-indicator; the last `provisional` of them are switchable."""
    subs = [f"{indicator}.{n}" for indicator, counts in sizes.items() for n in range(1, len(counts) + 1)]
    owners = [
        sub
        for sub, count in zip(subs, [c for counts in sizes.values() for c in counts], strict=True)
        for _ in range(count)
    ]
    items = [_item(n, sub, n > len(owners) - provisional) for n, sub in enumerate(owners, start=1)]
    return Checklist.model_validate(
        {
            "schema": "oit-checklist/1",
            "id": "made-2569",
            "instrument": "nacc",
            "title_th": "แบบวัด",
            "title_en": "Made",
            "fiscal_year": 2569,
            "fiscal_year_start": "2025-10-01",
            "fiscal_year_end": "2026-09-30",
            "status": "draft",
            "scoring": {
                "item_values": [0, 100],
                "sub_indicator": "mean_of_items",
                "indicator": "mean_of_sub_indicators",
                "oit": "mean_of_indicators",
                "ita_weights": {"iit": 30, "eit": 30, "oit": 40},
            },
            "levels": LEVELS_2569,
            "indicators": [
                {
                    "code": code,
                    "title_th": f"ตัวชี้วัดที่ {code}",
                    "sub_indicators": [s for s in subs if s.split(".")[0] == code],
                }
                for code in sizes
            ],
            "sub_indicators": [{"code": sub, "title_th": f"ตัวชี้วัดย่อยที่ {sub}"} for sub in subs],
            "source_registry": {"made": "made for this test"},
            "items": items,
        }
    )


def _item(number: int, sub: str, provisional: bool) -> dict[str, Any]:
    return {
        "code": f"O{number}",
        "title_th": f"ข้อ {number}",
        "title_en": f"Item {number}",
        "title_confidence": "inferred",
        "topics": [f"topic_{number}"],
        "sub_indicator": sub,
        "evidence_year": "any",
        "provisional": provisional,
        "components_confidence": "carried-over",
        "components": [{"id": "one", "label_th": "หนึ่ง", "required": True, "basis": "inferred"}],
        "keywords": {"strong": ["คำ"]},
        "sources": ["made"],
    }


def findings_of(checklist: Checklist, **statuses: ItemStatus) -> list[Finding]:
    """Every item passes, save those that are named."""
    return [
        Finding(
            code=item.code,
            title=item.title_th,
            sub_indicator=item.sub_indicator,
            required_fiscal_year=None,
            status=(status := statuses.get(item.code, ItemStatus.PASS)),
            score=100 if status is ItemStatus.PASS else 0,
            confidence=1.0,
            evidence=(),
            near_misses=(),
            gaps=(),
        )
        for item in checklist.items
    ]


def missed_per_sub(checklist: Checklist, missed: Mapping[str, int]) -> list[Finding]:
    codes = [
        item.code
        for sub, count in missed.items()
        for item in [item for item in checklist.items if item.sub_indicator == sub][:count]
    ]
    return findings_of(checklist, **dict.fromkeys(codes, ItemStatus.MISSING))


@pytest.mark.parametrize(
    ("missed", "indicator", "published"),
    [
        pytest.param({"10.1": 1}, "10", 93.75, id="one of eight in 10.1"),
        pytest.param({"10.1": 2}, "10", 87.50, id="two of eight in 10.1"),
        pytest.param({"9.1": 1}, "9", 97.78, id="one of nine in 9.1"),
        pytest.param({"9.2": 1}, "9", 97.50, id="one of eight in 9.2"),
        pytest.param({"9.3": 1}, "9", 97.14, id="one of seven in 9.3"),
        pytest.param({"9.5": 1}, "9", 96.00, id="one of five in 9.5"),
        pytest.param({"9.1": 2, "9.4": 1}, "9", 90.56, id="FY2563 two in 9.1 and one in 9.4"),
        pytest.param({"9.1": 2, "9.2": 2}, "9", 90.56, id="FY2563 two in 9.1 and two in 9.2"),
    ],
)
def test_indicator_scores_are_those_published(missed: dict[str, int], indicator: str, published: float) -> None:
    checklist = checklist_of(FY2564)
    estimate, _ = score(missed_per_sub(checklist, missed), checklist)
    assert {it.code: it.score for it in estimate.indicators}[indicator] == published


def test_oit_is_the_mean_of_the_two_indicators_and_not_of_the_items() -> None:
    checklist = checklist_of(FY2564)
    estimate, _ = score(missed_per_sub(checklist, {"9.1": 2, "9.4": 1}), checklist)
    assert estimate.oit == 95.28


@pytest.mark.parametrize(
    ("iit", "eit", "oit", "ita", "level"),
    [
        pytest.param(92.99, 85.65, 95.28, 91.70, "ผ่านดี", id="FY2563"),
        pytest.param(91.07, 84.29, 100, 92.61, "ผ่าน", id="FY2568: EIT below 85 leaves only ผ่าน"),
        pytest.param(75.404, 80.35, 100, 86.73, "ผ่าน", id="a college, FY2566"),
        pytest.param(82.03, 77.93, 100, 87.99, "ผ่าน", id="FY2567 by the rule, not by the table that printed 86.05"),
        pytest.param(95, 95, 95, 95.00, "ผ่านดีเยี่ยม", id="the lowest of the highest level"),
        pytest.param(100, 100, 94.99, 98.00, "ผ่านดี", id="OIT below 95 alone blocks ผ่านดีเยี่ยม"),
        pytest.param(100, 100, 84.99, 94.00, "ผ่าน", id="OIT below 85 alone blocks ผ่านดี"),
        pytest.param(70, 70, 70, 70.00, "ต้องปรับปรุง", id="seventy"),
        pytest.param(69.99, 69.99, 69.98, 69.99, "ต้องปรับปรุงโดยด่วน", id="below seventy"),
        pytest.param(0, 0, 0, 0.0, "ต้องปรับปรุงโดยด่วน", id="nothing at all"),
    ],
)
def test_ita_and_its_level(iit: float, eit: float, oit: float, ita: float, level: str) -> None:
    projection = project(iit, eit, oit, checklist_of(FY2569))
    assert (projection.ita, projection.level) == (ita, level)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(mean([Decimal("496.29")]) / 6, "82.72", id="82.715 in FY2568, which binary floats make 82.71"),
        pytest.param(Decimal("92.686"), "92.69", id="FY2564"),
        pytest.param(Decimal("88.578"), "88.58", id="FY2563"),
        pytest.param(92.608, "92.61", id="a float is the decimal it is printed as"),
        pytest.param(1.005, "1.01", id="a float just below the half"),
        pytest.param(mean([100, 100, 0]), "66.67", id="two of three"),
        pytest.param(mean([]), "0.00", id="nothing"),
    ],
)
def test_half_up(value: Decimal, shown: str) -> None:
    assert str(half_up(value)) == shown


@pytest.mark.parametrize(
    ("instrument", "marks", "published"),
    [
        pytest.param("IIT", ["91.62", "92.08", "98.05", "86.10", "87.49"], "91.07", id="IIT FY2568"),
        pytest.param("EIT", ["90.72", "82.72", "79.43"], "84.29", id="EIT FY2568"),
    ],
)
def test_means_of_the_other_instruments(instrument: str, marks: list[str], published: str) -> None:
    assert str(half_up(mean(map(Decimal, marks)))) == published, instrument


@pytest.mark.parametrize("status", [status for status in ItemStatus if status is not ItemStatus.PASS])
def test_only_a_pass_scores(status: ItemStatus) -> None:
    checklist = checklist_of(FY2569)
    estimate, subs = score(findings_of(checklist, O11=status), checklist)
    assert estimate.oit == 95.00
    assert next(sub for sub in subs if sub.code == "9.3").score == 50.0


def test_a_review_passes_only_in_the_score_if_reviewed() -> None:
    checklist = checklist_of(FY2569)
    estimate, _ = score(findings_of(checklist, O11=ItemStatus.REVIEW, O20=ItemStatus.MISSING), checklist)
    assert (estimate.oit, estimate.oit_if_reviewed) == (86.67, 91.67)


def test_sub_indicators_count_passed_items_and_gaps() -> None:
    checklist = checklist_of(FY2569)
    _, subs = score(findings_of(checklist, O1=ItemStatus.MISSING, O2=ItemStatus.REVIEW), checklist)
    first = subs[0]
    assert [sub.code for sub in subs] == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert (first.score, first.items, first.passed, first.gaps) == (50.0, 4, 2, 2)
    assert first.item_codes == ("O1", "O2", "O3", "O4")
    assert [sub.points_per_item for sub in subs] == [2.5, 1.67, 5.0, 3.33, 2.5, 8.33, 8.33]


def test_a_provisional_item_counts_only_when_it_is_asked_for() -> None:
    checklist = checklist_of({"9": [4, 6, 2, 3, 4], "10": [3, 4]}, provisional=1)
    findings = findings_of(checklist, O26=ItemStatus.MISSING)
    without, subs = score(findings, checklist)
    counted, _ = score(findings, checklist, include_provisional=True)
    assert (without.oit, counted.oit) == (100.0, 93.75)
    assert subs[-1].item_codes == ("O23", "O24", "O25")


def test_a_sub_indicator_of_provisional_items_only_is_left_out_of_the_mean() -> None:
    checklist = checklist_of({"9": [1], "10": [1, 2]}, provisional=2)
    estimate, subs = score(findings_of(checklist, O1=ItemStatus.MISSING), checklist)
    assert estimate.oit == 50.0
    assert [sub.code for sub in subs] == ["9.1", "10.1"]


def test_items_without_a_finding_are_left_out() -> None:
    checklist = checklist_of(FY2569)
    only = [finding for finding in findings_of(checklist, O2=ItemStatus.MISSING) if finding.code in {"O1", "O2"}]
    estimate, subs = score(only, checklist)
    assert estimate.oit == 50.0
    assert [it.code for it in estimate.indicators] == ["9"]
    assert [sub.item_codes for sub in subs] == [("O1", "O2")]


def test_no_finding_at_all_is_a_zero_and_not_an_error() -> None:
    estimate, subs = score([], checklist_of(FY2569))
    assert (estimate.oit, estimate.oit_if_reviewed, estimate.indicators, subs) == (0.0, 0.0, (), ())


@pytest.mark.parametrize(
    ("failing", "ruled_out"),
    [
        pytest.param([], (), id="all pass"),
        pytest.param(["O11"], (), id="95.00 still reaches every level"),
        pytest.param(["O11", "O1"], ("ผ่านดีเยี่ยม",), id="92.50"),
        pytest.param(["O20", "O21"], ("ผ่านดีเยี่ยม", "ผ่านดี"), id="83.33"),
        pytest.param(["O20", "O21", "O22", "O23", "O24"], ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน"), id="58.33: ITA at most 83.33"),
    ],
)
def test_levels_ruled_out_by_oit_alone(failing: list[str], ruled_out: tuple[str, ...]) -> None:
    checklist = checklist_of(FY2569)
    estimate, _ = score(findings_of(checklist, **dict.fromkeys(failing, ItemStatus.OUTDATED)), checklist)
    assert estimate.levels_ruled_out == ruled_out
    assert estimate.levels_open_if_reviewed == ()


def test_a_level_that_only_doubt_rules_out_is_told_apart() -> None:
    checklist = checklist_of(FY2569)
    findings = findings_of(
        checklist, O20=ItemStatus.REVIEW, O21=ItemStatus.REVIEW, O1=ItemStatus.MISSING, O11=ItemStatus.MISSING
    )
    estimate, _ = score(findings, checklist)
    assert estimate.levels_ruled_out == ("ผ่านดีเยี่ยม", "ผ่านดี")
    assert estimate.levels_open_if_reviewed == ("ผ่านดี",)


def test_levels_do_not_depend_on_their_order_in_the_file() -> None:
    checklist = checklist_of(FY2569)
    turned = checklist.model_copy(update={"levels": tuple(reversed(checklist.levels))})
    assert project(96, 96, 96, turned).level == "ผ่านดีเยี่ยม"


def test_projection_needs_both_scores() -> None:
    checklist = checklist_of(FY2569)
    findings = findings_of(checklist)
    assert score(findings, checklist, iit=91.07)[0].projection is None
    projection = score(findings, checklist, iit=91.07, eit=84.29)[0].projection
    assert projection is not None
    assert (projection.iit, projection.eit, projection.ita, projection.level) == (91.07, 84.29, 92.61, "ผ่าน")


@pytest.mark.parametrize("wrong", [-0.01, 100.01, float("nan"), float("inf")])
def test_a_score_outside_the_scale_is_the_users_error(wrong: float) -> None:
    checklist = checklist_of(FY2569)
    with pytest.raises(UsageError, match="IIT"):
        score(findings_of(checklist), checklist, iit=wrong, eit=80)


@pytest.mark.parametrize(
    ("code", "points"),
    [
        pytest.param("O11", "5.00", id="one of two in 9.3"),
        pytest.param("O5", "1.67", id="one of six in 9.2"),
        pytest.param("O20", "8.33", id="one of three in 10.1"),
    ],
)
def test_points_of_an_item_are_what_the_score_gains(code: str, points: str) -> None:
    checklist = checklist_of({"9": [4, 6, 2, 3, 4], "10": [3, 4]}, provisional=1)
    before = findings_of(checklist, **{code: ItemStatus.MISSING})
    after = [replace(finding, status=ItemStatus.PASS) if finding.code == code else finding for finding in before]
    (low, _), (high, subs) = (score(findings, checklist)[:2] for findings in (before, after))
    assert float(points) == pytest.approx(high.oit - low.oit, abs=0.011)
    assert float(points) in {sub.points_per_item for sub in subs if code in sub.item_codes}
