"""One file for many items, or another year's file: told, and changing nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.judge.reuse import Reuse
from oit_checker.model.evidence import Evidence, Finding, ItemStatus, Verification, WarningKind, YearBasis

URL = "https://www.example.go.th/strategy.pdf"


def evidence(
    status: ItemStatus = ItemStatus.REVIEW, title: str | None = "ยุทธศาสตร์", basis: YearBasis = "link"
) -> Evidence:
    return Evidence(
        url=URL,
        final_url=URL,
        found_on="",
        link_text="แผน",
        path=(),
        media_type="application/pdf",
        http_status=200,
        verification=Verification.OK,
        fiscal_year=2569,
        fiscal_year_basis=basis,
        machine_readable=False,
        open_data_stars=1,
        status=status,
        confidence=0.5,
        matched=(),
        components=(),
        document_title=title,
    )


def finding(code: str, *pieces: Evidence) -> Finding:
    return Finding(code, "ข้อ", "9.1", 2569, ItemStatus.REVIEW, 0, 0.5, pieces, (), ())


def names(title: str, code: str) -> bool:
    return title == f"แผน {code}"


def kinds(told: tuple[Finding, ...]) -> dict[str, list[WarningKind]]:
    return {one.code: [warning.kind for piece in one.evidence for warning in piece.warnings] for one in told}


def test_one_file_for_three_items_is_told_where_it_does_not_answer() -> None:
    findings = [
        finding("O4", evidence()),
        finding("O10", evidence(title="แผน O10")),
        finding("O18", evidence(ItemStatus.PASS)),
    ]
    told = Reuse({URL: "sha"}, {}, names).told_in(findings)
    assert kinds(told) == {"O4": [WarningKind.SAME_FILE], "O10": [], "O18": []}
    assert "3 ข้อ (O4, O10, O18)" in told[0].evidence[0].warnings[0].message
    assert [replace(piece, warnings=()) for one in told for piece in one.evidence] == [
        piece for one in findings for piece in one.evidence
    ]


@pytest.mark.parametrize("bodies", [{}, {URL: "sha"}], ids=["a web page", "two items only"])
def test_what_may_rightly_be_shared_is_left_in_peace(bodies: dict[str, str]) -> None:
    findings = [finding("O4", evidence()), finding("O10", evidence())]
    assert Reuse(bodies, {}, names).told_in(findings) == tuple(findings)


@pytest.mark.parametrize(
    ("before", "basis", "expected"),
    [
        pytest.param({"O4": {URL}}, "link", [WarningKind.LAST_YEARS_FILE], id="the same address"),
        pytest.param({"O4": {"sha"}}, "link", [WarningKind.LAST_YEARS_FILE], id="the same bytes elsewhere"),
        pytest.param({"O4": {URL}}, "title", [], id="the document itself names the year"),
        pytest.param({"O7": {URL}}, "link", [], id="another item's file"),
    ],
)
def test_a_file_of_another_years_list(
    before: dict[str, set[str]], basis: YearBasis, expected: list[WarningKind]
) -> None:
    told = Reuse({URL: "sha"}, before, names).told_in([finding("O4", evidence(basis=basis))])
    assert kinds(told) == {"O4": expected}


@pytest.mark.parametrize(
    ("links", "bodies", "warned"),
    [
        pytest.param(["สขร.1 ต.ค. 68", "สขร.1 พ.ย. 68"], "aa", [True, True], id="two months, one file"),
        pytest.param(["สขร.1 ต.ค. 68", "สขร.1 พ.ย. 68"], "ab", [False, False], id="two months, two files"),
        pytest.param(["เปิดดู ต.ค. 68", "ดาวน์โหลด ต.ค. 68"], "aa", [False, False], id="one month, two links"),
        pytest.param(["ต.ค. 68", "เปิดดู"], "aa", [False, False], id="a link without a month"),
    ],
)
def test_one_file_for_two_months_is_told(links: list[str], bodies: str, warned: list[bool]) -> None:
    pieces = [replace(evidence(), url=f"{URL}?{number}", link_text=text) for number, text in enumerate(links)]
    told = Reuse(dict(zip([p.url for p in pieces], bodies, strict=True)), {}, names).told_in([finding("O11", *pieces)])
    found = [WarningKind.SAME_MONTHS in {warning.kind for warning in piece.warnings} for piece in told[0].evidence]
    assert found == warned
