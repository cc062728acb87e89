"""Every item of nacc-2569 against small documents: what is whole must be found whole, and what is lacking be missed.

Each file O1.yaml ... O26.yaml beside this one maps the name of a case to a document and what a careful assessor
would say of it. All documents are fictional. A document is written as

    kind     html (the default), pdf, docx or xlsx; a PDF gives lines only, so that its tables are read as lines
    title    the page title, or the title line of a document
    text     its lines: "# " begins a heading, and "| a | b |" is a row of a table, the first row its header
    links    "text -> address", one a line
    pictures how many content pictures the page shows (none)
    agency   the kind of agency, where the item asks some of more (central)

and judged by

    expect   `all_found`, or component → found, not_found or unreadable; `others` speaks for the rest that are required
    year     the fiscal year that the evidence is of
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from oit_checker.checklist import all_phrases, load_checklist
from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.judge.status import asked_components, component_year
from oit_checker.match.years import year_of
from oit_checker.model.checklist import Component, EvidenceYear, Item
from oit_checker.model.evidence import Candidate, ComponentStatus
from oit_checker.model.page import Link, Page, PageKind, Passage, Table
from oit_checker.model.site import AgencyKind
from oit_checker.thai.phrases import PhraseIndex

CHECKLIST = load_checklist("nacc-2569")
TODAY = date(2026, 7, 15)
ADDRESS = "https://www.example.go.th/document"
FIELDS = {"kind", "title", "text", "links", "pictures", "agency", "expect", "year"}
ALL_FOUND, OTHERS = "all_found", "others"


@dataclass(frozen=True)
class Case:
    """A document, and what is to be seen in it."""

    item: Item
    name: str
    page: Page
    agency: AgencyKind
    expect: str | dict[str, str] | None
    year: int | None

    @property
    def id(self) -> str:
        return f"{self.item.code}: {self.name}"

    def asked(self) -> tuple[Component, ...]:
        return asked_components(self.item, self.agency)


def read_cases(item: Item) -> list[Case]:
    path = Path(__file__).parent / f"{item.code}.yaml"
    written: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [read_case(item, name, document) for name, document in written.items()]


def read_case(item: Item, name: str, document: dict[str, Any]) -> Case:
    assert set(document) <= FIELDS, f"{item.code}: {name}: unknown {set(document) - FIELDS}"
    return Case(
        item=item,
        name=name,
        page=page_of(document),
        agency=AgencyKind(document.get("agency", "central")),
        expect=document.get("expect"),
        year=document.get("year"),
    )


def page_of(document: dict[str, Any]) -> Page:
    kind = PageKind(document.get("kind", "html"))
    blocks = blocks_of(document.get("text", "").splitlines(), as_lines=kind is PageKind.PDF)
    return Page(
        url=ADDRESS if kind is PageKind.HTML else f"{ADDRESS}.{kind}",
        kind=kind,
        title=document.get("title"),
        passages=tuple(block for block in blocks if isinstance(block, Passage)),
        tables=tuple(block for block in blocks if isinstance(block, Table)),
        links=tuple(link_of(line) for line in document.get("links", "").splitlines()),
        pictures=document.get("pictures", 0),
    )


def blocks_of(lines: list[str], *, as_lines: bool) -> list[Passage | Table]:
    blocks: list[Passage | Table] = []
    rows: list[tuple[str, ...]] = []
    heading: str | None = None
    for line in [*map(str.strip, lines), ""]:
        if line.startswith("|") and not as_lines:
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            blocks.append(Table(rows[0], tuple(rows[1:]), heading=heading))
            rows = []
        text = " ".join(line.removeprefix("# ").replace("|", " ").split())
        if text:
            is_heading = line.startswith("# ")
            blocks.append(Passage(text, heading, page_no=1 if as_lines else None, is_heading=is_heading))
            heading = text if is_heading else heading
    return blocks


def link_of(line: str) -> Link:
    text, _, address = line.partition(" -> ")
    return Link(url=address.strip(), href=address.strip(), text=text.strip())


CASES = [case for item in CHECKLIST.items for case in read_cases(item)]
COMPONENT_CASES = [case for case in CASES if case.expect is not None]
YEAR_CASES = [case for case in CASES if case.year is not None]


@cache
def index() -> PhraseIndex:
    return PhraseIndex(all_phrases(CHECKLIST), CHECKLIST.not_in)


@cache
def matter_of(case_id: str) -> Matter:
    return Matter(next(case.page for case in CASES if case.id == case_id), index(), TODAY)


def seen_of(case: Case) -> dict[str, ComponentStatus]:
    matter = matter_of(case.id)
    seen = {}
    for component in case.asked():
        wanted = component_year(component, case.item, CHECKLIST.year)
        seen[short(component)] = look(component, matter, wanted=wanted).status
    return seen


def short(component: Component) -> str:
    return component.id.rpartition(".")[2]


def expected_of(case: Case) -> dict[str, str]:
    told = {OTHERS: "found"} if case.expect == ALL_FOUND else case.expect
    assert isinstance(told, dict)
    asked = {short(component): component.required for component in case.asked()}
    assert set(told) - {OTHERS} <= set(asked), f"{case.item.code} asks for no {set(told) - {OTHERS} - set(asked)}"
    others = {name: told[OTHERS] for name, required in asked.items() if required} if OTHERS in told else {}
    return others | {name: status for name, status in told.items() if name != OTHERS}


@pytest.mark.parametrize("case", COMPONENT_CASES, ids=lambda case: case.id)
def test_components_are_seen_as_an_assessor_sees_them(case: Case) -> None:
    seen = seen_of(case)
    expected = expected_of(case)
    assert {name: seen[name].value for name in expected} == expected


@pytest.mark.parametrize("case", YEAR_CASES, ids=lambda case: case.id)
def test_year_of_the_evidence(case: Case) -> None:
    offered = Candidate(
        case.item.code, case.page.url, "https://www.example.go.th/", "ดาวน์โหลด", (case.page.url,), (), weight=1.0
    )
    wanted = case.item.evidence_year.seen_from(CHECKLIST.year)
    in_text = [mention for _, mention in matter_of(case.id).years]
    found = year_of(case.page, offered, wanted, covers_years=case.item.covers_years, text_years=lambda: in_text)
    assert found.be == case.year


def is_whole(case: Case) -> bool:
    return case.expect == ALL_FOUND


def fails(case: Case) -> bool:
    """Whether the document lacks what binds; where nothing binds, whatever it lacks."""
    binding = {short(component) for component in case.asked() if component.required and component.basis.is_binding}
    lacking = {name for name, status in expected_of(case).items() if status == ComponentStatus.NOT_FOUND}
    return bool(lacking & binding) if binding else bool(lacking)


@pytest.mark.parametrize("item", CHECKLIST.items, ids=lambda item: item.code)
def test_every_item_is_tried_whole_and_lacking(item: Item) -> None:
    tried = [case for case in COMPONENT_CASES if case.item is item]
    assert any(is_whole(case) for case in tried)
    assert any(fails(case) for case in tried)


DATED = [item for item in CHECKLIST.items if item.evidence_year is not EvidenceYear.ANY]


@pytest.mark.parametrize("item", DATED, ids=lambda item: item.code)
def test_every_dated_item_is_tried_in_the_right_year_and_a_wrong_one(item: Item) -> None:
    wanted = item.evidence_year.seen_from(CHECKLIST.year)
    assert wanted is not None
    years = {case.year for case in YEAR_CASES if case.item is item}
    assert wanted.be in years
    assert years - {wanted.be}
