"""The output folder: what stands is not lost, whatever happens to the run that comes after it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import reports
from oit_checker.checklist import load_checklist
from oit_checker.config import AuditOptions, CrawlLimits
from oit_checker.demo import serve
from oit_checker.errors import UsageError
from oit_checker.model.report import GapReport
from oit_checker.output import (
    hold,
    refuse_others_report,
    standing_report,
    with_changes,
    write_forms,
    write_reports,
)
from oit_checker.run import Plan, audit_site, judge_snapshot

ROOT = Path(__file__).parents[1]
BUSY = "มีการตรวจอีกรายการกำลังใช้โฟลเดอร์นี้อยู่"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> GapReport:
    """The demo as an agency's own website, three pages of it."""
    folder = tmp_path_factory.mktemp("made")
    checklist = load_checklist("nacc-2569")
    with serve() as site:
        audit_site(Plan(site, checklist, folder, limits=CrawlLimits(max_pages=3, max_minutes=1)))
    report = judge_snapshot(folder / "snapshot", checklist, AuditOptions())
    agency = replace(report.agency, name="อบต.หนองตัวอย่าง", url="https://www.a.go.th/", hosts=("a.go.th", "www.a.go.th"))
    return replace(report, agency=agency)


@pytest.fixture
def failed(made: GapReport) -> GapReport:
    return replace(made, run=replace(made.run, id="later", outcome="failed", reason="เชื่อมต่อไม่ได้"))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def test_a_failed_run_is_written_beside_a_report_that_could_see(
    made: GapReport, failed: GapReport, tmp_path: Path
) -> None:
    write_reports(made, tmp_path, ("html", "csv"))
    before = contents(tmp_path)
    written = write_reports(failed, tmp_path, ("html",))
    assert [path.name for path in written] == ["gap_report.failed.json", "gap_report.failed.html"]
    assert {name: body for name, body in contents(tmp_path).items() if ".failed." not in name} == before


def test_a_run_that_can_see_again_removes_what_failed(made: GapReport, failed: GapReport, tmp_path: Path) -> None:
    write_reports(made, tmp_path, ("html",))
    write_reports(failed, tmp_path, ("html", "xlsx"))
    write_reports(made, tmp_path, ("html",))
    assert set(contents(tmp_path)) == {"gap_report.json", "gap_report.html"}


def test_a_failed_run_alone_is_the_report_and_gives_way(made: GapReport, failed: GapReport, tmp_path: Path) -> None:
    for _ in range(2):
        assert write_reports(failed, tmp_path, ())[0].name == "gap_report.json"
    write_reports(made, tmp_path, ())
    standing = standing_report(tmp_path)
    assert standing is not None
    assert standing.run.outcome == made.run.outcome


def test_a_report_that_cannot_be_read_is_not_taken_for_a_failed_one(failed: GapReport, tmp_path: Path) -> None:
    (tmp_path / "gap_report.json").write_text("{", encoding="utf-8")
    assert write_reports(failed, tmp_path, ())[0].name == "gap_report.failed.json"


def test_forms_that_were_not_made_again_are_removed(made: GapReport, tmp_path: Path) -> None:
    write_reports(made, tmp_path, ("html", "xlsx", "csv"))
    write_reports(made, tmp_path, ("csv",))
    assert set(contents(tmp_path)) == {"gap_report.json", "gap_report.csv"}
    write_forms(made, tmp_path, ("html",))
    assert set(contents(tmp_path)) == {"gap_report.json", "gap_report.csv", "gap_report.html"}


