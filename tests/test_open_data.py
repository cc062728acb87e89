from __future__ import annotations

from collections.abc import Sequence

import pytest

from oit_checker.model.evidence import Evidence, Finding, ItemStatus, Verification
from oit_checker.model.page import Link, Page, PageKind
from oit_checker.open_data import Offered, open_data_of, stars, with_twins

SITE = "https://www.example.go.th"
LIST = f"{SITE}/ita/2569"
HOSTS = ("www.example.go.th",)


def link(path: str, row: str | None = None, *, page: str = LIST, in_menu: bool = False, text: str = "ไฟล์") -> Offered:
    url = path if "://" in path else f"{SITE}/{path}"
    return Link(url, path, text, row=row, in_menu=in_menu), page


def evidence(path: str, *, stars_of: int = 1, verification: Verification = Verification.OK) -> Evidence:
    url = f"{SITE}/{path}"
    return Evidence(
        url=url,
        final_url=url,
        found_on=LIST,
        link_text="ไฟล์",
        path=(SITE, LIST, url),
        media_type=None,
        http_status=200,
        verification=verification,
        fiscal_year=None,
        fiscal_year_basis="none",
        machine_readable=stars_of > 1,
        open_data_stars=stars_of,
        status=ItemStatus.PASS,
        confidence=0.9,
        matched=(),
        components=(),
    )


def finding(*pieces: Evidence) -> Finding:
    return Finding("O11", "สรุปผลการจัดซื้อจัดจ้าง", "9.3", 2569, ItemStatus.PASS, 100, 0.9, pieces, (), ())


def twin_of(path: str, offered: Sequence[Offered]) -> str | None:
    (found,) = with_twins([finding(evidence(path))], offered)
    return found.evidence[0].machine_readable_twin


@pytest.mark.parametrize(
    ("name", "kind", "media_type", "expected"),
    [
        pytest.param("a.pdf", PageKind.PDF, "application/pdf", 1, id="pdf"),
        pytest.param("page", PageKind.HTML, "text/html; charset=utf-8", 1, id="a web page"),
        pytest.param("chart.png", PageKind.IMAGE, "image/png", 1, id="a picture"),
        pytest.param("a.docx", PageKind.DOCX, None, 1, id="word"),
        pytest.param("a.xlsx", PageKind.XLSX, None, 2, id="excel"),
        pytest.param("a.xls", PageKind.XLS, None, 2, id="old excel"),
        pytest.param("a.ods", PageKind.XLS, None, 3, id="a table in an open format"),
        pytest.param("a.csv", PageKind.CSV, "text/csv", 3, id="csv"),
        pytest.param("api/plan", PageKind.TEXT, "application/json", 3, id="json of a service"),
        pytest.param("a.xml", PageKind.OTHER, None, 3, id="xml"),
        pytest.param("a.ttl", PageKind.TEXT, None, 4, id="rdf"),
        pytest.param("a.txt", PageKind.TEXT, "text/plain", 1, id="plain text"),
        pytest.param("a.csv", PageKind.HTML, "text/html", 1, id="an error page under a file's name"),
        pytest.param("a.csv", PageKind.PDF, "application/pdf", 1, id="a document under another's name"),
    ],
)
def test_stars(name: str, kind: PageKind, media_type: str | None, expected: int) -> None:
    assert stars(Page(f"{SITE}/{name}", kind, None), media_type) == expected


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        pytest.param(
            [link("f/o11-plan.pdf"), link("f/o11-plan.csv", page=f"{SITE}/x")], "f/o11-plan.csv", id="same folder"
        ),
        pytest.param(
            [link("f/o11-plan.pdf"), link("data/O11_plan.XLSX")], "data/O11_plan.XLSX", id="same page, other spelling"
        ),
        pytest.param(
            [link("f/o11-plan.pdf", "แผน PDF Excel"), link("f/7.xlsx", "แผน PDF Excel")], "f/7.xlsx", id="same row"
        ),
        pytest.param([link("f/o11-plan.pdf"), link("data/other.csv")], None, id="another file of the page"),
        pytest.param(
            [link("f/o11-plan.pdf"), link("data/o11-plan.csv", page=f"{SITE}/x")], None, id="another folder and page"
        ),
        pytest.param([link("f/o11-plan.pdf", "แผน"), link("f/7.xlsx", "รายงาน")], None, id="another row"),
        pytest.param(
            [link("f/o11-plan.pdf", "ทั้งหมด"), link("f/b.pdf", "ทั้งหมด"), link("f/7.xlsx", "ทั้งหมด")],
            None,
            id="a row of several",
        ),
        pytest.param([link("f/o11-plan.pdf"), link("f/o11-plan.csv", in_menu=True)], None, id="in the menu"),
        pytest.param([link("f/o11-plan.pdf"), link("f/o11-plan.docx")], None, id="no data"),
    ],
)
def test_the_data_beside_a_document(offered: list[Offered], expected: str | None) -> None:
    assert twin_of("f/o11-plan.pdf", offered) == (f"{SITE}/{expected}" if expected else None)


