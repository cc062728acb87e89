"""What is told of pages made by script: where only a browser shows it, and what the link does not carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oit_checker.judge.rendered import rendering_notes, with_rendering
from oit_checker.model.evidence import Evidence, Finding, ItemStatus, Verification, WarningKind
from oit_checker.model.page import Fetched, Link
from oit_checker.model.rendering import Choice, Lack, Rendering, Unrendered
from oit_checker.model.run import Limits
from oit_checker.snapshot import FORMAT, Manifest, PageRecord, Snapshot

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOME, LIST, BY_YEAR = "https://x.go.th/", "https://x.go.th/ita", "https://x.go.th/ita?year=2569"
PLAIN, SHOWN, CHOSEN, CARRIED = (f"{HOME}{name}.pdf" for name in ("plain", "shown", "chosen", "carried"))


def record(
    url: str, *links: str, via: str = "browser", parent: str | None = HOME, choice: str | None = None
) -> PageRecord:
    answer = Fetched(url, url, 200, "text/html", NOW, via=via, body_sha256=None)
    return PageRecord(answer, 1, parent, links=tuple(Link(to, to, "เอกสาร") for to in links), choice=choice)


def with_body(page: PageRecord, sha256: str) -> PageRecord:
    return replace(page, fetched=replace(page.fetched, body_sha256=sha256))


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    made = Snapshot.create(tmp_path / "s")
    made.add_page(record(HOME, LIST, PLAIN, via="http", parent=None))
    shell, list_ = (
        made.keep_body(b"<div id=app></div><script></script>"),
        made.keep_body(f"<p>{'คำ ' * 99}</p>".encode()),
    )
    made.add_page(with_body(record(LIST, via="http"), shell))
    made.add_page(with_body(record(LIST, PLAIN, SHOWN), list_))
    made.add_page(record(LIST, SHOWN, CHOSEN, parent=LIST, choice="ปี 2568"))
    made.add_page(record(BY_YEAR, SHOWN, CARRIED, parent=LIST, choice="ปี 2569"))
    made.finish(
        Manifest(
            FORMAT,
            HOME,
            ("x.go.th",),
            NOW,
            NOW,
            "completed",
            None,
            Limits(1, 1, 1.0),
            1,
            1,
            rendering=Rendering(pages=3),
        )
    )
    return Snapshot.open(made.folder)


def told(snapshot: Snapshot, url: str) -> dict[WarningKind, str]:
    piece = Evidence(
        url, url, LIST, "เอกสาร", (), None, 200, Verification.OK, None, "none", False, 0, ItemStatus.PASS, 0.5, (), ()
    )
    finding = Finding("O1", "ข้อ", "9.1", None, ItemStatus.PASS, 100, 0.5, (piece,), (), ())
    (after,) = with_rendering([finding], snapshot)
    assert after.status is ItemStatus.PASS
    return {warning.kind: warning.message for warning in after.evidence[0].warnings}


def test_what_was_sent_plainly_needs_no_warning(snapshot: Snapshot) -> None:
    assert told(snapshot, PLAIN) == {}


def test_what_only_a_browser_shows_is_told(snapshot: Snapshot) -> None:
    warnings = told(snapshot, SHOWN)
    assert set(warnings) == {WarningKind.NEEDS_JAVASCRIPT}
    assert LIST in warnings[WarningKind.NEEDS_JAVASCRIPT]


def test_what_a_choice_brought_is_told_with_its_address_or_without(snapshot: Snapshot) -> None:
    assert BY_YEAR in told(snapshot, CARRIED)[WarningKind.CHOICE_NOT_IN_LINK]
    lost = told(snapshot, CHOSEN)[WarningKind.CHOICE_NOT_IN_LINK]
    assert "ปี 2568" in lost
    assert "ที่อยู่ (URL) ของตนเอง" in lost


def test_the_page_itself_is_told_to_hold_more(snapshot: Snapshot) -> None:
    warnings = told(snapshot, LIST)
    assert set(warnings) == {WarningKind.NEEDS_JAVASCRIPT, WarningKind.CHOICE_NOT_IN_LINK}


def test_a_page_is_found_as_sent_and_as_shown(snapshot: Snapshot) -> None:
    sent, shown = snapshot.page(LIST), snapshot.page_shown(LIST)
    assert sent is not None
    assert shown is not None
    assert (sent.is_rendered, shown.is_rendered, shown.choice) == (False, True, None)
    assert snapshot.page_shown(HOME) is None
    by_year = snapshot.page_shown(BY_YEAR)
    assert by_year is not None
    assert by_year.choice == "ปี 2569"
    assert snapshot.path_to(BY_YEAR) == (HOME, LIST, BY_YEAR)


@pytest.mark.parametrize("lack", list(Lack))
def test_what_was_not_seen_is_told_with_why_and_what_helps(lack: Lack) -> None:
    (note,) = rendering_notes(Rendering(left=(Unrendered(LIST, lack),), counts={lack: 1}))
    assert LIST in note
    assert "สคริปต์" in note
    assert note.endswith((" --render auto", "--max-rendered", "--max-minutes", "ตรวจใหม่", "ด้วยตนเอง"))


def test_a_run_without_such_pages_says_nothing() -> None:
    assert rendering_notes(Rendering()) == ()


def test_choices_are_told_with_the_address_to_use() -> None:
    rendering = Rendering(pages=1, choices=(Choice(LIST, "ปี 2569", BY_YEAR), Choice(LIST, "ปี 2568")))
    opened, carried, lost = rendering_notes(rendering)
    assert "1 ครั้ง" in opened
    assert BY_YEAR in carried
    assert "ปี 2568" in lost
