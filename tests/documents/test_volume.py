"""What one audit reads in all is bounded, and what is left out is said."""

from __future__ import annotations

from oit_checker.documents.volume import LEAST_OF_PAGE, Volume
from oit_checker.model.page import Page, PageKind, Passage, Table

URL = "http://x.go.th/a.csv"


def page(letters: int, rows: int = 0) -> Page:
    passages = tuple(Passage("ก" * 1000) for _ in range(letters // 1000))
    table = Table(header=("ก", "ข"), rows=tuple((str(n), "ค") for n in range(rows)))
    return Page(URL, PageKind.CSV, "ชื่อ", passages, (table,) if rows else ())


def test_what_there_is_room_for_is_left_as_it_is() -> None:
    volume = Volume(most=1_000_000)
    whole = page(300_000, 1000)
    assert volume.within(whole) is whole


def test_what_comes_after_much_else_is_cut_and_says_so() -> None:
    volume = Volume(most=500_000)
    assert not volume.within(page(450_000)).cut
    cut = volume.within(page(300_000))
    assert cut.cut
    assert sum(len(passage.text) for passage in cut.passages) == LEAST_OF_PAGE
    assert not volume.within(page(50_000)).cut, "each may have a little"


def test_of_a_table_the_first_rows_are_kept() -> None:
    cut = Volume(most=0).within(page(0, 20_000))
    assert cut.cut
    assert cut.tables[0].header == ("ก", "ข")
    assert 0 < len(cut.tables[0].rows) < 2000
    assert cut.tables[0].rows[0] == ("0", "ค")


def test_documents_of_an_archive_are_counted_one_by_one() -> None:
    archive = Page(URL, PageKind.ARCHIVE, None, inner=(page(300_000), page(300_000)))
    found = Volume(most=350_000).within(archive)
    assert [inner.cut for inner in found.inner] == [False, True]