def test_a_fault_in_a_renderer_leaves_all_as_it_was(
    made: GapReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(made, tmp_path, ("html", "csv"))
    before = contents(tmp_path)

    def breaks(report: GapReport) -> bytes:
        raise RuntimeError("a renderer's fault")

    monkeypatch.setitem(reports.FORMS, "xlsx", breaks)
    with pytest.raises(RuntimeError):
        write_reports(replace(made, links=()), tmp_path, ("html", "xlsx"))
    assert contents(tmp_path) == before


def test_a_full_disk_leaves_all_as_it_was_and_is_told(
    made: GapReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(made, tmp_path, ("html", "csv"))
    before = contents(tmp_path)
    synced = iter((None, OSError(28, "No space left on device")))

    def fsync(_: int) -> None:
        if (fault := next(synced)) is not None:
            raise fault

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(UsageError, match="รายงานเดิมในโฟลเดอร์ยังอยู่"):
        write_reports(replace(made, links=()), tmp_path, ("html", "csv"))
    assert contents(tmp_path) == before


KILLED = """
import os, signal, sys
from pathlib import Path
from oit_checker import output
from reports.to_json import load
folder = Path(sys.argv[1])
report = load((folder / "gap_report.json").read_bytes())
write, parts = output._write, []
def killed(part, body):
    write(part, body[: len(body) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
output._write = killed
with output.hold(folder):
    output.write_reports(report, folder, ("html", "csv"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_kill_while_writing_loses_no_report_and_blocks_nobody(made: GapReport, tmp_path: Path) -> None:
    write_reports(made, tmp_path, ("html", "csv"))
    before = contents(tmp_path)
    ended = subprocess.run([sys.executable, "-c", KILLED, tmp_path], cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
    left = contents(tmp_path)
    assert left.items() >= before.items()
    assert any(name.endswith(".part") for name in left)
    with hold(tmp_path):  # the lock died with its owner, and what it left half written is swept away
        assert {name for name in contents(tmp_path) if not name.startswith(".oit-checker")} == set(before)


HOLDS = """
import sys
from pathlib import Path
from oit_checker.output import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A folder that another process holds."""
    words = [sys.executable, "-c", HOLDS, str(tmp_path)]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield tmp_path
        other.communicate("\n", timeout=30)


def test_a_second_audit_in_one_folder_is_refused(held: Path) -> None:
    with pytest.raises(UsageError, match=BUSY) as refused, hold(held):
        pass
    assert "--output" in refused.value.remedy
    checklist = load_checklist("nacc-2569")
    with pytest.raises(UsageError, match=BUSY):
        audit_site(Plan("http://127.0.0.1:9/", checklist, held))
    assert not (held / "snapshot").exists()


def test_whoever_holds_the_folder_may_hold_it_again_and_lets_go_of_it(tmp_path: Path) -> None:
    with hold(tmp_path), hold(tmp_path):
        assert (tmp_path / ".oit-checker.lock").exists()
    words = [sys.executable, "-c", HOLDS, str(tmp_path)]
    other = subprocess.run(words, cwd=ROOT, input="\n", capture_output=True, text=True, timeout=60, check=False)
    assert other.stdout == "held\n", other.stderr


def test_another_websites_report_is_not_replaced(made: GapReport, failed: GapReport, tmp_path: Path) -> None:
    refuse_others_report(tmp_path, ("www.b.go.th",), "…")
    write_reports(failed, tmp_path, ())
    refuse_others_report(tmp_path, ("www.b.go.th",), "…")
    write_reports(made, tmp_path, ())
    refuse_others_report(tmp_path, ("www.a.go.th",), "…")
    with pytest.raises(UsageError, match=r"https://www\.a\.go\.th/"):
        refuse_others_report(tmp_path, ("www.b.go.th",), "…")


def test_the_demo_gives_way_to_an_agency(made: GapReport, tmp_path: Path) -> None:
    agency = replace(made.agency, name="เทศบาลตำบลตัวอย่าง", url="http://127.0.0.1:8000/", hosts=("127.0.0.1:8000",))
    write_reports(replace(made, agency=agency), tmp_path, ())
    refuse_others_report(tmp_path, ("www.b.go.th",), "…")


def test_what_changed_is_told_of_the_same_website_only(made: GapReport, tmp_path: Path) -> None:
    again = replace(made, run=replace(made.run, id="later"))
    assert with_changes(again, tmp_path).changes is None
    write_reports(made, tmp_path, ())
    told = with_changes(again, tmp_path).changes
    assert told is not None
    assert (told.run_id, told.worse) == (made.run.id, ())
    assert with_changes(replace(again, agency=replace(made.agency, hosts=("b.go.th",))), tmp_path).changes is None
