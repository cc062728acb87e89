"""An archive as evidence: each document by itself, and its own name before what is said of the archive."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from oit_checker.match.inside import opened_up
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind, Unreadable
from oit_checker.model.year import FiscalYear

URL = "https://www.example.go.th/files/all.zip"
OFFER = Candidate("O7", URL, "https://www.example.go.th/ita", "รายงาน ปี 2568", (URL,), (), 1.0)


def archive(*names: str, cut: bool = False) -> Page:
    inner = tuple(Page(f"{URL}#{quote(name)}", PageKind.PDF, None) for name in names)
    return Page(URL, PageKind.ARCHIVE, None, unreadable=Unreadable.ARCHIVE, inner=inner, cut=cut)


def test_each_document_becomes_a_candidate_of_its_own() -> None:
    opened = opened_up(OFFER, archive("รายงาน.pdf", "b.pdf"))
    assert [candidate.member for candidate, _ in opened] == ["รายงาน.pdf", "b.pdf"]
    assert [candidate.url for candidate, _ in opened] == [page.url for _, page in opened if page is not None]


def test_an_archive_that_was_not_read_whole_stays_in_doubt() -> None:
    opened = opened_up(OFFER, archive("a.pdf", cut=True))
    assert [(candidate.url, page.unreadable if page else None) for candidate, page in opened][-1] == (
        URL,
        Unreadable.ARCHIVE,
    )


@pytest.mark.parametrize("page", [None, Page(URL, PageKind.PDF, "แผน"), archive()])
def test_anything_else_is_taken_as_it_is(page: Page | None) -> None:
    assert opened_up(OFFER, page) == [(OFFER, page)]


@pytest.mark.parametrize(
    ("name", "year", "basis"),
    [("report-2567.pdf", 2567, "url"), ("report.pdf", 2568, "link")],
    ids=["its own name", "the link, where the name is silent"],
)
def test_the_year_of_a_document_in_an_archive(name: str, year: int, basis: str) -> None:
    candidate, page = opened_up(OFFER, archive(name))[0]
    found = year_of(page, candidate, FiscalYear(2568))
    assert (found.be, found.basis) == (year, basis)
