"""Whatever a page holds, it is judged: one odd table must not end the audit of a whole website."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.appraise import Appraiser
from oit_checker.checklist import all_phrases, load_checklist
from oit_checker.empty_columns import all_empty, filled_header
from oit_checker.judge import Situation, judge
from oit_checker.match.claims import Claims
from oit_checker.match.furniture import furniture_of
from oit_checker.model.evidence import Candidate, Verification
from oit_checker.model.page import Fetched, Link, Page, PageKind, Passage, Table
from oit_checker.model.site import AgencyKind
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.verify import Verdict
from oit_checker.verify.check import Checked

STEADY = settings(derandomize=True, deadline=None, max_examples=300)
URL, FILE = "https://www.example.go.th/evidence", "https://www.example.go.th/files/evidence.pdf"
CHECKLIST = load_checklist("nacc-2569")
CLAIMS, INDEX = Claims(CHECKLIST), PhraseIndex(all_phrases(CHECKLIST), CHECKLIST.not_in)
ASKED = sorted(
    {word for item in CHECKLIST.items for part in item.components for word in (part.label_th, *part.keywords)}
)
ANSWERS = (
    *(
        "",
        " ",
        "-",
        "....",
        ":",
        "(",
        "1.",
        "ไม่มี",
        "นาย",
        "นาง ก",
        "O7",
        "1,250,000.00 บาท",
        "ร้อยละ 80",
        "3 วัน",
        "08.30",
    ),
    *("ตุลาคม 2568", "ปีงบประมาณ พ.ศ. 2569", "5 ม.ค. 69", "2566 - 2570", "ข้อ 1", "มาตรา 7", "044-123456", "a@b.go.th"),
    *("ประกาศ ณ วันที่     เดือน     พ.ศ. 2569", "(               )", "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ", "รวม"),
)

words = st.one_of(st.sampled_from(ANSWERS), st.sampled_from(ASKED), st.sampled_from([f"{word} :" for word in ASKED]))
texts = st.lists(words, min_size=1, max_size=4).map(" ".join)
rows = st.one_of(st.lists(words, max_size=5), st.lists(st.sampled_from(["", "-", "รวม"]), max_size=5)).map(tuple)
bare_head = st.lists(st.just(""), min_size=2, max_size=3).map(tuple)
tables = st.builds(
    Table,
    header=st.one_of(rows, bare_head),
    rows=st.lists(rows, max_size=4).map(tuple),
    page_no=st.sampled_from([None, 1, 2]),
    heading=st.one_of(st.none(), texts),
    empty=st.lists(st.sampled_from(ASKED), max_size=1).map(tuple),
    head=st.one_of(st.just(()), st.lists(rows, min_size=2, max_size=2).map(tuple)),
)
passages = st.builds(Passage, texts, page_no=st.sampled_from([None, 1, 2]), is_heading=st.booleans())
links = st.builds(
    Link, st.sampled_from(["", URL, FILE, "mailto:a@b.go.th", "https://www.nacc.go.th/"]), st.just("x"), words
)
pages = st.builds(
    Page,
    st.just(URL),
    st.sampled_from([PageKind.HTML, PageKind.PDF, PageKind.DOCX, PageKind.XLSX]),
    st.one_of(st.none(), texts),
    passages=st.lists(passages, max_size=8).map(tuple),
    tables=st.lists(tables, max_size=2).map(tuple),
    links=st.lists(links, max_size=3).map(tuple),
    pictures=st.integers(0, 2),
    fields=st.integers(0, 3),
    laid_out=st.lists(tables, max_size=1).map(tuple),
)


@settings(STEADY, max_examples=60)
@given(pages)
def test_a_page_of_any_kind_is_judged_for_every_item(page: Page) -> None:
    kind = AgencyKind.LOCAL_GOVERNMENT
    appraiser = Appraiser(CHECKLIST, CLAIMS, INDEX, kind, date(2026, 3, 2), furniture_of([]), "เทศบาลตำบลตัวอย่าง")
    checked = Checked(
        Fetched(URL, URL, 200, "text/html", datetime(2026, 3, 2, tzinfo=UTC)), Verdict(Verification.OK, "เปิดได้")
    )
    for item in CHECKLIST.items:
        candidate = Candidate(item.code, URL, "https://www.example.go.th/", item.title_th, (URL,), (), 1.0)
        piece = appraiser.appraise(item, candidate, checked, page)
        finding = judge(
            item, [piece], Situation("completed"), year=CHECKLIST.year, kind=kind, hosts=["www.example.go.th"]
        )
        assert finding.code == item.code
        asked = {component.id for component in item.components}
        assert {result.id for result in piece.evidence.components} <= asked


@STEADY
@given(tables)
def test_the_empty_columns_of_any_table_are_told(table: Table) -> None:
    assert len(filled_header(table)) == len(table.header)
    told = all_empty(Page(URL, PageKind.HTML, None, tables=(table,)))
    assert set(told) <= {*table.header, *table.empty}