def test_a_name_that_says_nothing_is_no_twins_name() -> None:
    assert twin_of("f/1.pdf", [link("f/1.pdf"), link("f/1.csv")]) is None


def test_a_web_pages_twin_is_a_data_file_on_it_unless_it_lists_many() -> None:
    page = f"{SITE}/stat"
    few = [link(f"f/s{n}.csv", page=page) for n in range(2)]
    many = [link(f"f/s{n}.csv", page=page) for n in range(9)]
    assert twin_of("stat", few) == f"{SITE}/f/s0.csv"
    assert twin_of("stat", many) is None


def test_what_is_data_itself_or_does_not_open_needs_no_twin() -> None:
    offered = [link("f/plan.xlsx"), link("f/plan.csv"), link("f/gone.pdf"), link("f/gone.csv")]
    pieces = evidence("f/plan.xlsx", stars_of=2), evidence("f/gone.pdf", verification=Verification.NOT_FOUND)
    (found,) = with_twins([finding(*pieces)], offered)
    assert [piece.machine_readable_twin for piece in found.evidence] == [None, None]


def test_the_sum_counts_each_address_once_and_only_what_opens() -> None:
    pdf, csv = evidence("a.pdf"), evidence("b.csv", stars_of=3)
    gone = evidence("c.pdf", verification=Verification.NOT_FOUND)
    findings = with_twins([finding(pdf, csv), finding(pdf, gone)], [link("a.pdf"), link("a-pdf.csv")])
    told = open_data_of(findings, [], HOSTS)
    assert (told.pieces, told.by_stars, told.readable, told.with_twin) == (2, (0, 1, 0, 1, 0, 0), 1, 0)
    assert told.catalog is None


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        pytest.param(["https://data.go.th/"], "https://data.go.th/", id="the portal"),
        pytest.param(
            ["https://data.go.th/", "https://data.go.th/dataset/x"],
            "https://data.go.th/dataset/x",
            id="a dataset before it",
        ),
        pytest.param(["https://moph.gdcatalog.go.th/"], "https://moph.gdcatalog.go.th/", id="a ministry's catalogue"),
        pytest.param(
            ["https://gdcatalog.go.th/", "https://catalog.example.go.th/"],
            "https://catalog.example.go.th/",
            id="the agency's own",
        ),
        pytest.param([f"{SITE}/dataset/budget"], f"{SITE}/dataset/budget", id="on the site itself"),
        pytest.param(["https://catalog.other.go.th/"], None, id="somebody else's"),
        pytest.param([f"{SITE}/catalog/products", "https://mydata.go.th/"], None, id="alike in name only"),
    ],
)
def test_the_catalogue(urls: list[str], expected: str | None) -> None:
    assert open_data_of([], [link(url) for url in urls], HOSTS).catalog == expected
