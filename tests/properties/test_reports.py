"""A gap report of any findings: whole, valid, readable again, safe to open in every form, and fairly scored."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from openpyxl import load_workbook
from rich.console import Console

from oit_checker.checklist import load_checklist
from oit_checker.model import evidence as ev
from oit_checker.model import report as rep
from oit_checker.model.site import Agency, AgencyKind
from oit_checker.score import score
from reports import FORMS, render
from reports.terminal import print_summary
from reports.to_json import dump, load, validate

STEADY = settings(derandomize=True, deadline=None, max_examples=100)
SLOW = settings(STEADY, max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
LIST = load_checklist("nacc-2569")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "=cmd|'/c calc'!A1",
    "{{ 7*7 }}{% raw %}",
    "[link=file:///etc]x[/link][/]",
    "\x00\x07\x1b[31m\ufffe",
    "\u202eกลับ",
    "]]></style></title>--><x>",
    "+1",
    "\ttab",
    "ก" * 3000,
)
words = st.sampled_from(HOSTILE) | st.text(alphabet=st.characters(codec="utf-8"), max_size=12)
perhaps = st.none() | words
addresses = words | st.sampled_from(("https://x.go.th/a?b=1&c=<d>", "http://[::1", "data:text/html,x", "//x", ""))
confidence = st.floats(0, 1)


def several(one: st.SearchStrategy[object], most: int = 2) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=most).map(tuple)


matches = st.builds(ev.Match, words, st.sampled_from(("link", "title", "row", "code")))
parts = st.builds(
    ev.ComponentResult,
    words,
    words,
    st.booleans(),
    st.sampled_from(ev.ComponentStatus),
    perhaps,
    perhaps,
    words,
    perhaps,
)
pieces = st.builds(
    ev.Evidence,
    url=addresses,
    final_url=addresses,
    found_on=addresses,
    link_text=words,
    path=several(addresses),
    media_type=perhaps,
    http_status=st.none() | st.integers(100, 599),
    verification=st.sampled_from(ev.Verification),
    fiscal_year=st.none() | st.integers(2540, 2600),
    fiscal_year_basis=st.sampled_from(("title", "link", "url", "text", "metadata", "none")),
    machine_readable=st.booleans(),
    open_data_stars=st.integers(0, 5),
    status=st.sampled_from(ev.ItemStatus),
    confidence=confidence,
    matched=several(matches),
    components=several(parts),
    fiscal_year_quote=perhaps,
    document_title=perhaps,
    document_kind=st.none(),
    notes=several(words),
)
gaps = st.builds(
    ev.Gap, st.sampled_from(ev.GapKind), st.none() | addresses, perhaps, words, words, st.booleans(), perhaps
)
misses = st.builds(
    ev.NearMiss, addresses, addresses, st.sampled_from(("wrong_year", "wrong_kind", "weak_match")), words
)
links = st.builds(
    ev.LinkCheck,
    addresses,
    addresses,
    words,
    several(st.sampled_from([item.code for item in LIST.items])),
    st.sampled_from(ev.Verification),
    st.none() | st.integers(100, 599),
    addresses,
    st.integers(0, 5),
    words,
)
statuses = st.lists(st.sampled_from(ev.ItemStatus), min_size=len(LIST.items), max_size=len(LIST.items))


def plain_findings(of: Sequence[ev.ItemStatus]) -> list[ev.Finding]:
    return [
        ev.Finding(item.code, item.title_th, item.sub_indicator, None, status, 0, 1.0, (), (), (), item.provisional)
        for item, status in zip(LIST.items, of, strict=True)
    ]


@st.composite
def reports_of_anything(draw: st.DrawFn) -> rep.GapReport:
    full = set(draw(st.lists(st.integers(0, len(LIST.items) - 1), max_size=3)))
    findings = tuple(
        replace(
            finding,
            required_fiscal_year=draw(st.sampled_from((None, 2568, 2569))),
            score=100 if finding.status is ev.ItemStatus.PASS else 0,
            evidence=draw(several(pieces)),
            near_misses=draw(several(misses)),
            gaps=draw(several(gaps)),
            reason=draw(perhaps),
        )
        if place in full
        else finding
        for place, finding in enumerate(plain_findings(draw(statuses)))
    )
    estimate, subs = score(findings, LIST)
    outcome = draw(st.sampled_from(("completed", "partial", "failed")))
    run = partial(rep.RunInfo, draw(words), NOW, NOW, outcome, draw(perhaps), 1, 2, 3, 0, 5, 1.5)
    return rep.GapReport(
        schema_version=rep.SCHEMA_VERSION,
        generator=rep.Generator("oit-checker", "0"),
        agency=Agency(
            draw(perhaps), draw(addresses), draw(several(words)), draw(st.sampled_from(AgencyKind)), draw(perhaps)
        ),
        checklist=rep.ChecklistRef(LIST.id, LIST.fiscal_year, LIST.instrument, draw(words)),
        run=run(rep.Limits(1, 2, 3.0), draw(several(words))),
        score=estimate,
        sub_indicators=subs,
        items=findings,
        links=draw(several(links)),
        hubs=draw(several(st.builds(rep.HubInfo, addresses, st.none(), words, st.integers(0, 43), several(words)), 1)),
    )


@SLOW
@given(reports_of_anything())
def test_a_report_is_whole_valid_and_read_back_as_it_was(report: rep.GapReport) -> None:
    document = dump(report)
    validate(document)
    assert load(document) == report
    assert [finding.code for finding in load(document).items] == [item.code for item in LIST.items]


@SLOW
@given(reports_of_anything())
def test_every_form_is_made_of_any_report(report: rep.GapReport) -> None:
    for form in FORMS:
        assert render(report, form)
    out = io.StringIO()
    print_summary(report, Console(file=out, force_terminal=True, width=100))
    assert "\x00" not in out.getvalue()
    assert "\x1b[31m\ufffe" not in out.getvalue()


@SLOW
@given(reports_of_anything())
def test_no_text_of_a_site_acts_in_html_or_excel(report: rep.GapReport) -> None:
    page = html.document_fromstring(render(report, "html").decode("utf-8"))
    for element in page.iter("script", "img", "x", "*"):
        assert not any(name.startswith("on") for name in element.attrib)
        assert element.tag != "x"
        assert not (element.tag == "script" and "alert(1)" in (element.text or ""))
        for name in ("href", "src"):
            address = (element.get(name) or "").strip().lower()
            assert not address.startswith(("javascript:", "data:text", "file:"))
    book = load_workbook(io.BytesIO(render(report, "xlsx")))
    for sheet in book:
        for row in sheet.iter_rows():
            assert not any(cell.data_type == "f" and "cmd" in str(cell.value) for cell in row)
    for line in render(report, "csv").decode("utf-8-sig").splitlines():
        assert not line.startswith(("=", "+", "@"))


@STEADY
@given(statuses, st.sets(st.integers(0, len(LIST.items) - 1)))
def test_a_score_is_a_mark_and_mending_an_item_never_lowers_it(of: list[ev.ItemStatus], mended: set[int]) -> None:
    before, _ = score(plain_findings(of), LIST)
    better = [ev.ItemStatus.PASS if place in mended else status for place, status in enumerate(of)]
    after, subs = score(plain_findings(better), LIST)
    assert 0 <= before.oit <= after.oit <= 100
    assert before.oit <= before.oit_if_reviewed <= 100
    assert before.oit_if_reviewed <= after.oit_if_reviewed
    assert all(sub.passed + sub.gaps == sub.items and 0 <= sub.score <= 100 for sub in subs)
    assert set(after.levels_ruled_out) <= set(before.levels_ruled_out)
